import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { parseCatalogue } from "./catalogue/document";
import { importCatalogue } from "./catalogue/mutations";
import { listCategoryEntries } from "./categories/list-queries";
import { listComparisonEntries } from "./comparisons/list-queries";
import { db } from "./db";
import { categoryListSchema, comparisonListSchema, technologyListSchema } from "./listing";
import { listTechnologyEntries } from "./technologies/list-queries";
import { prepareTestDatabase } from "./testing/database";

prepareTestDatabase();

const technology = (slug: string, name: string, given = {}) => ({
  ...{ slug, name, kind: "tool", category: "tools", description: "D", lead: "L" },
  ...given,
});

const ids: Record<string, string> = {};

beforeAll(async () => {
  const parsed = parseCatalogue(
    Buffer.from(
      JSON.stringify({
        format: "nicepick-catalogue",
        version: 1,
        categories: [
          { slug: "tools", name: "Tools" },
          { slug: "stores", name: "Stores" },
        ],
        technologies: [
          technology("alpha", "Alpha", { aliases: ["First Letter"], ring: "adopt" }),
          technology("beta", "Beta", { category: "stores", kind: "database" }),
          technology("gamma", "Gamma 100%", { ring: "hold" }),
          technology("delta", "Delta"),
        ],
        comparisons: [
          { left: "beta", right: "alpha", outcome: "pick", pick: "alpha" },
          { left: "gamma", right: "delta", outcome: "too-close" },
        ],
      }),
    ),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "the import", now: new Date() });
  await db().technology.update({ where: { slug: "delta" }, data: { state: "unpublished" } });
  for (const { id, slug } of await db().technology.findMany({ select: { id: true, slug: true } }))
    ids[slug] = id;
  const ada = await db().user.create({ data: { email: "ada@example.org", name: "Ada", role: "author" } });
  const author = { authorId: ada.id, updatedById: ada.id };
  let version = 0;
  const draft = async (itemType: "technology" | "comparison" | "category", given: object) => {
    const id = randomUUID();
    version += 1;
    const row = { id, itemType, title: "", slug: "", document: {}, version, ...author, ...given };
    await db().draft.create({ data: row });
    return row.id;
  };
  await draft("technology", { id: ids.beta, title: "Beta Two", slug: "beta", base: {}, baseVersion: 1 });
  ids.omega = await draft("technology", {
    title: "Omega",
    slug: "omega",
    document: { kind: "database", category: "stores", ring: "", aliases: ["Last Letter"] },
  });
  ids.untitled = await draft("technology", { document: { kind: "", category: "nowhere", ring: "" } });
  await draft("comparison", {
    title: "Alpha vs Omega",
    slug: "alpha-vs-omega",
    document: { outcome: "pick" },
  });
  await draft("category", { title: "Planned", slug: "planned" });
});

const technologies = (asked: object = {}) => listTechnologyEntries(technologyListSchema.parse(asked));
const titles = async (asked: object = {}) => (await technologies(asked)).entries.map(({ title }) => title);

test("a list holds what is published and what never was, and says how each stands", async () => {
  const { entries, total } = await technologies({ sort: "name" });
  expect(total).toBe(6);
  expect(entries.map(({ title, published, hasDraft }) => [title, published, hasDraft])).toEqual([
    ["", null, true],
    ["Alpha", "live", false],
    ["Beta Two", "live", true],
    ["Delta", "unpublished", false],
    ["Gamma 100%", "live", false],
    ["Omega", null, true],
  ]);
});

test("each row says who saved it last: the draft's writer, else who published", async () => {
  const { entries } = await technologies({ sort: "name" });
  expect(entries.map(({ savedBy }) => savedBy)).toEqual([
    "Ada",
    "the import",
    "Ada",
    "the import",
    "the import",
    "Ada",
  ]);
  for (const { savedAt } of entries) expect(new Date(savedAt).toISOString()).toBe(savedAt);
});

test("the last saved come first, unless asked otherwise", async () => {
  expect((await titles()).slice(0, 3).sort()).toEqual(["", "Beta Two", "Omega"]);
  expect((await titles({ sort: "oldest" })).slice(-3).sort()).toEqual(["", "Beta Two", "Omega"]);
  expect(await titles({ sort: "name-down" })).toEqual((await titles({ sort: "name" })).reverse());
});

test("a search looks into names, slugs and aliases, of drafts too, whatever the case", async () => {
  expect(await titles({ q: "FIRST" })).toEqual(["Alpha"]);
  expect(await titles({ q: "last letter" })).toEqual(["Omega"]);
  expect(await titles({ q: "beta" })).toEqual(["Beta Two"]);
  expect(await titles({ q: "two" })).toEqual(["Beta Two"]);
  expect(await titles({ q: "GAM" })).toEqual(["Gamma 100%"]);
  for (const q of ["_", "\\", "'", "a%' OR 1=1", "🧊"]) expect(await titles({ q }), q).toEqual([]);
  expect(await titles({ q: "%" })).toEqual(["Gamma 100%"]);
});

test("filters leave out the rest, together as well", async () => {
  const byName = (asked: object) => titles({ sort: "name", ...asked });
  expect(await byName({ state: "live" })).toEqual(["Alpha", "Beta Two", "Gamma 100%"]);
  expect(await byName({ state: "changed" })).toEqual(["Beta Two"]);
  expect(await byName({ state: "draft" })).toEqual(["", "Omega"]);
  expect(await byName({ state: "unpublished" })).toEqual(["Delta"]);
  expect(await byName({ kind: "database" })).toEqual(["Beta Two", "Omega"]);
  expect(await byName({ category: "stores", state: "draft" })).toEqual(["Omega"]);
  expect(await byName({ ring: "none", kind: "tool" })).toEqual(["Delta"]);
  expect(await byName({ ring: "hold", q: "alpha" })).toEqual([]);
});

test("a page past the end is the last one, and an empty list is one empty page", async () => {
  expect(await technologies({ page: "9" })).toMatchObject({ page: 1, pages: 1, total: 6 });
  expect(await technologies({ q: "nobody" })).toEqual({ entries: [], total: 0, page: 1, pages: 1 });
});

test("pages follow on without a gap and without an entry twice", async () => {
  const author = await db().user.findFirstOrThrow();
  const many = Array.from({ length: 120 }, (_, index) => ({
    id: randomUUID(),
    itemType: "technology" as const,
    title: `Many ${index % 7}`,
    slug: `many-${index}`,
    document: {},
    version: 1_000 + index,
    authorId: author.id,
    updatedById: author.id,
  }));
  await db().draft.createMany({ data: many });
  const seen: string[] = [];
  for (const page of ["1", "2", "3"]) {
    const list = await technologies({ q: "many", sort: "name", page });
    expect(list).toMatchObject({ page: Number(page), pages: 3, total: 120 });
    seen.push(...list.entries.map(({ id }) => id));
  }
  expect(new Set(seen)).toEqual(new Set(many.map(({ id }) => id)));
  expect(seen).toHaveLength(120);
  await db().draft.deleteMany({ where: { id: { in: many.map(({ id }) => id) } } });
});

test("comparisons are found by their sides, and say what came of them", async () => {
  const list = async (asked: object) => {
    const { entries } = await listComparisonEntries(comparisonListSchema.parse({ sort: "name", ...asked }));
    return entries.map(({ title, slug, outcome, pick }) => [title, slug, outcome, pick]);
  };
  const drafted = ["Alpha vs Omega", "alpha-vs-omega", "pick", null];
  const picked = ["Beta vs Alpha", "beta-vs-alpha", "pick", "Alpha"];
  const close = ["Gamma 100% vs Delta", "gamma-vs-delta", "too-close", null];
  expect(await list({})).toEqual([drafted, picked, close]);
  expect(await list({ q: "ALPHA" })).toEqual([drafted, picked]);
  expect(await list({ q: "gamma-vs-delta" })).toEqual([close]);
  expect(await list({ q: "alpha", state: "live" })).toEqual([picked]);
  expect(await list({ outcome: "too-close" })).toEqual([close]);
});

test("categories say how many technologies are in them", async () => {
  const { entries } = await listCategoryEntries(categoryListSchema.parse({ sort: "name" }));
  expect(entries.map(({ title, published, technologies }) => [title, published, technologies])).toEqual([
    ["Planned", null, 0],
    ["Stores", "live", 1],
    ["Tools", "live", 2],
  ]);
});
