import { describe, expect, test } from "vitest";
import { downloads, technology, verdictOf } from "../testing/records";
import type { CuratedRecord, TechnologyRecord } from "./types";

const go = technology("Go", { tagline: "the pragmatist", chooseFor: "one binary", tradeoff: "plain types" });
const rust = technology("Rust", {
  lead: "Learn Rust, e.g. for eBPF. It lasts",
  chooseFor: "control",
  kind: "language",
});

const curatedOf = (curated: Partial<CuratedRecord>, left: Partial<TechnologyRecord> = {}, right = left) =>
  verdictOf(
    { ...go, ...left },
    { ...rust, ...right },
    { curated: { outcome: "pick", pick: "rust", ...curated } },
  );

describe("an editor's texts take the composed ones' places, as given", () => {
  const texts = {
    epithets: ["the pragmatist", "iOS's perfectionist"] as [string, string],
    standfirst: "two answers to C++, etc",
    reason: "it catches more. Node.js cannot",
    bottomLine: "write it once; run it for years",
  };
  const verdict = curatedOf(texts);

  test("epithets", () => expect(verdict.title).toBe("Go vs Rust: the pragmatist vs iOS's perfectionist"));
  test("standfirst", () => expect(verdict.intro).toBe(texts.standfirst));
  test("reason", () => expect(verdict.pickBlock.text).toBe(texts.reason));
  test("bottom line", () => {
    expect(verdict.bottomLine).toEqual({ heading: "Rust wins", text: texts.bottomLine });
  });

  test("and leave everything else as it is composed", () => {
    const plain = curatedOf({});
    expect(verdict.sections).toEqual(plain.sections);
    expect(verdict.lines).toEqual(plain.lines);
    expect(verdict.pickBlock.heading).toBe("Nice Pick");
    expect(verdict.pickBlock.name).toBe("Rust");
  });
});

test("where the editor gave none, the composed ones stand", () => {
  expect(curatedOf({})).toMatchObject({
    title: "Go vs Rust",
    intro: "Go, the pragmatist, meets Rust. Here's our take.",
    pickBlock: { heading: "Nice Pick", name: "Rust", text: "Learn Rust, e.g. for eBPF. It lasts." },
    bottomLine: { heading: "Rust wins", text: "Learn Rust, e.g. for eBPF. It lasts." },
  });
});

describe("the editor's pick stands", () => {
  test.each([
    ["on the left", "go", "left", ["Use Go if:", "Use Rust if:"]],
    ["on the right", "rust", "right", ["Use Rust if:", "Use Go if:"]],
  ])("%s", (_, slug, side, labels) => {
    const verdict = curatedOf({ pick: slug });
    expect(verdict).toMatchObject({ outcome: "pick", pick: side });
    expect(verdict.sections.map(({ picked }) => picked)).toEqual([side === "left", side === "right"]);
    expect(verdict.lines.map(({ label }) => label)).toEqual(labels);
    expect(verdict.lines[0]?.sentences[0]).toMatch(/^You want /);
    expect(verdict.lines[1]?.sentences[0]).toMatch(/^You prioritize /);
  });

  test("across kinds and categories", () => {
    const verdict = curatedOf(
      {},
      { kind: "practice", category: "one" },
      { kind: "database", category: "two" },
    );
    expect(verdict).toMatchObject({ outcome: "pick", pick: "right", bottomLine: { heading: "Rust wins" } });
    expect(verdict.intro).toBe("Go, the pragmatist, meets Rust. Here's our take.");
    expect(verdict.pickBlock.basis).toBeUndefined();
  });

  test("against the ratings, and says so", () => {
    const verdict = curatedOf({}, { ring: "adopt" }, { ring: "hold" });
    expect(verdict).toMatchObject({ pick: "right", bottomLine: { heading: "Rust wins" } });
    expect(verdict.pickBlock.basis).toBe(
      "Our ratings: Rust, Hold; Go, Adopt. Our editors decide against them here.",
    );
  });

  test("with the ratings, and shows them", () => {
    expect(curatedOf({}, { ring: "trial" }, { ring: "adopt" }).pickBlock.basis).toBe(
      "Our ratings: Rust, Adopt; Go, Trial.",
    );
    expect(curatedOf({}, { ring: "hold" }, { ring: "assess" }).pickBlock.basis).toBe(
      "Our ratings: Rust, Assess; Go, Hold. The better of the two.",
    );
  });

  test("against the figures, without claiming them", () => {
    const verdict = curatedOf(
      {},
      { ring: "adopt", popularity: downloads(9) },
      { ring: "adopt", popularity: downloads(2) },
    );
    expect(verdict.pickBlock.basis).toBe("We rate both Adopt.");
    expect(verdict.bottomLine.heading).toBe("Rust wins");
  });

  test("with the figures, which are shown but did not decide", () => {
    const verdict = curatedOf(
      {},
      { ring: "adopt", popularity: downloads(2) },
      { ring: "adopt", popularity: downloads(9) },
    );
    expect(verdict.pickBlock.basis).toBe(
      "We rate both Adopt; Rust is used more: 9 npm downloads a month against 2 (npm, October 2026).",
    );
    expect(verdict.bottomLine.heading).toBe("Rust wins");
  });

  test.each([
    ["neither rated", {}, {}],
    ["one rated", { ring: "adopt" }, {}],
    [
      "one rated, figures for the pick",
      { ring: "adopt", popularity: downloads(2) },
      { popularity: downloads(9) },
    ],
  ] as const)("with nothing to rest on but the editor: %s", (_, left, right) => {
    expect(curatedOf({}, left, right).pickBlock.basis).toBeUndefined();
  });
});

describe("an editor may decline to pick", () => {
  test("too close, whatever the ratings say", () => {
    const verdict = curatedOf({ outcome: "too-close", pick: undefined }, { ring: "adopt" }, { ring: "hold" });
    expect(verdict).toMatchObject({ outcome: "too-close", pick: null });
    expect(verdict.pickBlock).toEqual({
      heading: "Too close to call",
      basis: "Our ratings: Go, Adopt; Rust, Hold.",
    });
    expect(verdict.bottomLine.heading).toBe("Too close to call");
    expect(verdict.lines.map(({ sentences }) => sentences)).toEqual([
      ["You want one binary and can live with plain types."],
      ["You want control."],
    ]);
  });

  test("too close, with no rating at all", () => {
    const verdict = curatedOf({
      outcome: "too-close",
      pick: undefined,
      reason: "both are good",
      bottomLine: "toss a coin",
    });
    expect(verdict.pickBlock).toEqual({ heading: "Too close to call", text: "both are good" });
    expect(verdict.bottomLine).toEqual({ heading: "Too close to call", text: "toss a coin" });
  });

  test("different jobs, though the records would do the same", () => {
    const nearest = [{ left: { slug: "c", name: "C" }, right: { slug: "rust", name: "Rust" } }];
    const curated = {
      outcome: "different-jobs",
      bottomLine: "use both",
      reason: "one calls the other",
    } as const;
    const verdict = verdictOf(
      { ...go, kind: "language", ring: "adopt" },
      { ...rust, ring: "hold" },
      { curated, nearest },
    );
    expect(verdict.intro).toBe("Go and Rust do different jobs.");
    expect(verdict.pickBlock).toEqual({ heading: "Different jobs", text: "one calls the other" });
    expect(verdict.bottomLine).toEqual({
      heading: "Nothing to choose between",
      text: "use both",
      nearest: { label: "Compare each with its own kind:", pairs: nearest },
    });
  });
});
