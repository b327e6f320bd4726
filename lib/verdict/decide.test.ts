import { describe, expect, test } from "vitest";
import { downloads, technology } from "../testing/records";
import { comparableKinds, decide, doSameJob } from "./decide";
import type { Kind, Popularity, Ring, TechnologyRecord } from "./types";

const KINDS: Kind[] = [
  "language",
  "framework",
  "library",
  "database",
  "tool",
  "platform",
  "protocol",
  "service",
  "concept",
  "methodology",
  "practice",
];

/** Which kinds can stand in for which, in the order above: x where they can. */
const MATRIX: Record<Kind, string> = {
  language: "    x . . . . . . . . . .",
  framework: "   . x x x x x . x . . .",
  library: "     . x x . . . . . . . .",
  database: "    . x . x x x . x . . .",
  tool: "        . x . x x x . x . . .",
  platform: "    . x . x x x . x . . .",
  protocol: "    . . . . . . x . . . .",
  service: "     . x . x x x . x . . .",
  concept: "     . . . . . . . . x . .",
  methodology: " . . . . . . . . . x .",
  practice: "    . . . . . . . . . . x",
};

type Given = Partial<TechnologyRecord>;

const decideOn = (left: Given, right: Given) => decide(technology("Left", left), technology("Right", right));

/** Decides both ways round, makes sure that they agree, and names who is picked or the outcome without a pick. */
function outcomeOf(one: Given, other: Given): string {
  const [there, back] = [decideOn(one, other), decideOn(other, one)];
  const swapped = { left: "right", right: "left" } as const;
  expect(back).toEqual(there.outcome === "pick" ? { ...there, pick: swapped[there.pick] } : there);
  if (there.outcome !== "pick") return there.outcome;
  return `${there.pick === "left" ? "the first" : "the second"} by ${there.by}`;
}

describe("kinds", () => {
  const cells = KINDS.flatMap((one) => {
    const row = MATRIX[one].trim().split(" ");
    return KINDS.map((other, column) => [one, other, row[column] === "x"] as const);
  });

  test("the table is complete and symmetric", () => {
    expect(cells).toHaveLength(121);
    for (const [one, other, can] of cells) {
      expect(cells.find((cell) => cell[0] === other && cell[1] === one)?.[2]).toBe(can);
    }
  });

  test.each(cells)("%s and %s: %s", (one, other, can) => {
    expect(doSameJob(technology("Left", { kind: one }), technology("Right", { kind: other }))).toBe(can);
    expect(comparableKinds(one).includes(other)).toBe(can);
    expect(decideOn({ kind: one, ring: "adopt" }, { kind: other, ring: "hold" })).toEqual(
      can ? { outcome: "pick", pick: "left", by: "ring" } : { outcome: "different-jobs" },
    );
  });
});

describe("category and related", () => {
  test.each([
    ["the same category", {}, {}, true],
    ["neither category nor relation", { category: "one" }, {}, false],
    ["the left lists the right", { category: "one", related: ["docker", "right"] }, {}, true],
    ["the right lists the left", { category: "one" }, { related: ["left"] }, true],
    ["both relate to a third only", { category: "one", related: ["third"] }, { related: ["third"] }, false],
    ["related by name, not by slug", { category: "one", related: ["Right"] }, {}, false],
    [
      "related, of kinds that do not compete",
      { category: "one", related: ["right"], kind: "concept" },
      {},
      false,
    ],
    ["the same category, of kinds that do not compete", { kind: "practice" }, { kind: "methodology" }, false],
  ] as [string, Given, Given, boolean][])("%s", (_, left, right, same) => {
    expect(doSameJob(technology("Left", left), technology("Right", right))).toBe(same);
    expect(doSameJob(technology("Right", right), technology("Left", left))).toBe(same);
    expect(decideOn(left, right).outcome).toBe(same ? "unrated" : "different-jobs");
  });

  test("different jobs are never decided by ratings or figures", () => {
    const strong: Given = { category: "one", ring: "adopt", popularity: downloads(9) };
    expect(outcomeOf(strong, { ring: "hold", popularity: downloads(1) })).toBe("different-jobs");
  });
});

describe("rings", () => {
  const rings: (Ring | undefined)[] = ["adopt", "trial", "assess", "hold", undefined];
  const cells = rings.flatMap((one, row) =>
    rings.map((other, column) => [one, other, column - row] as const),
  );

  test.each(cells)("%s and %s", (one, other, apart) => {
    const bothRated = one !== undefined && other !== undefined;
    const expected = apart === 0 ? "too-close" : apart > 0 ? "the first by ring" : "the second by ring";
    expect(outcomeOf({ ring: one }, { ring: other })).toBe(bothRated ? expected : "unrated");
  });

  test.each(cells.filter(([one, other]) => one && other && one !== other))(
    "%s and %s decide against every figure",
    (one, other, apart) => {
      const expected = apart > 0 ? "the first by ring" : "the second by ring";
      expect(
        outcomeOf({ ring: one, popularity: downloads(1) }, { ring: other, popularity: downloads(9e9) }),
      ).toBe(expected);
      expect(
        outcomeOf({ ring: one, popularity: downloads(9e9) }, { ring: other, popularity: downloads(1) }),
      ).toBe(expected);
    },
  );

  test.each(["adopt", "hold"] as const)("%s against no rating is not decided by figures", (ring) => {
    expect(outcomeOf({ ring, popularity: downloads(9e9) }, { popularity: downloads(1) })).toBe("unrated");
    expect(outcomeOf({ ring, popularity: downloads(1) }, { popularity: downloads(9e9) })).toBe("unrated");
  });
});

describe.each([
  ["both rated alike", "trial", "too-close"],
  ["neither rated", undefined, "unrated"],
] as const)("figures, with %s", (_, ring, otherwise) => {
  const used = "the first by popularity";
  const npm = downloads(0).source;
  const table: [string, Popularity | undefined, Popularity | undefined, string][] = [
    ["twice the use", downloads(200), downloads(100), used],
    ["exactly 1.25 times", downloads(125), downloads(100), used],
    ["exactly 1.25 times, in fractions", downloads(0.125), downloads(0.1), used],
    ["just under 1.25 times", downloads(1_249_999), downloads(1_000_000), otherwise],
    ["the same figure", downloads(100), downloads(100), otherwise],
    ["one figure missing", downloads(100), undefined, otherwise],
    ["no figures", undefined, undefined, otherwise],
    ["zero against something", downloads(100), downloads(0), otherwise],
    ["zero against zero", downloads(0), downloads(0), otherwise],
    ["a negative figure", downloads(100), downloads(-1), otherwise],
    ["other units", downloads(200), downloads(100, { unit: "stars" }), otherwise],
    ["units in other case", downloads(200), downloads(100, { unit: "npm Downloads a month" }), otherwise],
    ["another source", downloads(200), downloads(100, { source: { ...npm, title: "PyPI" } }), otherwise],
    [
      "another page of the source",
      downloads(200),
      downloads(100, { source: { ...npm, url: "https://x.test/" } }),
      used,
    ],
    ["92 days apart", downloads(200), downloads(100, { asOf: "2026-07-31" }), used],
    ["93 days apart", downloads(200), downloads(100, { asOf: "2026-07-30" }), otherwise],
    ["92 days later", downloads(200), downloads(100, { asOf: "2027-01-31" }), used],
    ["93 days later", downloads(200), downloads(100, { asOf: "2027-02-01" }), otherwise],
    [
      "92 days and a second apart",
      downloads(200),
      downloads(100, { asOf: "2027-01-31T00:00:01Z" }),
      otherwise,
    ],
    ["a date that is none", downloads(200), downloads(100, { asOf: "soon" }), otherwise],
    ["the largest figure there is", downloads(1e15), downloads(1), used],
  ];

  test.each(table)("%s", (_, one, other, expected) => {
    expect(outcomeOf({ ring, popularity: one }, { ring, popularity: other })).toBe(expected);
  });
});
