import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { readStarterCatalogue } from "../../prisma/starter-catalogue";
import { portableCategory } from "../categories/portable";
import { portableComparison } from "../comparisons/portable";
import { db, disconnectDb } from "../db";
import { portableTechnology } from "../technologies/portable";
import { catalogueArbitrary, catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { type Catalogue, parseCatalogue } from "./document";
import { serialiseCatalogue } from "./file";
import { importCatalogue } from "./mutations";
import { readCatalogue } from "./queries";

const NOW = new Date("2026-11-22T10:00:00Z");

prepareTestDatabase();
beforeEach(emptyTestDatabase);

async function importBytes(bytes: Uint8Array) {
  return importCatalogue(db(), { catalogue: parse(bytes), actor: "import", now: NOW });
}

async function exportText(): Promise<string> {
  return serialiseCatalogue(await readCatalogue(db()));
}

function parse(bytes: Uint8Array): Catalogue {
  const result = parseCatalogue(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.catalogue;
}

/** What an export of exactly this must be, made without a database. */
function expectedText({ categories, technologies, comparisons }: Catalogue): string {
  const by =
    <T>(key: (entry: T) => string) =>
    (one: T, other: T) =>
      key(one) < key(other) ? -1 : 1;
  return serialiseCatalogue({
    categories: categories.map(portableCategory).sort(by(({ slug }) => slug)),
    technologies: technologies.map(portableTechnology).sort(by(({ slug }) => slug)),
    comparisons: comparisons
      .map((entry) =>
        portableComparison({ ...entry, publishedAt: entry.publishedAt ?? "2026-11-22T10:00:00Z" }),
      )
      // A space sorts before everything a slug may hold.
      .sort(by(({ left, right }) => `${left} ${right}`)),
  });
}

test("the starter content comes out of an empty database as the bytes that went in", async () => {
  const starter = await readStarterCatalogue();
  if (!starter.ok) throw new Error(JSON.stringify(starter.problems));
  await importCatalogue(db(), { catalogue: starter.catalogue, actor: "starter content", now: NOW });
  const first = await exportText();
  expect(first).toBe(expectedText(starter.catalogue));
  expect(await importBytes(Buffer.from(first))).toMatchObject({
    changed: { categories: 0, technologies: 0, comparisons: 0 },
  });
  await emptyTestDatabase();
  await importBytes(Buffer.from(first));
  expect(await exportText()).toBe(first);
});

test("any catalogue comes out whole, goes in again without a change, and keeps its bytes in another database", async () => {
  const property = fc.asyncProperty(catalogueArbitrary, async (lists) => {
    await emptyTestDatabase();
    const bytes = catalogueFile(lists);
    expect(await importBytes(bytes)).toMatchObject({ ok: true });
    const first = await exportText();
    expect(first).toBe(expectedText(parse(bytes)));
    expect(await importBytes(bytes)).toEqual({
      ok: true,
      changed: { categories: 0, technologies: 0, comparisons: 0 },
    });
    await emptyTestDatabase();
    await importBytes(Buffer.from(first));
    expect(await exportText()).toBe(first);
  });
  await fc.assert(property, { seed: 2, numRuns: 100, endOnFailure: true });
}, 180_000);

test("a record of the largest size allowed, 200 of them in one statement, comes out whole", async () => {
  const full = <T>(entry: (index: number) => T) => Array.from({ length: 30 }, (_, index) => entry(index));
  const technologies = Array.from({ length: 200 }, (_, index) => ({
    slug: `t-${index}`,
    name: `T ${index}`,
    kind: "tool",
    category: "c",
    description: "d",
    lead: "l",
    pros: full((at) => ({ text: `pro ${at}`, source: { title: "s", url: "https://example.org" } })),
    cons: full((at) => ({ text: `con ${at}`, checkedAt: "2026-11-22" })),
    related: full((at) => `r-${at}`),
    aliases: full((at) => `alias ${at}`),
    formerSlugs: full((at) => `old-${index}-${at}`),
    resources: full((at) => ({ title: `r ${at}`, url: "https://example.org" })),
  }));
  const bytes = catalogueFile({ categories: [{ slug: "c", name: "C" }], technologies });
  await importBytes(bytes);
  expect(await exportText()).toBe(expectedText(parse(bytes)));
}, 60_000);

test("the server's time zone moves no date", async () => {
  const technologies = [
    {
      slug: "a",
      name: "A",
      kind: "tool",
      category: "c",
      description: "d",
      lead: "l",
      pros: [{ text: "p", checkedAt: "2026-11-22" }],
      popularity: {
        value: 1,
        unit: "u",
        source: { title: "s", url: "https://example.org" },
        asOf: "2026-10-01",
      },
    },
  ];
  const database = new URL(process.env.DATABASE_URL ?? "").pathname.slice(1);
  await db().$executeRawUnsafe(`ALTER DATABASE ${database} SET timezone = 'Asia/Tokyo'`);
  // Connections made from here on are in Tokyo.
  await disconnectDb();
  const bytes = catalogueFile({ categories: [{ slug: "c", name: "C" }], technologies });
  await importBytes(bytes);
  expect(await exportText()).toBe(expectedText(parse(bytes)));
});
