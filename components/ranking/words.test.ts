import { expect, test } from "vitest";
import { ordinal } from "@/lib/verdict/standing-words";
import { nextWords } from "./words";

test("a place is said in words", () => {
  expect([1, 2, 3, 4, 10, 11, 12, 13, 21, 22, 101, 111, 1_002].map(ordinal)).toEqual(
    "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 101st 111th 1,002nd".split(" "),
  );
});

test("the way to the next place says who is picked", () => {
  const next = { slug: "b", name: "B", left: "a", right: "b" };
  expect(nextWords({ name: "A", slug: "a", next: { ...next, pick: "a" } })).toBe("Why A over B");
  expect(nextWords({ name: "A", slug: "a", next: { ...next, pick: "b" } })).toBe("Why B over A");
  expect(nextWords({ name: "A", slug: "a", next })).toBe("A or B?");
});
