import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { emptyComparisonForm } from "../comparisons/form";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { comparisonForm, technologyForm } from "../testing/form-arbitraries";
import { pointForm } from "../testing/form-edits";
import { listChanges } from "./diff";
import { diffTexts, type Part } from "./diff-texts";
import { FORMS } from "./forms";
import { NAMES } from "./labels";
import { ITEM_TYPES } from "./types";

const without = (parts: Part[], kind: Part["kind"]) =>
  parts
    .filter((one) => one.kind !== kind)
    .map(({ text }) => text)
    .join("");

/** "a [-b-] {+c+}", as wdiff writes it. */
const wdiff = (parts: Part[]) =>
  parts
    .map(({ text, kind }) => (kind === "same" ? text : kind === "added" ? `{+${text}+}` : `[-${text}-]`))
    .join("");

describe("two texts", () => {
  it.each([
    ["Fast to build", "Fast to link", "Fast to [-build-]{+link+}"],
    ["Fast", "Fast to build", "Fast{+ to build+}"],
    ["Fast.", "Fast!", "Fast[-.-]{+!+}"],
    ["", "New", "{+New+}"],
    ["Old", "", "[-Old-]"],
    [
      "Wholly other words here",
      "Nothing like it at all",
      "[-Wholly other words here-]{+Nothing like it at all+}",
    ],
    ["学习它。然后", "学习你。然后", "学习[-它-]{+你+}。然后"],
    ["same", "same", "same"],
  ])("%j and %j", (before, after, shown) => {
    expect(wdiff(diffTexts(before, after))).toBe(shown);
  });

  test("of any kind are both in what is shown of them, to the letter", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    const words = fc.array(fc.constantFrom("a", "b", "\n", " ", "\r\n", "“c”"), { maxLength: 60 });
    const any = fc.oneof(
      text,
      words.map((all) => all.join("")),
    );
    const property = fc.property(any, any, (before, after) => {
      const parts = diffTexts(before, after);
      expect([without(parts, "added"), without(parts, "removed")]).toEqual([before, after]);
    });
    fc.assert(property, { seed: 20261122, numRuns: 1_000 });
  });

  const paragraphs = (change: (index: number) => string) =>
    Array.from(
      { length: 500 },
      (_, index) => `Paragraph ${index} ${change(index)} ${"word ".repeat(15)}\n`,
    ).join("");

  it("that are long and changed in many places are compared line by line, then by words", () => {
    const [before, after] = [paragraphs(() => "old"), paragraphs((index) => (index % 2 ? "new" : "old"))];
    const parts = diffTexts(before, after);
    expect([without(parts, "added"), without(parts, "removed")]).toEqual([before, after]);
    expect(parts.filter(({ kind }) => kind === "added").map(({ text }) => text.trim())).toContain("new");
  });

  it.each([
    ["in every word", "a ".repeat(25_000), "b ".repeat(25_000)],
    ["in every other word", "a b ".repeat(12_500), "a c ".repeat(12_500)],
    ["in every line", "old line\n".repeat(5_500), "new text\n".repeat(5_500)],
    ["in the order of their words", paragraphs(String), paragraphs(String).split(" ").reverse().join(" ")],
  ])("of 50,000 characters that differ %s take no more than a second", (_, before, after) => {
    const times = Array.from({ length: 3 }, () => {
      const start = performance.now();
      diffTexts(before, after);
      return performance.now() - start;
    });
    // The quickest: whatever else runs on the machine makes the others slow.
    expect(Math.min(...times)).toBeLessThan(1_000);
    const parts = diffTexts(before, after);
    expect([without(parts, "added"), without(parts, "removed")]).toEqual([before, after]);
  });
});

const form = (given: Partial<TechnologyForm>): TechnologyForm => ({ ...emptyTechnologyForm(), ...given });
const points = (...texts: string[]) => texts.map((text) => pointForm(text.slice(0, 1), text));

function shown(before: Partial<TechnologyForm>, after: Partial<TechnologyForm>): string[] {
  return listChanges("technology", form(before), form(after)).map(({ label, kind, from, parts }) =>
    [kind, from ? `${label} (was ${from})` : label, wdiff(parts)].join(" | "),
  );
}

describe("two forms", () => {
  it("that are the same have no changes", () => {
    expect(shown({ lead: "a", pros: points("b") }, { lead: "a", pros: points("b") })).toEqual([]);
  });

  it("are compared field by field, in the order of the page", () => {
    expect(shown({ logo: "go", lead: "Fast and safe" }, { lead: "Fast and small", name: "Go" })).toEqual([
      "changed | Name | {+Go+}",
      "changed | Lead | Fast and [-safe-]{+small+}",
      "changed | Logo | [-go-]",
    ]);
  });

  it("say which rows were added, removed, moved and written in", () => {
    const before = { pros: points("a one", "b two", "c three", "d four"), cons: points("x", "y") };
    const after = {
      pros: [...points("new", "d four", "a one"), pointForm("b", "b two!")],
      cons: [...points("x"), pointForm("c", "c three")],
    };
    expect(shown(before, after)).toEqual([
      "added | Pro 1 | {+new+}",
      "moved | Pro 2 (was Pro 4) | d four",
      "changed | Pro 4 | b two{+!+}",
      "moved | Con 2 (was Pro 3) | c three",
      "removed | Con 2 | [-y-]",
    ]);
  });

  it("name the fields of a row", () => {
    const sourced = { ...pointForm("a", "Fast"), sourceTitle: "npm", sourceUrl: "https://npmjs.com" };
    expect(shown({ pros: [pointForm("a", "Fast")] }, { pros: [sourced] })).toEqual([
      "changed | Pro 1: source | {+npm+}",
      "changed | Pro 1: address of the source | {+https://npmjs.com+}",
    ]);
    expect(shown({}, { pros: [sourced] })).toEqual(["added | Pro 1 | {+Fast\nnpm\nhttps://npmjs.com+}"]);
    expect(shown({ cons: [sourced] }, {})).toEqual(["removed | Con 1 | [-Fast\nnpm\nhttps://npmjs.com-]"]);
  });

  it("that were read from a history, with keys of their own, know their rows by what they say", () => {
    const before = { pros: [pointForm("k1", "Fast to build"), pointForm("k2", "Small")] };
    const after = { pros: [pointForm("r1", "Fast to link"), pointForm("r2", "Small")] };
    expect(shown(before, after)).toEqual(["changed | Pro 1 | Fast to [-build-]{+link+}"]);
  });

  it("list names entry by entry", () => {
    expect(shown({ aliases: ["Go", "golang"] }, { aliases: ["Go", "Go language", "golang"] })).toEqual([
      "changed | Also known as | Go, {+Go language, +}golang",
    ]);
  });

  it("of comparisons call sides by what stands there", () => {
    const row = { key: "k", name: "Speed", left: "1", right: "2" };
    const before = { ...emptyComparisonForm(), left: "go", right: "rust", outcome: "pick" } as const;
    const changes = listChanges(
      "comparison",
      { ...before, pick: "left", criteria: [{ ...row, edge: "left" }] },
      { ...before, pick: "right", criteria: [{ ...row, edge: "even" }] },
    );
    expect(changes.map(({ label, path, parts }) => [label, path, wdiff(parts)])).toEqual([
      ["Verdict: pick", "pick", "[-go-]{+rust+}"],
      ["Criterion 1: edge", "criteria.k.edge", "[-go-]{+even+}"],
    ]);
  });

  it.each(ITEM_TYPES)("every field of a %s has a name", (type) => {
    expect(Object.keys(NAMES[type]).sort()).toEqual(Object.keys(FORMS[type].empty()).sort());
  });

  test("any two can be compared, and differ in nothing only when they are the same", () => {
    const property = fc.property(technologyForm, technologyForm, (before, after) => {
      expect(listChanges("technology", before, before)).toEqual([]);
      const changes = listChanges("technology", before, after);
      if (before.lead !== after.lead) expect(changes.map(({ path }) => path)).toContain("lead");
      for (const { parts } of changes) expect(parts.length).toBeGreaterThan(0);
    });
    fc.assert(property, { seed: 20261122, numRuns: 100 });
    const compared = fc.property(comparisonForm, comparisonForm, (before, after) => {
      expect(listChanges("comparison", before, before)).toEqual([]);
      listChanges("comparison", before, after);
    });
    fc.assert(compared, { seed: 20261122, numRuns: 100 });
  });
});
