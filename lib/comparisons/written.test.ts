import { beforeAll, expect, test } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { importLists } from "../testing/import-lists";
import { listWritten, MOST_WRITTEN } from "./written-queries";

prepareTestDatabase();

const tool = (slug: string, category = "tools") => ({
  ...{ slug, name: slug.toUpperCase(), kind: "tool", category, description: "D", lead: "L" },
});

beforeAll(async () => {
  await importLists({
    categories: [
      { slug: "toys", name: "Toys" },
      { slug: "tools", name: "Éclairs" },
    ],
    technologies: [tool("a"), tool("b"), tool("c"), tool("toy", "toys"), tool("gone")],
    comparisons: [
      { left: "toy", right: "a", outcome: "different-jobs" },
      { left: "c", right: "a", outcome: "too-close" },
      { left: "a", right: "b", outcome: "pick", pick: "b", reason: "R" },
      { left: "a", right: "gone", outcome: "too-close" },
    ],
  });
  await db().technology.updateMany({ where: { slug: "gone" }, data: { state: "unpublished" } });
});

const named = (slug: string) => ({ slug, name: slug.toUpperCase() });

test("what can be read stands under the category of its left side, all of it by name", async () => {
  expect(await listWritten()).toEqual({
    categories: [
      {
        name: "Éclairs",
        entries: [
          { left: named("a"), right: named("b"), outcome: "pick", pick: "B" },
          { left: named("c"), right: named("a"), outcome: "too-close" },
        ],
      },
      { name: "Toys", entries: [{ left: named("toy"), right: named("a"), outcome: "different-jobs" }] },
    ],
    more: false,
  });
});

test("of many, the newest are listed", async () => {
  const slugs = Array.from({ length: 22 }, (_, index) => `many-${index}`);
  const pairs = slugs.flatMap((left, index) => slugs.slice(index + 1).map((right) => ({ left, right })));
  await importLists({
    technologies: slugs.map((slug) => tool(slug)),
    comparisons: pairs.slice(0, MOST_WRITTEN).map((pair) => ({ ...pair, outcome: "too-close" })),
  });
  const { categories, more } = await listWritten();
  expect(more).toBe(true);
  const entries = categories.flatMap((category) => category.entries);
  expect(entries).toHaveLength(MOST_WRITTEN);
  expect(entries.every(({ left }) => left.slug.startsWith("many-"))).toBe(true);
});
