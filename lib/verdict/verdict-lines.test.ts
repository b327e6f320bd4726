import { describe, expect, test } from "vitest";
import { points, technology, verdictOf } from "../testing/records";
import type { TechnologyRecord } from "./types";

type Given = Pick<Partial<TechnologyRecord>, "chooseFor" | "tradeoff" | "pros" | "cons">;

const clauses = { chooseFor: "iOS speed", tradeoff: "npm chores" };
const lists = { pros: points("Fast. Very fast", "Small"), cons: points("Costs $5, etc.", "Old") };
const decisive = "What decides it for you is this: Fast. Very fast";
const accepted = "What you accept: Costs $5, etc.";

/** What is on file, what is said for it, and what is said for it against a pick. */
const TABLE: [string, Given, string[], string[]][] = [
  [
    "everything",
    { ...clauses, ...lists },
    ["You want iOS speed and can live with npm chores."],
    ["You prioritize iOS speed over what Bun offers."],
  ],
  [
    "no tradeoff",
    { chooseFor: "iOS speed", ...lists },
    ["You want iOS speed."],
    ["You prioritize iOS speed over what Bun offers."],
  ],
  [
    "clauses only",
    clauses,
    ["You want iOS speed and can live with npm chores."],
    ["You prioritize iOS speed over what Bun offers."],
  ],
  [
    "a tradeoff but nothing to choose it for",
    { tradeoff: "npm chores", ...lists },
    [decisive, accepted],
    [decisive],
  ],
  ["pros and cons", lists, [decisive, accepted], [decisive]],
  ["pros only", { pros: lists.pros }, [decisive], [decisive]],
  ["cons only", { cons: lists.cons }, [], []],
  ["a tradeoff only", { tradeoff: "npm chores" }, [], []],
  ["nothing", {}, [], []],
  [
    "clauses that end sentences",
    { chooseFor: "speed", tradeoff: "chores, toil, etc." },
    ["You want speed and can live with chores, toil, etc."],
    ["You prioritize speed over what Bun offers."],
  ],
  [
    "a clause that ends in a bracket",
    { chooseFor: "speed (e.g. on ARM)" },
    ["You want speed (e.g. on ARM)."],
    ["You prioritize speed (e.g. on ARM) over what Bun offers."],
  ],
];

describe.each(TABLE)("a side with %s", (_, given, forIt, againstPick) => {
  const label = "Use Deno if:";

  test("as the pick", () => {
    const { lines } = verdictOf(
      technology("Deno", { ring: "adopt", ...given }),
      technology("Bun", { ring: "hold" }),
    );
    expect(lines).toEqual(forIt.length > 0 ? [{ side: "left", label, sentences: forIt }] : []);
  });

  test("against the pick", () => {
    const { lines } = verdictOf(
      technology("Deno", { ring: "hold", ...given }),
      technology("Bun", { ring: "adopt" }),
    );
    expect(lines).toEqual(againstPick.length > 0 ? [{ side: "left", label, sentences: againstPick }] : []);
  });

  test.each([
    ["too close to call", { ring: "adopt" }, { ring: "adopt" }],
    ["not rated", {}, {}],
    ["doing different jobs", { category: "other" }, {}],
  ] as const)("%s", (_, left, right) => {
    const { lines } = verdictOf(technology("Deno", { ...left, ...given }), technology("Bun", right));
    expect(lines).toEqual(forIt.length > 0 ? [{ side: "left", label, sentences: forIt }] : []);
  });
});

describe("the order of the lines", () => {
  const deno = technology("Deno", { ...clauses, ring: "hold" });
  const bun = technology("Bun", { chooseFor: "one binary", ring: "adopt" });

  test.each([
    ["right", deno, bun],
    ["left", bun, deno],
  ])("is the pick's first, on the %s side too", (side, left, right) => {
    const verdict = verdictOf(left, right);
    expect(verdict.pick).toBe(side);
    expect(verdict.lines.map(({ label, sentences }) => [label, ...sentences])).toEqual([
      ["Use Bun if:", "You want one binary."],
      ["Use Deno if:", "You prioritize iOS speed over what Bun offers."],
    ]);
  });

  test("is left, then right without a pick", () => {
    const { lines } = verdictOf(deno, { ...bun, ring: "hold" });
    expect(lines).toEqual([
      {
        side: "left",
        label: "Use Deno if:",
        sentences: ["You want iOS speed and can live with npm chores."],
      },
      { side: "right", label: "Use Bun if:", sentences: ["You want one binary."] },
    ]);
  });
});

test("with nothing on file for both sides there are no lines at all", () => {
  expect(verdictOf(technology("Deno"), technology("Bun")).lines).toEqual([]);
});
