import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { listDraftsOf, listRecentChanges } from "./list-queries";

prepareTestDatabase();

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const people: Record<"ada" | "ben", string> = { ada: "", ben: "" };

beforeAll(async () => {
  const sides = ["alpha", "beta"].map((slug) => ({
    ...{ slug, name: slug, kind: "tool", category: "tools", description: "D", lead: "L" },
  }));
  const file = catalogueFile({
    categories: [{ slug: "tools", name: "Tools" }],
    technologies: sides,
    comparisons: [{ left: "beta", right: "alpha", outcome: "too-close" }],
  });
  const parsed = parseCatalogue(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "the import", now: at(0) });
  for (const name of ["ada", "ben"] as const) {
    const data = { email: `${name}@example.org`, name, role: "editor" as const };
    people[name] = (await db().user.create({ data })).id;
  }
  const alpha = await db().technology.findUniqueOrThrow({ where: { slug: "alpha" } });
  const pair = await db().comparison.findFirstOrThrow();
  const draft = (id: string, title: string, version: number, minute: number, given: object) => ({
    ...{ id, itemType: "technology" as const, title, slug: "", document: {}, version, updatedAt: at(minute) },
    ...{ authorId: people.ada, updatedById: people.ada },
    ...given,
  });
  await db().draft.create({ data: draft(randomUUID(), "New one", 1, 10, {}) });
  await db().draft.create({
    data: draft(alpha.id, "Alpha again", 2, 20, { updatedById: people.ben, base: {}, baseVersion: 1 }),
  });
  await db().draft.create({
    data: draft(randomUUID(), "Ben’s", 3, 5, { authorId: people.ben, updatedById: people.ben }),
  });
  const published = { actor: "ben", actorId: people.ben, snapshot: {} };
  await db().revision.create({
    data: { ...published, technologyId: alpha.id, number: 2, createdAt: at(15), reason: "Earlier" },
  });
  await db().revision.create({
    data: { ...published, comparisonId: pair.id, number: 2, createdAt: at(30), reason: "It is close now" },
  });
});

test("somebody's drafts are those they began and those they saved last, newest first", async () => {
  const titles = async (id: string) =>
    (await listDraftsOf(id, 10)).map(({ title, published }) => [title, published]);
  expect(await titles(people.ada)).toEqual([
    ["Alpha again", "live"],
    ["New one", null],
  ]);
  expect(await titles(people.ben)).toEqual([
    ["Alpha again", "live"],
    ["Ben’s", null],
  ]);
  expect(await listDraftsOf(people.ada, 1)).toHaveLength(1);
});

test("recent changes name each item once, by what was done to it last, and leave out imports", async () => {
  const changes = await listRecentChanges(10);
  expect(changes.map(({ title, did, by, reason }) => [title, did, by, reason])).toEqual([
    ["beta vs alpha", "published", "ben", "It is close now"],
    ["Alpha again", "saved", "ben", null],
    ["New one", "saved", "ada", null],
    ["Ben’s", "saved", "ben", null],
  ]);
  expect(changes[0]).toMatchObject({ type: "comparison", at: at(30).toISOString() });
});
