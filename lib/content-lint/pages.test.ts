import { describe, expect, test } from "vitest";
import { comparisonDocument, technologyDocument } from "./fixtures/content";
import { namesOf } from "./names";
import { listEchoes, listFlaws, readPages } from "./pages";

const names = namesOf([{ name: "npm", aliases: [] }]);
const git = technologyDocument();
const other = (name: string, given: object = {}) =>
  technologyDocument({ slug: name.toLowerCase(), name, lead: `${name} is for those who know it.`, ...given });
const mercurial = other("Mercurial", { ring: "hold" });
const read = (technologies: (typeof git)[], comparisons: ReturnType<typeof comparisonDocument>[] = []) =>
  readPages({ categories: [], technologies, comparisons }, names);

describe("a text of a page", () => {
  test.each([
    ["", "is empty"],
    ["You want undefined and can live with it.", "names something that is missing"],
    ["You want speed and can live with undefined.", "names something that is missing"],
    ["Git meets Mercurial, undefined.", "names something that is missing"],
    ["You want [object Object].", "names something that is missing"],
    ["You want  speed.", "has a space too many"],
    ["You want speed. ", "has a space too many"],
    ["You want speed..", "has a mark too many"],
    ["You want speed,.", "has a mark too many"],
    ["Why?.", "has a mark too many"],
    ["You want speed .", "has a space in front of a mark"],
    ["You want and can live with it.", "has an empty clause"],
    ["You prioritize over what Git offers.", "has an empty clause"],
    ["You want a a history.", "has a word twice"],
    ["the history of all.", "begins in lower case"],
    ["You want speed", "does not end like a sentence"],
    [`You want ${"speed ".repeat(40)}now.`, "is 253 characters long, not 220 or fewer"],
  ])("%j is found", (text, flaw) => {
    expect(listFlaws(text, 220, names)).toContain(flaw);
  });

  test.each([
    "npm install, and it is there.",
    "You want memory and can live with undefined behaviour.",
    "Pick it when the null is not settled.",
    "You want logs, traces, etc.",
    "Wait... and see.",
    "You want .NET on every desk.",
    "“Why not?”",
    "Is it quick?",
  ])("%j is fine", (text) => {
    expect(listFlaws(text, 220, names)).toEqual([]);
  });
});

test("a sentence of eight words may stand on a page twice, a short one as often as it likes", () => {
  const long = "One two three four five six seven eight.";
  expect(listEchoes([long, long, "Short.", "Short.", "Short."])).toEqual([]);
  expect(listEchoes([long, long, long])).toEqual([long]);
});

describe("the pages that are read", () => {
  test("are those of one category, of one kind, of related ones and the written ones, each once", () => {
    const elsewhere = { category: "editors", related: [] };
    const vim = other("Vim", elsewhere);
    const agile = other("Agile", { ...elsewhere, kind: "practice" });
    const rest = other("REST", { category: "apis", kind: "concept", related: ["git"] });
    expect(read([git, mercurial])).toEqual({ pages: 1, remarks: [] });
    expect(read([git, vim]).pages).toBe(1);
    expect(read([git, agile]).pages).toBe(0);
    expect(read([git, rest]).pages).toBe(1);
    expect(read([git, agile], [comparisonDocument({ left: "agile", right: "git", pick: "git" })]).pages).toBe(
      1,
    );
  });

  test("are judged as an editor wrote them", () => {
    const { remarks } = read([git, mercurial], [comparisonDocument({ reason: "everybody speaks it." })]);
    expect(remarks).toEqual([
      { path: "git-vs-mercurial", message: 'begins in lower case: "everybody speaks it."' },
    ]);
  });

  test("name a text that is wrong once, with the number of its pages", () => {
    const broken = technologyDocument({ lead: "Choose Git when the server may go  away." });
    const fossil = other("Fossil", { ring: "hold" });
    expect(read([broken, mercurial, fossil]).remarks).toContainEqual({
      path: "git-vs-mercurial",
      message: `has a space too many: "${broken.lead}" (and 1 more pages)`,
    });
  });
});
