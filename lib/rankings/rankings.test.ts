import { beforeEach, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { findComparisonPage } from "../comparisons/queries";
import { db } from "../db";
import { inAddressOrder } from "../pair/pair";
import { findTechnologyPage } from "../technologies/queries";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { listLeaders } from "./leader-queries";
import { findRanking } from "./ranking-queries";

prepareTestDatabase();

const figure = (value: number) => ({
  value,
  unit: "downloads",
  source: { title: "npm", url: "https://www.npmjs.com/" },
  asOf: "2026-10-01",
});

const technology = (slug: string, given = {}) => ({
  slug,
  name: slug.toUpperCase(),
  kind: "tool",
  category: "tools",
  description: "D",
  lead: `The case for ${slug}.`,
  ...given,
});

const FIELD = [
  technology("a", { ring: "adopt", popularity: figure(50) }),
  technology("b", { ring: "adopt", popularity: figure(500), logo: "react", tagline: "The second letter" }),
  technology("c", { ring: "trial", kind: "database" }),
  technology("d", { ring: "trial" }),
  technology("e"),
  technology("f", { kind: "concept", ring: "adopt" }),
  technology("x", { category: "others", ring: "hold" }),
];

async function publish(lists: object) {
  const parsed = parseCatalogue(
    catalogueFile({
      categories: [
        { slug: "tools", name: "Tools", description: "What work is done with." },
        { slug: "others", name: "Others" },
        { slug: "empty", name: "Empty" },
      ],
      ...lists,
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
}

const placesOf = async (category: string, kind?: "tool" | "database" | "concept") =>
  (await findRanking(category, kind))?.places.map(
    ({ place, tied, slug }) => `${tied ? "=" : ""}${place} ${slug}`,
  );

beforeEach(async () => {
  await emptyTestDatabase();
  await publish({ technologies: FIELD });
});

test("a category is ranked by head-to-heads, ties as ties, and who met nobody apart", async () => {
  expect(await placesOf("tools")).toEqual(["1 b", "2 a", "=3 c", "=3 d"]);
  const ranking = await findRanking("tools");
  expect(ranking).toMatchObject({
    category: { slug: "tools", name: "Tools" },
    kinds: ["database", "tool", "concept"],
    ranked: 4,
    contenders: 6,
    isEverybody: true,
    unranked: [
      { slug: "e", name: "E" },
      { slug: "f", name: "F" },
    ],
    unrankedMore: 0,
  });
  expect(ranking?.places.map(({ reason }) => reason)).toEqual([
    "Picked in all 3: over A, C and D.",
    "Picked in 2 of 3: over C and D. Passed over for B.",
    "Picked in none of 3. Passed over for B and A. Too close to call with D.",
    "Picked in none of 3. Passed over for B and A. Too close to call with C.",
  ]);
  expect(ranking?.places[0]).toMatchObject({
    summary: "The second letter",
    logo: expect.stringMatching(/^M/),
    next: { slug: "a", left: "a", right: "b", pick: "b" },
  });
  expect(ranking?.places[1]?.summary).toBe("The case for a.");
  expect(ranking?.places[3]?.next).toBeUndefined();
});

test("a kind of it is ranked among its own, a category without anybody is empty, an unknown one is none", async () => {
  expect(await placesOf("tools", "tool")).toEqual(["1 b", "2 a", "3 d"]);
  expect(await findRanking("tools", "concept")).toMatchObject({ places: [], unranked: [{ slug: "f" }] });
  expect(await findRanking("empty")).toMatchObject({ places: [], unranked: [], kinds: [] });
  expect((await findRanking("empty"))?.changedAt).toBeUndefined();
  expect(await findRanking("nowhere")).toBeNull();
});

test("what an editor writes, changes or takes off the site shows at once", async () => {
  expect(await placesOf("tools")).toEqual(["1 b", "2 a", "=3 c", "=3 d"]);
  await publish({ comparisons: [{ left: "d", right: "b", outcome: "pick", pick: "d" }] });
  expect(await placesOf("tools")).toEqual(["=1 a", "=1 b", "3 d", "4 c"]);
  expect((await findRanking("tools"))?.places[1]?.next).toMatchObject({ left: "d", right: "b", pick: "d" });
  await publish({ technologies: [technology("b", { ring: "hold" })] });
  expect(await placesOf("tools")).toEqual(["1 a", "=2 c", "=2 d", "4 b"]);
  await publish({ technologies: [technology("a", { category: "others", ring: "adopt" })] });
  expect(await placesOf("tools")).toEqual(["=1 c", "=1 d", "3 b"]);
  expect(await placesOf("others")).toEqual(["1 a", "2 x"]);
});

test("a publication that commits after a later one is seen as well", async () => {
  await publish({ technologies: [technology("y", { ring: "hold" })] });
  expect(await placesOf("tools")).toContain("5 y");
  await db().$executeRaw`UPDATE "Technology" SET ring = 'adopt', version = version + 1,
    "updatedAt" = "updatedAt" - interval '1 minute' WHERE slug = 'c'`;
  expect(await placesOf("tools")).toEqual(["1 b", "2 c", "3 a", "4 d", "5 y"]);
});

test("a technology's page has the record and the place that the ranking gives it", async () => {
  await publish({ comparisons: [{ left: "d", right: "b", outcome: "pick", pick: "d" }] });
  const ranking = await findRanking("tools");
  for (const { slug, picked, of, place, tied } of ranking?.places ?? []) {
    expect((await findTechnologyPage(slug))?.record, slug).toEqual({ picked, of, place, tied, ranked: 4 });
  }
  expect((await findTechnologyPage("e"))?.record).toBeUndefined();
});

test("alternatives do the same job, their own kind first, and say what the comparison says", async () => {
  await publish({ comparisons: [{ left: "d", right: "b", outcome: "pick", pick: "d" }] });
  for (const slug of ["a", "b", "c", "d", "e", "f"]) {
    const page = await findTechnologyPage(slug);
    for (const { left, right, outcome, pick, curated } of page?.alternatives ?? []) {
      const comparison = await findComparisonPage({ left, right });
      expect(comparison?.verdict.outcome).toBe(outcome);
      expect(comparison?.curated !== undefined).toBe(curated);
      const side = comparison?.verdict.pick;
      expect(side ? comparison?.[side].slug : undefined).toBe(pick);
      if (!curated) expect(inAddressOrder({ left, right })).toEqual({ left, right });
    }
  }
  const of = async (slug: string) => (await findTechnologyPage(slug))?.alternatives.map((one) => one.slug);
  expect(await of("a")).toEqual(["b", "d", "e", "c"]);
  expect(await of("c")).toEqual(["a", "b", "d", "e"]);
  expect(await of("f")).toEqual([]);
});

test("the neighbours in the category are the ones before and behind by slug", async () => {
  const page = await findTechnologyPage("c");
  expect([page?.previous, page?.next]).toEqual([
    { slug: "b", name: "B" },
    { slug: "d", name: "D" },
  ]);
  const last = await findTechnologyPage("x");
  expect([last?.previous, last?.next]).toEqual([undefined, undefined]);
});

test("categories are listed with who leads them, for all and for a kind", async () => {
  const leaders = await listLeaders();
  expect(
    leaders.map(({ category, technologies, first, sharing }) => [
      category.slug,
      technologies,
      first,
      sharing,
    ]),
  ).toEqual([
    ["others", { count: 1, more: false }, [], 0],
    ["tools", { count: 6, more: false }, [expect.objectContaining({ slug: "b", picked: 3, of: 3 })], 1],
  ]);
  const concepts = await listLeaders("concept");
  expect(concepts.map(({ category, technologies }) => [category.slug, technologies.count])).toEqual([
    ["tools", 1],
  ]);
  await publish({ technologies: [technology("b", { ring: "adopt", popularity: figure(50) })] });
  expect((await listLeaders())[1]).toMatchObject({ first: [{ slug: "a" }, { slug: "b" }], sharing: 2 });
});
