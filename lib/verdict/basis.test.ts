import { describe, expect, test } from "vitest";
import { downloads, points, technology, verdictOf } from "../testing/records";
import type { Popularity, Ring, TechnologyRecord } from "./types";

const basisOf = (left: Partial<TechnologyRecord>, right: Partial<TechnologyRecord>) =>
  verdictOf(technology("Jest", left), technology("Mocha", right)).pickBlock.basis;

describe("ratings apart", () => {
  test.each([
    ["adopt", "trial", "Our ratings: Jest, Adopt; Mocha, Trial."],
    ["adopt", "assess", "Our ratings: Jest, Adopt; Mocha, Assess."],
    ["adopt", "hold", "Our ratings: Jest, Adopt; Mocha, Hold."],
    ["trial", "assess", "Our ratings: Jest, Trial; Mocha, Assess."],
    ["trial", "hold", "Our ratings: Jest, Trial; Mocha, Hold."],
    ["assess", "hold", "Our ratings: Jest, Assess; Mocha, Hold. The better of the two."],
  ] as const)("%s over %s, the pick's first on either side", (better, worse, basis) => {
    expect(basisOf({ ring: better }, { ring: worse })).toBe(basis);
    const swapped = verdictOf(technology("Mocha", { ring: worse }), technology("Jest", { ring: better }));
    expect(swapped.pickBlock.basis).toBe(basis);
  });

  test("figures are left out where the ratings decide", () => {
    const basis = basisOf(
      { ring: "adopt", popularity: downloads(5) },
      { ring: "hold", popularity: downloads(9) },
    );
    expect(basis).toBe("Our ratings: Jest, Adopt; Mocha, Hold.");
  });

  test("names that begin with a small letter stay so", () => {
    const verdict = verdictOf(technology("npm", { ring: "trial" }), technology("iOS", { ring: "hold" }));
    expect(verdict.pickBlock.basis).toBe("Our ratings: npm, Trial; iOS, Hold.");
  });
});

describe("use decides", () => {
  const basis = (one: Popularity, other: Popularity, ring?: Ring) =>
    basisOf({ ring, popularity: one }, { ring, popularity: other });

  test.each([
    ["adopt", "We rate both Adopt; Jest is used more"],
    ["trial", "We rate both Trial; Jest is used more"],
    ["assess", "We rate both Assess; Jest is used more"],
    ["hold", "We rate both Hold; Jest is used more"],
    [undefined, "Jest is used more"],
  ] as const)("with both rated %s", (ring, opening) => {
    expect(basis(downloads(120_400_000), downloads(80_000_000), ring)).toBe(
      `${opening}: 120 million npm downloads a month against 80 million (npm, October 2026).`,
    );
  });

  test("the pick's figure comes first, on the right side too", () => {
    expect(basis(downloads(80_000_000), downloads(120_000_000), "adopt")).toBe(
      "We rate both Adopt; Mocha is used more: 120 million npm downloads a month against 80 million (npm, October 2026).",
    );
  });

  test.each([
    [950, 12, "950 npm downloads a month against 12"],
    [1_250, 1_000, "1.3 thousand npm downloads a month against 1 thousand"],
    [48_731, 9_312, "49 thousand npm downloads a month against 9.3 thousand"],
    [999_999, 1_234, "1 million npm downloads a month against 1.2 thousand"],
    [1_234_567_890, 640_100_000, "1.2 billion npm downloads a month against 640 million"],
    [54.2, 31.5, "54 npm downloads a month against 32"],
    [0.5, 0.25, "0.5 npm downloads a month against 0.25"],
  ])("%d against %d is rounded in words", (more, less, figures) => {
    expect(basis(downloads(more), downloads(less))).toBe(
      `Jest is used more: ${figures} (npm, October 2026).`,
    );
  });

  test.each([
    ["2026-10-01", "2026-10-31", "October 2026"],
    ["2026-10-31T23:30:00Z", "2026-10-01", "October 2026"],
    ["2026-10-01", "2026-09-30", "October and September 2026"],
    ["2026-08-15", "2026-10-31", "August and October 2026"],
    ["2027-01-02", "2026-12-31", "January 2027 and December 2026"],
    ["2026-12-31", "2027-03-01", "December 2026 and March 2027"],
  ])("figures of %s and %s name their months, the pick's first", (first, second, months) => {
    const [one, other] = [downloads(200, { asOf: first }), downloads(100, { asOf: second })];
    const claim = `Jest is used more: 200 npm downloads a month against 100 (npm, ${months}).`;
    expect(basis(one, other)).toBe(claim);
    expect(basis(other, one)).toBe(claim.replace("Jest", "Mocha"));
  });
});

describe("no pick", () => {
  test.each([
    ["adopt", "We rate both Adopt. Choose by the lines below."],
    ["hold", "We rate both Hold. Choose by the lines below."],
  ] as const)("both rated %s", (ring, basis) => {
    expect(basisOf({ ring, chooseFor: "speed" }, { ring })).toBe(basis);
  });

  test("nothing is said of lines below where there are none", () => {
    expect(basisOf({ ring: "adopt" }, { ring: "adopt", cons: points("Slow") })).toBe("We rate both Adopt.");
  });

  test.each([
    ["one is not rated", { ring: "adopt" }, {}],
    ["neither is rated", {}, {}],
    [
      "only the figures would tell",
      { ring: "adopt", popularity: downloads(9) },
      { popularity: downloads(1) },
    ],
  ] as const)("%s", (_, left, right) => {
    expect(basisOf(left, right)).toBe("We have not rated both yet.");
    expect(basisOf(right, left)).toBe("We have not rated both yet.");
  });

  test("different jobs have no basis, rated or not", () => {
    expect(basisOf({ category: "one", ring: "adopt" }, { ring: "hold" })).toBeUndefined();
  });
});
