import { beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { formatProblem, parseCatalogue } from "./document";
import { importCatalogue } from "./mutations";
import { readCatalogue } from "./queries";

const CATEGORY = { slug: "tools", name: "Tools", description: "What you hold." };
const GIT = {
  slug: "git",
  name: "Git",
  kind: "tool",
  category: "tools",
  description: "d",
  lead: "l",
  tagline: "the one that stayed",
  pros: [
    "fast",
    { text: "local", source: { title: "s", url: "https://example.org" }, checkedAt: "2026-11-22" },
  ],
  cons: ["steep"],
  related: ["svn"],
  aliases: ["git-scm"],
  ring: "adopt",
  popularity: { value: 9, unit: "u", source: { title: "s", url: "https://example.org" }, asOf: "2026-10-01" },
  links: { website: "https://git-scm.com" },
  resources: [{ title: "Book", url: "https://example.org/book" }],
};
const SVN = { slug: "svn", name: "Subversion", kind: "tool", category: "tools", description: "d", lead: "l" };
const PAIR = {
  left: "git",
  right: "svn",
  outcome: "pick",
  pick: "svn",
  epithets: ["one", "two"],
  reason: "because",
  useLeftIf: ["You are many."],
  criteria: [{ name: "n", left: "l", right: "r", edge: "even" }],
  faq: [{ question: "q", answer: "a" }],
  sources: [{ title: "s", url: "https://example.org" }],
};
const ALL = { categories: [CATEGORY], technologies: [GIT, SVN], comparisons: [PAIR] };
const NOTHING = { ok: true, changed: { categories: 0, technologies: 0, comparisons: 0 } };

prepareTestDatabase();
beforeEach(emptyTestDatabase);

async function put(lists: object, now = "2026-11-22T10:00:00Z") {
  const parsed = parseCatalogue(catalogueFile(lists));
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join("\n"));
  return importCatalogue(db(), { catalogue: parsed.catalogue, actor: "import", now: new Date(now) });
}

const changed = (categories: number, technologies: number, comparisons: number) => ({
  ok: true,
  changed: { categories, technologies, comparisons },
});

/** Everything that a write would leave a mark on. */
async function marks() {
  const order = { orderBy: { id: "asc" } } as const;
  return {
    categories: await db().category.findMany(order),
    technologies: await db().technology.findMany(order),
    comparisons: await db().comparison.findMany(order),
    revisions: await db().revision.findMany(order),
    audit: await db().auditEntry.findMany(order),
    drafts: await db().draft.findMany(order),
  };
}

const exported = async (slug: string) =>
  (await readCatalogue(db())).technologies.find((technology) => technology.slug === slug);

describe("an import", () => {
  it("goes live at once, with a revision for each record and one line of audit", async () => {
    expect(await put(ALL)).toEqual(changed(1, 2, 1));
    const catalogue = await readCatalogue(db());
    expect(catalogue.technologies[0]).toMatchObject(GIT);
    expect(catalogue.comparisons[0]).toMatchObject({ ...PAIR, publishedAt: "2026-11-22T10:00:00Z" });
    const { revisions, audit } = await marks();
    expect(revisions.map(({ number, actor }) => [number, actor])).toEqual(Array(4).fill([1, "import"]));
    expect(revisions.map(({ snapshot }) => snapshot)).toContainEqual(
      expect.objectContaining({ slug: "git" }),
    );
    expect(audit).toMatchObject([
      { actor: "import", action: "catalogue.import", detail: { technologies: 2 } },
    ]);
  });

  it("of the same file again changes nothing: no version, no date, no revision, no audit", async () => {
    await put(ALL);
    const before = await marks();
    expect(await put(ALL, "2027-01-01T00:00:00Z")).toEqual(NOTHING);
    expect(await marks()).toEqual(before);
  });

  it("of one changed record leaves all others alone and counts its revision up", async () => {
    await put(ALL);
    const before = await marks();
    expect(await put({ ...ALL, technologies: [{ ...GIT, lead: "new" }, SVN] })).toEqual(changed(0, 1, 0));
    const after = await marks();
    const versionOf = (marked: typeof before, slug: string) =>
      marked.technologies.find((row) => row.slug === slug)?.version;
    expect([versionOf(after, "git"), versionOf(after, "svn")]).toEqual([2, 1]);
    expect(after.comparisons).toEqual(before.comparisons);
    const history = await db().revision.findMany({
      where: { technology: { slug: "git" } },
      orderBy: { number: "asc" },
    });
    expect(history.map(({ number, snapshot }) => [number, (snapshot as { lead: string }).lead])).toEqual([
      [1, "l"],
      [2, "new"],
    ]);
  });

  it("clears what a record leaves out", async () => {
    await put(ALL);
    const bare = { slug: "git", name: "Git", kind: "tool", category: "tools", description: "d", lead: "l" };
    await put({ technologies: [bare] });
    expect(JSON.parse(JSON.stringify(await exported("git")))).toEqual({
      ...bare,
      pros: [],
      cons: [],
      related: [],
      aliases: [],
    });
  });

  it("clears what a comparison leaves out, but keeps the day it was published", async () => {
    await put(ALL);
    const bare = { left: "git", right: "svn", outcome: "too-close" };
    await put({ comparisons: [bare] }, "2027-01-01T00:00:00Z");
    const [comparison] = (await readCatalogue(db())).comparisons;
    expect(JSON.parse(JSON.stringify(comparison))).toEqual({ ...bare, publishedAt: "2026-11-22T10:00:00Z" });
  });

  it("takes a publication date that the file gives", async () => {
    await put(ALL);
    await put({ comparisons: [{ ...PAIR, publishedAt: "2025-01-01" }] });
    expect((await readCatalogue(db())).comparisons[0]?.publishedAt).toBe("2025-01-01");
  });

  it("deletes nothing that the file does not name", async () => {
    await put(ALL);
    expect(await put({ categories: [{ slug: "new", name: "New" }] })).toEqual(changed(1, 0, 0));
    expect(await put({})).toEqual(NOTHING);
    const { categories, technologies, comparisons } = await readCatalogue(db());
    expect([categories.length, technologies.length, comparisons.length]).toEqual([2, 2, 1]);
  });

  it("of a reversed pair replaces the same comparison", async () => {
    await put(ALL);
    const before = await db().comparison.findFirstOrThrow();
    expect(await put({ comparisons: [{ ...PAIR, left: "svn", right: "git" }] })).toEqual(changed(0, 0, 1));
    expect(await db().comparison.findMany()).toMatchObject([
      { id: before.id, leftId: before.rightId, version: 2 },
    ]);
    expect((await readCatalogue(db())).comparisons).toMatchObject([
      { left: "svn", right: "git", pick: "svn" },
    ]);
  });

  it("makes an unpublished record live, even one that is otherwise the same", async () => {
    await put(ALL);
    await db().technology.updateMany({ data: { state: "unpublished" } });
    await db().comparison.updateMany({ data: { state: "unpublished" } });
    expect((await readCatalogue(db())).technologies).toEqual([]);
    expect(await put(ALL)).toEqual(changed(0, 2, 1));
    const { technologies, comparisons } = await readCatalogue(db());
    expect([technologies.length, comparisons.length]).toEqual([2, 1]);
  });

  it("leaves an open draft as it is", async () => {
    await put(ALL);
    const { id, version } = await db().technology.findUniqueOrThrow({ where: { slug: "git" } });
    const { id: userId } = await db().user.create({
      data: { email: "ada@nicepick.example", name: "Ada", role: "author" },
    });
    await db().draft.create({
      data: {
        ...{ id, itemType: "technology", title: "Git", slug: "git", version: 1 },
        ...{ document: { lead: "mine" }, base: { lead: "l" }, baseVersion: version },
        ...{ authorId: userId, updatedById: userId },
      },
    });
    const before = await marks();
    await put({ technologies: [{ ...GIT, lead: "theirs" }] });
    expect((await marks()).drafts).toEqual(before.drafts);
  });

  it("keeps related slugs that are not on file, and drops the record's own and repeats", async () => {
    await put({
      categories: [CATEGORY],
      technologies: [{ ...GIT, related: ["unknown", "git", "unknown", "svn"] }],
    });
    expect((await exported("git"))?.related).toEqual(["unknown", "svn"]);
  });

  it("accepts an alias that is another record's name", async () => {
    expect(await put({ ...ALL, technologies: [{ ...GIT, aliases: ["Subversion"] }, SVN] })).toMatchObject({
      ok: true,
    });
  });

  it("adds former slugs and never takes one away", async () => {
    await put({ ...ALL, technologies: [{ ...GIT, formerSlugs: ["dit"] }, SVN] });
    await put({ technologies: [{ ...GIT, formerSlugs: ["bit"] }] });
    expect(await put({ technologies: [GIT] })).toEqual(NOTHING);
    expect((await exported("git"))?.formerSlugs).toEqual(["bit", "dit"]);
  });
});

describe("two imports at once", () => {
  it("of the same file: one does it, the other finds it done", async () => {
    const results = await Promise.all([put(ALL), put(ALL), put(ALL)]);
    expect(results.filter((result) => JSON.stringify(result) === JSON.stringify(NOTHING))).toHaveLength(2);
    expect((await marks()).revisions).toHaveLength(4);
  });

  it("of different files leave one of the two, whole", async () => {
    await put(ALL);
    const version = (lead: string) => ({
      technologies: [
        { ...GIT, lead, pros: [lead, lead] },
        { ...SVN, lead },
      ],
    });
    await Promise.all([put(version("one")), put(version("two"))]);
    const { technologies } = await readCatalogue(db());
    const [lead] = technologies.map((technology) => technology.lead);
    expect(technologies).toMatchObject([{ lead, pros: [lead, lead] }, { lead }]);
    expect(await db().revision.count({ where: { technology: { slug: "svn" } } })).toBe(3);
  });
});
