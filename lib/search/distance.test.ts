import fc from "fast-check";
import { expect, it } from "vitest";
import { slipsAllowed, slipsBetween } from "./distance";

it.each([
  ["", "", 0],
  ["react", "react", 0],
  ["react", "raect", 1],
  ["react", "reakt", 1],
  ["react", "reat", 1],
  ["react", "reeact", 1],
  ["javascript", "javscrpt", 2],
  ["", "abc", 3],
  ["🧊a", "a🧊", 1],
])("%s and %s are %i slips apart", (one, other, slips) => {
  expect(slipsBetween(one, other)).toBe(slips);
  expect(slipsBetween(other, one)).toBe(slips);
});

it("is never more than the longer one has letters, and nothing only between equals", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
      const slips = slipsBetween(one, other);
      expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
      expect(slips === 0).toBe(one === other);
    }),
    { seed: 7 },
  );
});

it("short words allow fewer slips", () => {
  expect(["go", "vue", "redis", "python", "kubernetes"].map(slipsAllowed)).toEqual([0, 1, 1, 2, 3]);
});
