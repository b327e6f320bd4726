import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { EVERYTHING, EXPIRY_CHANNEL } from "./cache";
import { parseCatalogue } from "./catalogue/document";
import { importCatalogue } from "./catalogue/mutations";
import { findCategoryPage } from "./categories/page-queries";
import { findCuratedNeighbours } from "./comparisons/neighbour-queries";
import { findComparisonPage } from "./comparisons/queries";
import { db } from "./db";
import { findReadersSay } from "./feedback/page-queries";
import { inAddressOrder } from "./pair/pair";
import { listLeaders } from "./rankings/leader-queries";
import { findRanking } from "./rankings/ranking-queries";
import { makeContext, runInRequest } from "./request-context";
import { findSearchView } from "./search/page";
import { browseTechnologies } from "./technologies/browse-queries";
import { findTechnologyPage } from "./technologies/queries";
import { catalogueFile } from "./testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "./testing/database";
import { castVote } from "./votes/mutations";

prepareTestDatabase();

let client: Client;
let heard: string[] = [];

beforeAll(async () => {
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  client.on("notification", ({ payload = "" }) => heard.push(payload));
  await client.query(`LISTEN ${EXPIRY_CHANNEL}`);
});
afterAll(() => client.end());

const FAMILIES = { db: ["ant", "bee", "cat", "dog"], ui: ["elk", "fox", "gnu"], os: ["hen", "ibis"] };
const SLUGS = Object.values(FAMILIES).flat();
const RINGS = ["adopt", "trial", "assess", "hold"];

const technology = (slug: string, given: object = {}) => ({
  slug,
  name: slug.toUpperCase(),
  kind: "database",
  category: Object.entries(FAMILIES).find(([, slugs]) => slugs.includes(slug))?.[0] ?? "db",
  description: "It stores.",
  lead: `Developers should learn ${slug}.`,
  pros: ["It keeps."],
  cons: ["It costs."],
  ring: RINGS[SLUGS.indexOf(slug) % 4],
  ...given,
});

const comparison = (left: string, right: string, given: object = {}) => ({
  ...{ left, right, outcome: "pick", pick: left, reason: "It is faster." },
  ...{ publishedAt: "2026-01-02T00:00:00Z", ...given },
});

async function load(lists: object): Promise<void> {
  const parsed = parseCatalogue(catalogueFile(lists));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const given = { catalogue: parsed.catalogue, actor: "import", now: new Date() };
  const result = await importCatalogue(db(), given);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

/** Once all that was sent so far has come. */
async function untilQuiet(): Promise<void> {
  const mark = `mark ${randomUUID()}`;
  await db().$executeRaw`SELECT pg_notify(${EXPIRY_CHANNEL}, ${mark})`;
  await vi.waitFor(() => expect(heard).toContain(mark));
  heard = heard.filter((tag) => tag !== mark);
}

/** What is sent by a piece of work, once all of it has come. */
async function expiriesOf(work: () => Promise<unknown>): Promise<string[]> {
  await untilQuiet();
  heard = [];
  await work();
  await untilQuiet();
  return heard;
}

beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  await emptyTestDatabase();
  await load({
    categories: Object.keys(FAMILIES).map((slug) => ({ slug, name: slug.toUpperCase() })),
    technologies: [
      technology("ant", { related: ["elk", "later", "lynx"] }),
      technology("bee", { formerSlugs: ["wasp"] }),
      ...SLUGS.slice(2).map((slug) => technology(slug)),
    ],
    comparisons: [
      comparison("bee", "ant"),
      comparison("dog", "cat"),
      comparison("elk", "fox", { alsoConsider: [{ slug: "gnu", name: "GNU", why: "It is calm." }] }),
    ],
  });
});

type Reading = { text: string; tags: Set<string> };

/** What every page is made of, by its name. */
async function readAll(): Promise<Map<string, Reading>> {
  const readings = new Map<string, Reading>();
  const read = async (name: string, find: () => Promise<unknown>) => {
    const context = makeContext("");
    const text = JSON.stringify(await runInRequest(context, find));
    readings.set(name, { text, tags: context.tags });
  };
  for (const [at, one] of SLUGS.entries()) {
    await read(`technology ${one}`, () => findTechnologyPage(one));
    for (const other of SLUGS.slice(at + 1)) {
      for (const pair of [inAddressOrder({ left: one, right: other }), { left: other, right: one }]) {
        await read(`comparison ${pair.left} ${pair.right}`, async () => {
          const page = await findComparisonPage(pair);
          const readers = await findReadersSay({ ...pair, pick: pair.left });
          return [page, readers, page?.curated && (await findCuratedNeighbours(pair))];
        });
      }
    }
  }
  for (const category of Object.keys(FAMILIES)) {
    await read(`category ${category}`, async () => {
      const page = await findCategoryPage(category, 1);
      // Other lists can be filtered by category; its own page is of one.
      return { ...page, list: { ...page?.list, options: null } };
    });
    await read(`ranking ${category}`, () => findRanking(category));
  }
  await read("leaders", () => listLeaders());
  await read("technologies", () => browseTechnologies({}, 1));
  for (const text of [...Object.keys(FAMILIES), ...SLUGS])
    await read(`search ${text}`, () => findSearchView(text));
  return readings;
}

const publish = (slug: string, given: object) => load({ technologies: [technology(slug, given)] });

/** Each changes the live site in another way; `untouched`: pages that must not be made anew for it. */
const CHANGES: { name: string; work: () => Promise<unknown>; untouched: string[] }[] = [
  {
    name: "a point of a technology",
    work: () => publish("cat", { pros: ["It purrs."] }),
    untouched: ["technology elk", "comparison elk fox", "comparison ant bee", "category ui", "ranking os"],
  },
  {
    name: "a rating",
    work: () => publish("cat", { ring: "adopt" }),
    untouched: ["technology hen", "comparison hen ibis", "category os"],
  },
  {
    name: "a name",
    work: () => publish("elk", { name: "Elk 2" }),
    untouched: ["technology hen", "ranking os"],
  },
  {
    name: "a popularity",
    work: () =>
      publish("fox", {
        popularity: {
          value: 9e6,
          unit: "stars",
          source: { title: "S", url: "https://s.example/" },
          asOf: "2026-10-01",
        },
      }),
    untouched: ["technology hen"],
  },
  { name: "a kind", work: () => publish("dog", { kind: "language" }), untouched: ["technology hen"] },
  {
    name: "another category",
    work: () => publish("dog", { category: "ui" }),
    untouched: ["technology hen", "ranking os"],
  },
  {
    name: "what is related",
    work: () => publish("hen", { related: ["ibis", "ant"] }),
    untouched: ["technology fox"],
  },
  {
    name: "a new technology",
    work: () => load({ technologies: [technology("later", { category: "os" })] }),
    untouched: ["technology fox", "comparison elk fox"],
  },
  {
    name: "a technology with a former slug",
    work: () => load({ technologies: [technology("later", { category: "os", formerSlugs: ["lynx"] })] }),
    untouched: ["technology fox"],
  },
  {
    name: "a verdict",
    work: () => load({ comparisons: [comparison("dog", "cat", { pick: "cat" })] }),
    untouched: ["technology elk", "comparison elk fox", "ranking ui", "category os"],
  },
  {
    name: "the first verdict on a pair",
    work: () => load({ comparisons: [comparison("gnu", "fox")] }),
    untouched: ["technology hen", "comparison dog cat", "ranking db"],
  },
  {
    name: "a category's name",
    work: () => load({ categories: [{ slug: "os", name: "Systems" }] }),
    untouched: ["technology fox", "ranking db"],
  },
  {
    name: "a technology that is withdrawn",
    work: () =>
      db()
        .$executeRaw`UPDATE "Technology" SET state = 'unpublished', version = version + 1, "updatedAt" = now() WHERE slug = 'ibis'`,
    untouched: ["technology fox", "comparison elk fox"],
  },
  {
    name: "a comparison that is withdrawn",
    work: () => db()
      .$executeRaw`UPDATE "Comparison" SET state = 'unpublished', version = version + 1, "updatedAt" = now()
      WHERE "leftId" = (SELECT id FROM "Technology" WHERE slug = 'bee')`,
    untouched: ["technology fox", "comparison elk fox"],
  },
  {
    name: "a vote",
    work: () =>
      castVote({
        fields: { pair: "bee-vs-ant", pick: "bee", choice: "agree" },
        address: "192.0.2.1",
        now: new Date(),
      }),
    untouched: ["technology ant", "technology bee", "comparison ant cat", "leaders", "category db"],
  },
];

describe("whatever changes a page expires it, and leaves others as they are", () => {
  test.each(CHANGES)("$name", async ({ work, untouched }) => {
    const before = await readAll();
    const expired = new Set(await expiriesOf(work));
    const after = await readAll();
    let changed = 0;
    for (const [name, { text, tags }] of before) {
      const isExpired = [...tags].some((tag) => expired.has(tag));
      if (text !== after.get(name)?.text) {
        changed += 1;
        expect(isExpired, `${name} has changed`).toBe(true);
      }
      if (untouched.includes(name)) expect(isExpired, `${name} has nothing to do with it`).toBe(false);
    }
    expect(changed).toBeGreaterThan(0);
    expect(untouched.every((name) => before.has(name))).toBe(true);
  });
});

test("what is on file already expires nothing", async () => {
  expect(await expiriesOf(() => publish("cat", {}))).toEqual([]);
});

test("a technology that is withdrawn must not be shown any more", async () => {
  const expired = await expiriesOf(
    () => db().$executeRaw`UPDATE "Technology" SET state = 'unpublished' WHERE slug = 'ibis'`,
  );
  expect(expired).toContain("gone technology ibis");
});

test("a publication that is taken back expires nothing", async () => {
  const expired = await expiriesOf(() =>
    db()
      .$transaction(async (tx) => {
        await tx.$executeRaw`UPDATE "Technology" SET name = 'X' WHERE slug = 'ibis'`;
        throw new Error("not after all");
      })
      .catch(() => {}),
  );
  expect(expired).toEqual([]);
});

test("above a hundred records, one expiry stands for all of them", async () => {
  const many = (count: number, ring: string) =>
    load({
      technologies: Array.from({ length: count }, (_, index) => technology(`many-${index}`, { ring })),
    });
  expect(new Set(await expiriesOf(() => many(101, "hold")))).toEqual(new Set([EVERYTHING]));
  const hundred = await expiriesOf(() => many(100, "adopt"));
  expect(hundred).toContain("technology many-99");
  expect(hundred).not.toContain(EVERYTHING);
});
