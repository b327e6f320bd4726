import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { emptyComparisonForm } from "../comparisons/form";
import { hasDistinctKeys, keysOf } from "../form-fields";
import { emptyTechnologyForm, type TechnologyForm } from "../technologies/form";
import { applyEdits, editArbitrary, pointForm, technologyFormArbitrary } from "../testing/form-edits";
import { alignKeys } from "./align";

const form = (given: Partial<TechnologyForm>): TechnologyForm => ({ ...emptyTechnologyForm(), ...given });

/** Points as they are read from a document: their keys come of their texts. */
const read = (texts: string[]) => {
  const keys = keysOf(texts);
  return texts.map((text, index) => pointForm(keys[index] ?? "", text));
};

/** Points with keys from a browser: the places in the list. */
const typed = (texts: string[]) => texts.map((text, index) => pointForm(`k${index}`, text));

function keysAfter(before: string[], after: string[]): string[] {
  const { pros } = alignKeys(form({ pros: typed(before) }), form({ pros: read(after) }));
  expect(pros.map(({ text }) => text)).toEqual(after);
  return pros.map(({ key }) => (/^k\d$/.test(key) ? key : "new"));
}

describe("a row that was read anew is the one it was when", () => {
  it.each<[string, string[], string[], string[]]>([
    ["nothing changed", ["a", "b", "c"], ["a", "b", "c"], ["k0", "k1", "k2"]],
    ["it moved", ["a", "b", "c"], ["c", "a", "b"], ["k2", "k0", "k1"]],
    ["it says something else in the same place", ["a", "b", "c"], ["a", "x", "c"], ["k0", "k1", "k2"]],
    ["it is the first", ["a", "b"], ["x", "b"], ["k0", "k1"]],
    ["it is the last", ["a", "b"], ["a", "x"], ["k0", "k1"]],
    [
      "two side by side say something else",
      ["a", "b", "c", "d"],
      ["a", "x", "y", "d"],
      ["k0", "k1", "k2", "k3"],
    ],
    ["others were added round it", ["a", "b"], ["x", "a", "y", "b", "z"], ["new", "k0", "new", "k1", "new"]],
    ["others were deleted", ["a", "b", "c"], ["c"], ["k2"]],
    [
      "one was added before it, and half of its words are the same",
      ["a", "Fast to build", "c"],
      ["a", "New here", "Fast to link", "c"],
      ["k0", "new", "k1", "k2"],
    ],
    ["others say the same", ["a", "a", "b"], ["a", "a", "a", "b"], ["k0", "k1", "new", "k2"]],
    ["everything is new", [], ["a"], ["new"]],
    ["everything is gone", ["a"], [], []],
  ])("%s", (_, before, after, keys) => {
    expect(keysAfter(before, after)).toEqual(keys);
  });

  it("it moved to the other side", () => {
    const base = form({ pros: typed(["a", "b"]), cons: [pointForm("x", "c")] });
    const theirs = alignKeys(base, form({ pros: read(["b"]), cons: read(["c", "a"]) }));
    expect(theirs.cons.map(({ key }) => key)).toEqual(["x", "k0"]);
  });

  it("only its source changed", () => {
    const base = form({ pros: typed(["a", "b"]) });
    const sourced = read(["b", "a"]).map((point) => ({ ...point, sourceUrl: "https://x.org" }));
    expect(alignKeys(base, form({ pros: sourced })).pros.map(({ key }) => key)).toEqual(["k1", "k0"]);
  });

  it("it stands in a comparison", () => {
    const base = { ...emptyComparisonForm(), useLeftIf: [{ key: "r1", text: "You ship on Friday" }] };
    const theirs = { ...emptyComparisonForm(), useLeftIf: [{ key: "h1", text: "You ship on Mondays" }] };
    expect(alignKeys(base, theirs).useLeftIf).toEqual([{ key: "r1", text: "You ship on Mondays" }]);
  });
});

test("a deleted pro does not become a new con", () => {
  const base = form({ pros: typed(["a"]), cons: [] });
  const theirs = form({ pros: [], cons: read(["b"]) });
  expect(alignKeys(base, theirs)).toEqual(theirs);
});

test("whatever was changed, nothing but keys is touched, and no two rows get one key", () => {
  const edits = fc.array(editArbitrary, { maxLength: 8 });
  const property = fc.property(technologyFormArbitrary, edits, edits, (start, mine, theirs) => {
    const base = applyEdits(start, mine, "m");
    const edited = applyEdits(start, theirs, "t");
    const keys = keysOf([...edited.pros, ...edited.cons].map(({ text }) => text));
    const pros = edited.pros.map((point, index) => ({ ...point, key: keys[index] ?? "" }));
    const cons = edited.cons.map((point, index) => ({ ...point, key: keys[pros.length + index] ?? "" }));
    const readAnew = { ...edited, pros, cons };
    const aligned = alignKeys(base, readAnew);
    const bare = ({ pros, cons, ...rest }: TechnologyForm) => ({
      ...rest,
      pros: pros.map((point) => ({ ...point, key: "" })),
      cons: cons.map((point) => ({ ...point, key: "" })),
    });
    expect(bare(aligned)).toEqual(bare(readAnew));
    expect(hasDistinctKeys([...aligned.pros, ...aligned.cons])).toBe(true);
    expect(alignKeys(aligned, aligned)).toEqual(aligned);
    expect(alignKeys(base, aligned)).toEqual(aligned);
  });
  fc.assert(property, { seed: 20261122, numRuns: 500 });
});
