import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type ComparisonForm, emptyComparisonForm } from "../comparisons/form";
import { hasDistinctKeys } from "../form-fields";
import { emptyTechnologyForm, type TechnologyForm, technologyFormSchema } from "../technologies/form";
import { applyEdits, editArbitrary, pointForm, technologyFormArbitrary } from "../testing/form-edits";
import { merge3 } from "./merge";

const RUNS = { seed: 20261122, numRuns: 300 };

const edits = fc.array(editArbitrary, { maxLength: 6 });
const threeForms = fc.tuple(technologyFormArbitrary, edits, edits).map(([base, mine, theirs]) => ({
  base,
  mine: applyEdits(base, mine, "m"),
  theirs: applyEdits(base, theirs, "t"),
}));

type Leaf = { path: string; value: string };

/** Points by key, wherever they stand, and single texts. */
function leavesOf(form: TechnologyForm): Map<string, string> {
  const leaves: Leaf[] = [];
  for (const side of ["pros", "cons"] as const) {
    for (const { key, ...point } of form[side]) {
      leaves.push({ path: `${key}.side`, value: side });
      for (const [name, value] of Object.entries(point)) leaves.push({ path: `${key}.${name}`, value });
    }
  }
  for (const [name, value] of Object.entries(form)) {
    if (typeof value === "string") leaves.push({ path: name, value });
  }
  return new Map(leaves.map(({ path, value }) => [path, value]));
}

const keysIn = ({ pros, cons }: TechnologyForm) => [...pros, ...cons].map(({ key }) => key);
const withoutList = (path: string) => path.replace(/^(pros|cons)\./, "");

describe("for any forms", () => {
  test("what only one of the two changed is as that one has it", () => {
    const property = fc.property(threeForms, ({ base, mine }) => {
      expect(merge3(base, mine, base)).toEqual({ merged: mine, clashes: [] });
      expect(merge3(base, base, mine)).toEqual({ merged: mine, clashes: [] });
      expect(merge3(base, mine, mine)).toEqual({ merged: mine, clashes: [] });
    });
    fc.assert(property, RUNS);
  });

  test("each text that was changed is in the result, or is a clash", () => {
    const property = fc.property(threeForms, ({ base, mine, theirs }) => {
      const { merged, clashes } = merge3(base, mine, theirs);
      const [before, one, other, after] = [base, mine, theirs, merged].map(leavesOf);
      const clashing = new Map(clashes.map((clash) => [withoutList(clash.path), clash]));
      for (const [path, value] of one ?? []) {
        if (before?.get(path) === value) continue;
        if (clashing.has(path)) expect(clashing.get(path)).toMatchObject({ mine: value });
        else expect(after?.get(path)).toBe(value);
      }
      for (const [path, value] of other ?? []) {
        if (before?.get(path) !== value) expect(after?.get(path)).toBe(value);
      }
    });
    fc.assert(property, RUNS);
  });

  test("a clash is one text that both changed, and the result has theirs", () => {
    const property = fc.property(threeForms, ({ base, mine, theirs }) => {
      const { merged, clashes } = merge3(base, mine, theirs);
      const [before, one, other, after] = [base, mine, theirs, merged].map(leavesOf);
      for (const { path, ...clash } of clashes) {
        const leaf = withoutList(path);
        expect(clash).toEqual({
          base: before?.get(leaf) ?? "",
          mine: one?.get(leaf),
          theirs: other?.get(leaf),
        });
        expect(new Set(Object.values(clash)).size).toBe(3);
        expect(after?.get(leaf)).toBe(clash.theirs);
        if (leaf !== path) expect(after?.get(`${leaf.split(".")[0]}.side`)).toBe(path.split(".")[0]);
      }
    });
    fc.assert(property, RUNS);
  });

  test("no row that was added or written in goes missing, none comes twice, and none comes back", () => {
    const property = fc.property(threeForms, ({ base, mine, theirs }) => {
      const { merged } = merge3(base, mine, theirs);
      const [before, one, other] = [base, mine, theirs].map(leavesOf);
      const changed = (after: Map<string, string> | undefined, key: string) =>
        [...(after ?? [])].some(([path, value]) => path.startsWith(`${key}.`) && before?.get(path) !== value);
      const wanted = [...new Set([...keysIn(mine), ...keysIn(theirs)])].filter((key) => {
        const inBoth = one?.has(`${key}.side`) && other?.has(`${key}.side`);
        return inBoth || changed(one, key) || changed(other, key);
      });
      expect(keysIn(merged).sort()).toEqual(wanted.sort());
      expect(hasDistinctKeys([...merged.pros, ...merged.cons])).toBe(true);
    });
    fc.assert(property, RUNS);
  });

  test("it does not matter whose work is whose, but for clashes and for the order where both moved rows", () => {
    const unordered = (form: TechnologyForm) => ({
      ...form,
      pros: new Set(form.pros),
      cons: new Set(form.cons),
      aliases: form.aliases.toSorted(),
    });
    const property = fc.property(threeForms, ({ base, mine, theirs }) => {
      const [one, other] = [merge3(base, mine, theirs), merge3(base, theirs, mine)];
      const paths = (clashes: { path: string }[]) => clashes.map(({ path }) => path).sort();
      expect(paths(one.clashes)).toEqual(paths(other.clashes));
      if (one.clashes.length === 0) expect(unordered(one.merged)).toEqual(unordered(other.merged));
    });
    fc.assert(property, RUNS);
  });

  test("the result is a form again", () => {
    const property = fc.property(threeForms, ({ base, mine, theirs }) => {
      const { merged } = merge3(base, mine, theirs);
      expect(technologyFormSchema.parse(merged)).toEqual(merged);
      expect(Object.keys(merged)).toEqual(Object.keys(theirs));
    });
    fc.assert(property, RUNS);
  });

  test("rows that neither moved keep their order", () => {
    const texts = editArbitrary.filter(({ kind }) => kind !== "move");
    const arbitrary = fc.tuple(technologyFormArbitrary, fc.array(texts), fc.array(texts));
    const property = fc.property(arbitrary, ([base, mine, theirs]) => {
      const forms = [applyEdits(base, mine, "m"), applyEdits(base, theirs, "t")] as const;
      const merged = keysIn(merge3(base, ...forms).merged);
      for (const form of [base, ...forms]) {
        const common = keysIn(form).filter((key) => merged.includes(key));
        expect(merged.filter((key) => common.includes(key))).toEqual(common);
      }
    });
    fc.assert(property, RUNS);
  });
});

const points = (...texts: string[]) => texts.map((text) => pointForm(text.slice(0, 1), text));
const form = (given: Partial<TechnologyForm>): TechnologyForm => ({ ...emptyTechnologyForm(), ...given });

describe("two editors", () => {
  const base = form({ lead: "Lead", tagline: "Tag", pros: points("a", "b", "c"), cons: points("x", "y") });

  function merged(mine: Partial<TechnologyForm>, theirs: Partial<TechnologyForm>) {
    const result = merge3(base, { ...base, ...mine }, { ...base, ...theirs });
    const texts = (rows: { text: string }[]) => rows.map(({ text }) => text).join(" ");
    const { lead, tagline, pros, cons, aliases } = result.merged;
    return { lead, tagline, pros: texts(pros), cons: texts(cons), aliases, clashes: result.clashes };
  }

  it("in different fields meet nowhere", () => {
    expect(merged({ lead: "My lead" }, { tagline: "Their tag" })).toMatchObject({
      lead: "My lead",
      tagline: "Their tag",
      clashes: [],
    });
  });

  it("in one field clash", () => {
    expect(merged({ lead: "My lead" }, { lead: "Their lead" })).toMatchObject({
      lead: "Their lead",
      clashes: [{ path: "lead", base: "Lead", mine: "My lead", theirs: "Their lead" }],
    });
  });

  it("who wrote the same agree", () => {
    expect(merged({ lead: "New" }, { lead: "New" })).toMatchObject({ lead: "New", clashes: [] });
  });

  it("in one row, one moving it over and one writing in it, both have their way", () => {
    const theirs = { pros: [pointForm("a", "a!"), ...points("b", "c")] };
    expect(merged({ pros: points("b", "c"), cons: points("x", "a", "y") }, theirs)).toMatchObject({
      pros: "b c",
      cons: "x a! y",
      clashes: [],
    });
  });

  it("in one row that one deleted: what was written stays", () => {
    const written = { pros: [...points("a"), pointForm("b", "b!"), ...points("c")] };
    const deleted = { pros: points("a", "c") };
    expect(merged(written, deleted)).toMatchObject({ pros: "a b! c", clashes: [] });
    expect(merged(deleted, written)).toMatchObject({ pros: "a b! c", clashes: [] });
  });

  it("deleting and adding rows", () => {
    expect(merged({ pros: points("m", "a", "c") }, { pros: points("a", "b", "t") })).toMatchObject({
      pros: "m a t",
      clashes: [],
    });
  });

  it("adding at the same place keep both", () => {
    expect(merged({ cons: points("x", "m", "y") }, { cons: points("x", "t", "y") }).cons).toBe("x m t y");
  });

  it("adding to a list of bare texts, and taking from it", () => {
    const one = form({ aliases: ["Go", "golang", "G"] });
    const result = merge3(
      one,
      { ...one, aliases: ["Go", "G", "gopher"] },
      { ...one, aliases: ["go!", "Go", "golang"] },
    );
    expect(result).toMatchObject({ merged: { aliases: ["go!", "Go", "gopher"] }, clashes: [] });
  });

  it("clash in a row by its key and its present side", () => {
    const mine = { pros: points("b", "c"), cons: [pointForm("a", "mine"), ...points("x", "y")] };
    const theirs = { pros: [pointForm("a", "theirs"), ...points("b", "c")] };
    expect(merged(mine, theirs).clashes).toEqual([
      { path: "cons.a.text", base: "a", mine: "mine", theirs: "theirs" },
    ]);
  });

  it("on a comparison, of which the body is one text", () => {
    const row = { key: "k", name: "Speed", left: "Fast", right: "Slow", edge: "left" } as const;
    const one: ComparisonForm = { ...emptyComparisonForm(), body: "Body", criteria: [row] };
    const mine: ComparisonForm = { ...one, body: "My body", criteria: [{ ...row, edge: "even" }] };
    const theirs = { ...one, body: "Their body", criteria: [{ ...row, right: "Slower" }] };
    expect(merge3(one, mine, theirs)).toEqual({
      merged: { ...one, body: "Their body", criteria: [{ ...row, edge: "even", right: "Slower" }] },
      clashes: [{ path: "body", base: "Body", mine: "My body", theirs: "Their body" }],
    });
  });
});

test("full lists of two editors make a form that can still be kept, without a row lost", () => {
  const list = (editor: string) =>
    Array.from({ length: 60 }, (_, index) => pointForm(`${editor}${index}`, "x"));
  const { merged } = merge3(form({}), form({ pros: list("m") }), form({ pros: list("t") }));
  expect(merged.pros).toHaveLength(120);
  expect(technologyFormSchema.safeParse(merged).success).toBe(true);
});

test("sixty points with long texts are merged within 10 ms", () => {
  const rows = (mark: string) =>
    Array.from({ length: 30 }, (_, index) => pointForm(`${index}`, `${mark} `.repeat(200)));
  const cons = (mark: string) => rows(mark).map((row) => ({ ...row, key: `c${row.key}` }));
  const [base, mine, theirs] = ["base", "mine", "theirs"].map((mark) =>
    form({ description: mark.repeat(300), pros: rows(mark), cons: cons(mark) }),
  ) as [TechnologyForm, TechnologyForm, TechnologyForm];
  const times = Array.from({ length: 50 }, () => {
    const start = performance.now();
    merge3(base, mine, { ...theirs, pros: theirs.pros.toReversed() });
    return performance.now() - start;
  });
  // The quickest: whatever else runs on the machine makes the others slow.
  expect(Math.min(...times)).toBeLessThan(10);
});
