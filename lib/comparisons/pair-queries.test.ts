import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { makeActor } from "../testing/accounts";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { findChosenSlug, findPairItem, findSideNames } from "./pair-queries";

prepareTestDatabase();

beforeAll(async () => {
  const technologies = ["alpha", "beta", "gamma"].map((slug) => ({
    ...{ slug, name: slug.toUpperCase(), kind: "tool", category: "tools", description: "D", lead: "L" },
  }));
  const file = catalogueFile({
    categories: [{ slug: "tools", name: "Tools" }],
    technologies,
    comparisons: [{ left: "beta", right: "alpha", outcome: "too-close" }],
  });
  const parsed = parseCatalogue(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
});

test("a pair has one item, whichever side is named first", async () => {
  const comparison = await db().comparison.findFirstOrThrow();
  expect(await findPairItem({ left: "alpha", right: "beta" })).toBe(comparison.id);
  expect(await findPairItem({ left: "beta", right: "alpha" })).toBe(comparison.id);
  expect(await findPairItem({ left: "alpha", right: "gamma" })).toBeNull();
});

test("a draft of a pair is found as long as there is no comparison of it", async () => {
  const ada = await makeActor("author", "Ada");
  const draft = async (slug: string, version: number) => {
    const data = { id: randomUUID(), itemType: "comparison" as const, title: slug, slug, document: {} };
    return db().draft.create({ data: { ...data, version, authorId: ada.id, updatedById: ada.id } });
  };
  const begun = await draft("gamma-vs-alpha", 1);
  await draft("alpha-vs-beta", 2);
  expect(await findPairItem({ left: "alpha", right: "gamma" })).toBe(begun.id);
  expect(await findPairItem({ left: "alpha", right: "beta" })).not.toBe(begun.id);
  expect(await findPairItem({ left: "alpha", right: "beta" })).toBe(
    (await db().comparison.findFirstOrThrow()).id,
  );
});

test("sides are called by their names, and by words where they are not on file", async () => {
  expect(await findSideNames({ left: "alpha", right: "not-there" })).toEqual({
    left: { slug: "alpha", name: "ALPHA" },
    right: { slug: "not-there", name: "Not there" },
  });
});

test("what stands in the field counts for more than what was chosen before", async () => {
  expect(await findChosenSlug({ slug: "alpha", text: "Alpha" })).toBe("alpha");
  expect(await findChosenSlug({ slug: "alpha", text: " beta " })).toBe("beta");
  expect(await findChosenSlug({ slug: "", text: "gamma" })).toBe("gamma");
  expect(await findChosenSlug({ slug: "alpha", text: "" })).toBeNull();
  for (const text of ["alp", "%", "\\", "'", "nobody"]) {
    expect(await findChosenSlug({ slug: "alpha", text }), text).toBeNull();
  }
});
