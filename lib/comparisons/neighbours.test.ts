import { beforeAll, expect, test } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { importLists } from "../testing/import-lists";
import { findCuratedNeighbours } from "./neighbour-queries";

prepareTestDatabase();

const tool = (slug: string, category: string) => ({
  ...{ slug, name: slug.toUpperCase(), kind: "tool", category, description: "D", lead: "L" },
});
const pair = (left: string, right: string) => ({ left, right, outcome: "too-close" });

beforeAll(async () => {
  await importLists({
    categories: [
      { slug: "tools", name: "Tools" },
      { slug: "toys", name: "Toys" },
    ],
    technologies: [...["a", "b", "c", "d"].map((slug) => tool(slug, "tools")), tool("toy", "toys")],
  });
  // One after the other, so that their order is known.
  for (const [left, right] of [
    ["a", "b"],
    ["toy", "a"],
    ["c", "b"],
    ["d", "toy"],
  ] as const) {
    await importLists({ comparisons: [pair(left, right)] });
  }
});

const named = (left: string, right: string) => ({
  left: { slug: left, name: left.toUpperCase() },
  right: { slug: right, name: right.toUpperCase() },
});

test("the comparisons of the category before and after lead on, and no other's", async () => {
  expect(await findCuratedNeighbours({ left: "c", right: "b" })).toEqual({
    previous: named("d", "toy"),
    next: named("a", "b"),
  });
  expect(await findCuratedNeighbours({ left: "d", right: "toy" })).toEqual({
    previous: null,
    next: named("c", "b"),
  });
  expect(await findCuratedNeighbours({ left: "toy", right: "a" })).toEqual({ previous: null, next: null });
});

test("what readers cannot open is passed over", async () => {
  await db().technology.updateMany({ where: { slug: "c" }, data: { state: "unpublished" } });
  expect((await findCuratedNeighbours({ left: "d", right: "toy" })).next).toEqual(named("a", "b"));
});

test("a pair that nobody wrote about has no neighbours", async () => {
  expect(await findCuratedNeighbours({ left: "a", right: "d" })).toEqual({ previous: null, next: null });
});
