import { expect, test } from "vitest";
import { listStyleRemarks } from "./style-rules";

const remarksOn = (text: string) => listStyleRemarks({ path: "lead", text }).map(({ message }) => message);

test.each([
  ["A robust tool", "robust"],
  ["Seamless in use", "Seamless"],
  ["seamlessly joined", "seamlessly"],
  ["A Powerful engine", "Powerful"],
  ["Well, it depends.", "it depends"],
  ["In today’s world, all is well", "In today’s world"],
  ["It plays a crucial role", "plays a crucial role"],
  ["Battle-tested by many", "Battle-tested"],
  ["Fast — and small", "—"],
  ["Fast! And small", "!"],
  ["Fast and small!", "!"],
])("%s: is found", (text, found) => {
  expect(remarksOn(text)).toEqual([`says "${found}"`]);
});

test("everything is found, not the first alone", () => {
  expect(remarksOn("Robust, powerful and vibrant")).toHaveLength(3);
});

test.each([
  "The power of two",
  "It depends_on nothing",
  "A dependency that it depended on",
  "a != b",
  "Write `robust!` when you mean it",
  "```\nrobust — yes!\n```",
  "Pages 3–5",
])("%s: is fine", (text) => {
  expect(remarksOn(text)).toEqual([]);
});
