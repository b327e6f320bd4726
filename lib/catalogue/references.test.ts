import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { formatProblem, parseCatalogue } from "./document";
import { importCatalogue } from "./mutations";
import { readCatalogue } from "./queries";

// What only the database can say of a file: sides, categories and old slugs.

const CATEGORY = { slug: "tools", name: "Tools" };
const technology = (slug: string, fields: object = {}) => ({
  ...{ slug, name: slug, kind: "tool", category: "tools", description: "d", lead: "l" },
  ...fields,
});
const pair = (left: string, right: string) => ({ left, right, outcome: "too-close" });
const slugs = (count: number, stem: string) =>
  Array.from({ length: count }, (_, index) => `${stem}-${index}`);

prepareTestDatabase();
beforeEach(emptyTestDatabase);

/** The reasons why it was refused; none when it was imported. */
async function put(lists: object): Promise<string[]> {
  const parsed = parseCatalogue(catalogueFile(lists));
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join("\n"));
  const input = { catalogue: parsed.catalogue, actor: "import", now: new Date("2026-11-22T10:00:00Z") };
  const result = await importCatalogue(db(), input);
  return result.ok ? [] : result.problems.map(formatProblem);
}

describe("a reference", () => {
  it("may lead into the file or to what is on file", async () => {
    expect(await put({ categories: [CATEGORY], technologies: [technology("git")] })).toEqual([]);
    expect(await put({ technologies: [technology("svn")], comparisons: [pair("git", "svn")] })).toEqual([]);
    expect(await put({ comparisons: [pair("svn", "git")] })).toEqual([]);
  });

  it("that leads nowhere stops the whole file, and every one of them is named", async () => {
    await put({ categories: [CATEGORY], technologies: [technology("git")] });
    const before = await readCatalogue(db());
    const many = slugs(600, "t").map((slug) => technology(slug));
    const reasons = await put({
      categories: [{ slug: "new", name: "New" }],
      technologies: [
        ...many,
        technology("lost", { category: "nowhere" }),
        technology("git", { lead: "new" }),
      ],
      comparisons: [pair("t-0", "t-1"), pair("git", "gone"), pair("here", "there")],
    });
    expect(reasons).toEqual([
      'technologies[600].category: "nowhere" is not in this file nor on file',
      'comparisons[1].right: "gone" is not in this file nor on file',
      'comparisons[2].left: "here" is not in this file nor on file',
      'comparisons[2].right: "there" is not in this file nor on file',
    ]);
    expect(await readCatalogue(db())).toEqual(before);
    expect(await db().revision.count()).toBe(2);
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("may lead to an unpublished record", async () => {
    await put({ categories: [CATEGORY], technologies: [technology("git"), technology("svn")] });
    await db().technology.updateMany({ data: { state: "unpublished" } });
    expect(await put({ comparisons: [pair("git", "svn")] })).toEqual([]);
  });
});

describe("an old slug", () => {
  beforeEach(async () => {
    const technologies = [technology("git", { formerSlugs: ["dit"] }), technology("svn")];
    await put({ categories: [CATEGORY], technologies });
  });

  it("is refused as a record, naming the new one", async () => {
    expect(await put({ technologies: [technology("dit")] })).toEqual([
      'technologies[0].slug: "dit" now redirects to "git"',
    ]);
  });

  it("is refused as a side, naming the new one", async () => {
    expect(await put({ comparisons: [pair("svn", "dit")] })).toEqual([
      'comparisons[0].right: "dit" now redirects to "git"',
    ]);
  });

  it("that only this file makes old is refused as a side too", async () => {
    const lists = {
      technologies: [technology("svn", { formerSlugs: ["cvs"] })],
      comparisons: [pair("git", "cvs")],
    };
    expect(await put(lists)).toEqual(['comparisons[0].right: "cvs" now redirects to "svn"']);
  });

  it("cannot lead to a second record", async () => {
    expect(await put({ technologies: [technology("svn", { formerSlugs: ["dit"] })] })).toEqual([
      'technologies[0].formerSlugs: "dit" already redirects to "git"',
    ]);
  });

  it("gives way to a live record of that slug, which can still be replaced", async () => {
    expect(await put({ technologies: [technology("git", { formerSlugs: ["svn"] })] })).toEqual([]);
    expect(await put({ technologies: [technology("svn", { lead: "new" })] })).toEqual([]);
    expect(await put({ comparisons: [pair("git", "svn")] })).toEqual([]);
  });

  it("is refused where those on file would pass what an export could be imported with", async () => {
    expect(await put({ technologies: [technology("git", { formerSlugs: slugs(30, "old") })] })).toEqual([
      "technologies[0].formerSlugs: comes to 31 entries with those on file, at most 30 are allowed",
    ]);
    expect(await put({ technologies: [technology("git", { formerSlugs: slugs(29, "old") })] })).toEqual([]);
  });
});

it("a file with more categories and slugs than a statement has parameters is checked all the same", async () => {
  const technologies = slugs(33_000, "t").map((slug, index) => technology(slug, { category: `c-${index}` }));
  const reasons = await put({ technologies });
  expect(reasons).toHaveLength(33_000);
  expect(reasons.at(-1)).toBe('technologies[32999].category: "c-32999" is not in this file nor on file');
});
