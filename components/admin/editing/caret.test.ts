import { expect, test } from "vitest";
import { caretIn } from "./caret";

test("a text that grows behind the caret leaves it where it is", () => {
  expect(caretIn("abc", "abcdef", 2)).toBe(2);
  expect(caretIn("abc", "abXc", 2)).toBe(2);
});

test("a text that grows before the caret takes it along", () => {
  expect(caretIn("abc", "XYabc", 2)).toBe(4);
  expect(caretIn("abc", "c", 2)).toBe(0);
});

test("in another text altogether it stays inside", () => {
  expect(caretIn("abcdef", "xy", 5)).toBe(2);
});
