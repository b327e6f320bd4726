import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { resolveComparison } from "../comparisons/resolve";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { SHARD, sitemapFile, sitemapIndex } from "./sitemap";

prepareTestDatabase();

const SITE = "https://nicepick.example";
const require = createRequire(import.meta.url);
// The sitemap package brings the schema of sitemaps.org.
const urlset = readFileSync(
  require.resolve("sitemap/package.json").replace("package.json", "schema/sitemap.xsd"),
  "utf8",
);
const siteindex = readFileSync(new URL("./fixtures/siteindex.xsd", import.meta.url), "utf8");

async function faultsOf(xml: string, schema: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "sitemap.xml", contents: xml },
    schema: { fileName: "schema.xsd", contents: schema },
  });
  return errors.map(({ message }) => message);
}

async function fileText(name: string): Promise<string | null> {
  const stream = await sitemapFile(name, SITE);
  return stream && new Response(stream).text();
}

const addressesIn = (xml: string | null) =>
  [...(xml ?? "").matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address.replace(SITE, ""));

const technology = (slug: string, given: object = {}) => ({
  ...{
    slug,
    name: slug,
    kind: "tool",
    category: "tools",
    description: "d",
    lead: "l",
    ring: "trial",
    pros: ["p", "q"],
    cons: ["r", "s"],
  },
  ...given,
});

beforeAll(async () => {
  const file = catalogueFile({
    categories: [
      { slug: "tools", name: "Tools" },
      { slug: "empty", name: "Empty" },
    ],
    technologies: [
      ...["a", "b", "c", "d", "e", "f", "g", "h"].map((slug) => technology(slug)),
      technology("unrated", { ring: undefined }),
      technology("thin", { ring: "adopt", cons: ["r"] }),
      technology("language", { kind: "language" }),
    ],
    comparisons: [{ left: "b", right: "a", outcome: "too-close" }],
  });
  const parsed = parseCatalogue(file);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "import", now: new Date() });
});

describe("the sitemap", () => {
  it("is an index of files that are all there, and all valid", async () => {
    const index = await sitemapIndex(SITE);
    expect(await faultsOf(index, siteindex)).toEqual([]);
    const files = addressesIn(index);
    expect(files).toEqual(
      ["pages", "categories", "comparisons", "technologies", "pairs"].map(
        (name) => `/sitemaps/${name}-1.xml`,
      ),
    );
    for (const path of files) {
      const text = await fileText(path.replace("/sitemaps/", ""));
      expect(await faultsOf(text ?? "", urlset), path).toEqual([]);
    }
  });

  it("names every page once, and none that leads elsewhere", async () => {
    const index = addressesIn(await sitemapIndex(SITE));
    const files = await Promise.all(index.map((path) => fileText(path.replace("/sitemaps/", ""))));
    const all = files.flatMap(addressesIn);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(
      expect.arrayContaining([
        "/",
        "/changes",
        "/methodology",
        "/categories/tools",
        "/best/tools",
        "/technologies/a",
      ]),
    );
    const pairs = all.filter((path) => path.startsWith("/compare/"));
    expect(pairs).toContain("/compare/b-vs-a");
    for (const path of pairs) {
      expect(await resolveComparison(path.replace("/compare/", "")), path).toEqual({ kind: "here" });
    }
    expect(pairs.filter((path) => path !== "/compare/b-vs-a").sort()).toEqual(expectedPairs());
  });

  it("says when a record changed last", async () => {
    const { updatedAt } = await db().technology.findUniqueOrThrow({ where: { slug: "a" } });
    expect(await fileText("technologies-1.xml")).toContain(
      `<url><loc>${SITE}/technologies/a</loc><lastmod>${updatedAt.toISOString()}</lastmod></url>`,
    );
  });

  it.each([
    "technologies-2.xml",
    "pages-2.xml",
    "technologies-0.xml",
    "technologies-99999.xml",
    "x-1.xml",
    "",
    "pages-1",
  ])("has no file %j", async (name) => {
    expect(await sitemapFile(name, SITE)).toBeNull();
  });
});

/** The leaders a to d (the fifth is too thin) with each other and with e to h, without the pair that an editor wrote. */
function expectedPairs(): string[] {
  const leaders = ["a", "b", "c", "d"];
  const pairs = [...leaders, "e", "f", "g", "h"].flatMap((one) =>
    leaders
      .filter((leader) => leader < one && !(leader === "a" && one === "b"))
      .map((leader) => `${leader}-vs-${one}`),
  );
  return pairs.map((pair) => `/compare/${pair}`).sort();
}

it("is cut into files of 45,000, with nothing between them lost", async () => {
  await db().$executeRaw`
    INSERT INTO "Technology" (id, slug, name, kind, "categoryId", description, lead, "updatedAt")
    SELECT gen_random_uuid(), 'bulk-' || n, 'Bulk ' || n, 'tool', (SELECT id FROM "Category" WHERE slug = 'empty'),
      'd', 'l', now() FROM generate_series(1, ${SHARD}::int) AS n`;
  expect(addressesIn(await sitemapIndex(SITE))).toContain("/sitemaps/technologies-2.xml");
  const [first, second] = await Promise.all(
    ["technologies-1.xml", "technologies-2.xml"].map(async (name) => addressesIn(await fileText(name))),
  );
  expect(first).toHaveLength(SHARD);
  expect(second).toHaveLength(11);
  expect(new Set([...(first ?? []), ...(second ?? [])]).size).toBe(SHARD + 11);
  expect(await fileText("technologies-3.xml")).toBeNull();
});
