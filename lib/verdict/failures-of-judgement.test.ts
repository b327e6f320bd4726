import { describe, expect, test } from "vitest";
import { inAddressOrder, pairPath } from "../pair/pair";
import { downloads, points, technology, textsOf, verdictOf } from "../testing/records";
import type { TechnologyRecord } from "./types";

// What composers of such pages claim without grounds. Each block is one failure that must not come back.

describe("where there is no data, nothing is said", () => {
  test("a bare pair has its names, its leads and no filler", () => {
    const verdict = verdictOf(technology("Deno", { lead: "One." }), technology("Bun", { lead: "Two." }));
    expect(textsOf(verdict)).toEqual([
      "Deno vs Bun",
      "Deno or Bun? Here's our take.",
      "No pick yet",
      "We have not rated both yet.",
      "Deno",
      "One.",
      "Bun",
      "Two.",
      "No pick yet",
    ]);
  });

  test.each(["pros", "cons", "related"] as const)("no %s are made up", (list) => {
    const verdict = verdictOf(technology("Deno", { ring: "adopt" }), technology("Bun", { ring: "hold" }));
    expect(verdict.sections.map((section) => section[list])).toEqual([[], []]);
  });
});

describe("related technologies are names, never points", () => {
  const related = new Map([
    ["c-plus-plus", { slug: "c-plus-plus", name: "C++" }],
    ["old-npm", { slug: "npm", name: "npm" }],
  ]);
  const record = technology("Deno", {
    related: ["c-plus-plus", "machine-learning", "old-npm", "3d"],
    pros: points("Fast"),
  });
  const [section] = verdictOf(record, technology("Bun"), { related }).sections;

  test("linked where a page stands behind them, else in words", () => {
    expect(section.related).toEqual([
      { slug: "c-plus-plus", name: "C++" },
      { name: "Machine learning" },
      { slug: "npm", name: "npm" },
      { name: "3d" },
    ]);
  });

  test("and the pros are the pros", () => {
    expect(section.pros).toEqual([{ text: "Fast" }]);
  });
});

describe("the first listed does not win for being first", () => {
  test.each([
    ["ratings", { ring: "adopt" }, { ring: "trial" }],
    ["figures", { popularity: downloads(9) }, { popularity: downloads(2) }],
    ["too close", { ring: "hold" }, { ring: "hold" }],
    ["unrated", {}, { ring: "hold" }],
    ["different jobs", { category: "one" }, {}],
  ] as [string, Partial<TechnologyRecord>, Partial<TechnologyRecord>][])("by %s", (_, one, other) => {
    const [deno, bun] = [technology("Deno", one), technology("Bun", other)];
    const [there, back] = [verdictOf(deno, bun), verdictOf(bun, deno)];
    expect(back.outcome).toBe(there.outcome);
    expect(back.pickBlock).toEqual(there.pickBlock);
    expect(back.bottomLine).toEqual(there.bottomLine);
    expect(there.pick === null || there.pick !== back.pick).toBe(true);
  });

  test("and both ways of asking have one address", () => {
    const canonical = "/compare/bun-vs-deno";
    expect(pairPath(inAddressOrder({ left: "deno", right: "bun" }))).toBe(canonical);
    expect(pairPath(inAddressOrder({ left: "bun", right: "deno" }))).toBe(canonical);
  });
});

describe("a claim about use has its figures, source and month, or is not made", () => {
  const figure = downloads(120_000_000);

  test.each([
    ["no figures", undefined, undefined],
    ["one figure", figure, undefined],
    ["figures too close", figure, downloads(100_000_000)],
    ["figures of two sources", figure, downloads(5, { source: { title: "PyPI", url: "https://pypi.org/" } })],
    ["figures of two years", figure, downloads(5, { asOf: "2024-10-31" })],
  ])("%s: no claim", (_, one, other) => {
    for (const ring of ["adopt", undefined] as const) {
      const verdict = verdictOf(
        technology("Deno", { ring, popularity: one }),
        technology("Bun", { ring, popularity: other }),
      );
      expect(textsOf(verdict).join("\n")).not.toMatch(/\buse[ds]?\b(?! .* if:)|popular|million/);
    }
  });

  test("figures: the whole claim", () => {
    const verdict = verdictOf(
      technology("Deno", { popularity: downloads(5) }),
      technology("Bun", { popularity: figure }),
    );
    const claim = "Bun is used more: 120 million npm downloads a month against 5 (npm, October 2026).";
    expect(verdict.pickBlock.basis).toBe(claim);
  });
});

describe("between different jobs there is no winner", () => {
  test.each([
    ["methodology", "concept"],
    ["practice", "tool"],
    ["language", "framework"],
    ["library", "database"],
  ] as const)("a %s and a %s", (left, right) => {
    const pair = { left: { slug: "xp", name: "XP" }, right: { slug: "scrum", name: "Scrum" } };
    const verdict = verdictOf(
      technology("Agile", { kind: left, ring: "adopt" }),
      technology("Unikernels", { kind: right, ring: "hold" }),
      { nearest: [pair] },
    );
    expect(verdict).toMatchObject({ outcome: "different-jobs", pick: null });
    expect(verdict.sections.some(({ picked }) => picked)).toBe(false);
    expect(verdict.bottomLine.nearest?.pairs).toEqual([pair]);
    expect(textsOf(verdict).join("\n")).not.toMatch(/wins|Nice Pick|rating/);
  });
});

test("no verb has to agree with a name that may be a plural", () => {
  for (const ring of ["adopt", "hold", undefined] as const) {
    for (const category of ["testing", "other"]) {
      const unikernels = technology("Unikernels", { ring, category, lead: "Small.", chooseFor: "size" });
      const verdict = verdictOf(
        unikernels,
        technology("Containers", { ring: "assess", lead: "Large.", chooseFor: "ease" }),
      );
      expect(textsOf(verdict).join("\n")).not.toMatch(
        /(?:Unikernels|Containers) (?:is|are|has|have|was|were|does)\b/,
      );
    }
  }
});
