import { describe, expect, test } from "vitest";
import { downloads, technology, verdictOf } from "../testing/records";
import type { NamedPair } from "./types";

const nearest: NamedPair[] = [
  { left: { slug: "jest", name: "Jest" }, right: { slug: "vitest", name: "Vitest" } },
  { left: { slug: "ava", name: "AVA" }, right: { slug: "mocha", name: "Mocha" } },
];

describe("the pick wins", () => {
  test.each([
    ["with its tagline as a sentence", "the old reliable of tests", "The old reliable of tests."],
    ["with its tagline as it stands", "npm's own runner!", "npm's own runner!"],
    ["with a tagline that ends in etc.", "tests, mocks, etc.", "tests, mocks, etc."],
    ["with its whole lead where there is no tagline", undefined, "Learn Mocha, e.g. on CI. It stays."],
  ])("%s", (_, tagline, text) => {
    const mocha = technology("Mocha", { ring: "adopt", tagline, lead: "learn Mocha, e.g. on CI. It stays" });
    const jest = technology("Jest", { ring: "trial", tagline: "the other one" });
    expect(verdictOf(jest, mocha).bottomLine).toEqual({ heading: "Mocha wins", text });
    expect(verdictOf(mocha, jest).bottomLine).toEqual({ heading: "Mocha wins", text });
  });

  test.each(["adopt", "hold", undefined] as const)(
    "on use where the figures decide (both rated %s)",
    (ring) => {
      const npm = technology("npm", { ring, popularity: downloads(9), tagline: "the default" });
      const verdict = verdictOf(technology("Yarn", { ring, popularity: downloads(2) }), npm);
      expect(verdict.bottomLine).toEqual({ heading: "npm wins on use", text: "The default." });
      expect(verdict.pickBlock.heading).toBe("Nice Pick");
    },
  );

  test("by its rating, not on use, where both speak for it", () => {
    const jest = technology("Jest", { ring: "adopt", popularity: downloads(9) });
    const mocha = technology("Mocha", { ring: "trial", popularity: downloads(2) });
    expect(verdictOf(jest, mocha).bottomLine.heading).toBe("Jest wins");
  });
});

describe("without a pick", () => {
  test("it is too close to call, in one sentence", () => {
    const verdict = verdictOf(technology("Jest", { ring: "adopt" }), technology("Mocha", { ring: "adopt" }), {
      nearest,
    });
    expect(verdict.pickBlock).toEqual({ heading: "Too close to call", basis: "We rate both Adopt." });
    expect(verdict.bottomLine.heading).toBe("Too close to call");
    expect(verdict.bottomLine.text).toMatch(/^[A-Z][^.]+\.$/);
    expect(verdict.bottomLine.nearest).toBeUndefined();
  });

  test("there is no pick yet, and nothing is made up", () => {
    const verdict = verdictOf(technology("Jest"), technology("Mocha", { ring: "adopt" }), { nearest });
    expect(verdict.pickBlock).toEqual({ heading: "No pick yet", basis: "We have not rated both yet." });
    expect(verdict.bottomLine).toEqual({ heading: "No pick yet" });
  });

  test("different jobs point at the nearest fair pairs", () => {
    const verdict = verdictOf(technology("Jest", { category: "one" }), technology("Mocha"), { nearest });
    expect(verdict.pickBlock).toEqual({
      heading: "Different jobs",
      text: "Neither can stand in for the other, so there is nothing to pick.",
    });
    expect(verdict.bottomLine).toEqual({
      heading: "Nothing to choose between",
      nearest: { label: "Compare each with its own kind:", pairs: nearest },
    });
  });

  test("different jobs with no fair pair end there", () => {
    const verdict = verdictOf(technology("Jest", { category: "one" }), technology("Mocha"));
    expect(verdict.bottomLine).toEqual({ heading: "Nothing to choose between" });
  });
});
