import { beforeAll, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { findEditTarget } from "./edit-target-queries";

prepareTestDatabase();

const technology = (slug: string, given = {}) => ({
  ...{ slug, name: slug, kind: "tool", category: "tools", description: "D.", lead: "L." },
  ...given,
});

beforeAll(async () => {
  const parsed = parseCatalogue(
    catalogueFile({
      categories: [{ slug: "tools", name: "Tools" }],
      technologies: [
        technology("alpha"),
        technology("beta", { formerSlugs: ["old-beta"] }),
        technology("gamma"),
      ],
      comparisons: [{ left: "beta", right: "alpha", outcome: "too-close" }],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
});

test("a technology's page is edited as that technology, by a former slug as well", async () => {
  const { id } = await db().technology.findUniqueOrThrow({ where: { slug: "beta" } });
  for (const path of ["/technologies/beta", "/technologies/old-beta", "/compare/beta-vs-old-beta"]) {
    expect(await findEditTarget(path)).toEqual({ itemType: "technology", id });
  }
});

test("a pair's page is edited as the comparison that was written of it, whichever side comes first", async () => {
  const { id } = await db().comparison.findFirstOrThrow();
  for (const path of ["/compare/beta-vs-alpha", "/compare/alpha-vs-beta", "/compare/alpha-vs-old-beta"]) {
    expect(await findEditTarget(path)).toEqual({ itemType: "comparison", id });
  }
});

test("a pair that nobody wrote about is begun with both sides", async () => {
  expect(await findEditTarget("/compare/alpha-vs-gamma")).toEqual({ left: "alpha", right: "gamma" });
});

test.each([
  "",
  "/",
  "/technologies",
  "/technologies/nobody",
  "/compare/alpha-vs-nobody",
  "/admin/technologies/alpha",
  "//evil.example/technologies/alpha",
  "https://evil.example/technologies/alpha",
  "/\\evil.example",
  "/technologies/alpha/../../admin",
])("%s is no page of an item", async (path) => {
  expect(await findEditTarget(path)).toBeNull();
});
