import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { readStarterCatalogue } from "@/prisma/starter-catalogue";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { findComparisonPath, findLead } from "./address";
import { findNamed, findSides, findTechnologies } from "./find";
import { QUERIES, searchCatalogue } from "./fixtures/queries";

prepareTestDatabase();

beforeAll(async () => {
  for (const parsed of [await readStarterCatalogue(), parseCatalogue(catalogueFile(searchCatalogue))]) {
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
  }
  await db().technology.update({ where: { slug: "hidden" }, data: { state: "unpublished" } });
});

/** Where a reader is led at once, or the first thing that they are shown. */
async function firstHit(query: string): Promise<string | undefined> {
  const path = await findLead(query);
  if (path !== null) return path;
  const { hits, nearest } = await findTechnologies(query, { take: 20, wide: true });
  return [...hits, ...nearest][0]?.slug;
}

it(`finds first what is meant by each of ${QUERIES.length} queries`, async () => {
  expect(QUERIES.length).toBeGreaterThanOrEqual(60);
  const misses: string[] = [];
  for (const [query, meant] of QUERIES) {
    const first = await firstHit(query);
    if (first !== meant) misses.push(`${query}: ${first}, not ${meant}`);
  }
  expect(misses).toEqual([]);
});

it("suggests the same first, whatever it looks into", async () => {
  const wrong: string[] = [];
  for (const [query, meant] of QUERIES.filter(([, slug]) => !slug.startsWith("/"))) {
    const { hits, nearest } = await findTechnologies(query, { take: 8, wide: false });
    const first = [...hits, ...nearest][0]?.slug;
    if (first !== meant) wrong.push(`${query}: ${first}, not ${meant}`);
  }
  expect(wrong).toEqual([]);
});

describe("a question about two things", () => {
  it("of which one is not on file says so, and offers the nearest", async () => {
    const sides = await findSides("svelte blorp vs rust");
    expect(sides?.left).toMatchObject({ text: "svelte blorp", meant: null });
    expect(sides?.left.nearest[0]?.slug).toBe("svelte");
    expect(sides?.right.meant?.slug).toBe("rust");
    expect(await findComparisonPath("svelte blorp vs rust")).toBeNull();
  });

  it("is not led on where more than one thing can be meant", async () => {
    expect(await findComparisonPath("amazon vs rust")).toBeNull();
    expect(await findComparisonPath("c vs d")).toBeNull();
  });

  it.each(["trial or error", "CI/CD", "pl/i"])("is none where %s is a name", async (text) => {
    expect(await findSides(text)).toBeNull();
    expect((await findNamed(text))?.name.toLowerCase()).toBe(text.toLowerCase());
  });

  it.each(["vs", "or", "a vs", " vs b", "/", "a/b/c", "or or or", "x or y or z or or or vs"])(
    "%j leads nowhere",
    async (text) => {
      expect(await findComparisonPath(text)).toBeNull();
    },
  );
});

const BAD = [
  "",
  " ",
  "%",
  "_",
  "\\",
  "\\%\\_",
  "'",
  '"',
  "''';--",
  "\0",
  "a\0b",
  "\ud800",
  "x\udfff",
  "🧊",
  "👩‍👩‍👧",
  "שלום עולם",
  "مرحبا",
  "\u202eevil\u202c",
  "& | ! ( ) : * <->",
  "a & b | !c",
  "'a':*",
  "<->",
  "((((",
  "*:*",
  "$1",
  "NULL",
  "--",
  "/* */",
  "e\u0301".repeat(60),
  "ﷺ".repeat(120),
  "a ".repeat(60),
  "- - - -",
  "C:\\Program Files\\x",
  "<script>alert(1)</script>",
  "x".repeat(120),
  "x".repeat(121),
  "y".repeat(10_000),
  "🧊".repeat(120),
];

describe("bad input", () => {
  it.each(BAD.map((text) => [text]))("%j is an answer, and nothing fails", async (text) => {
    expect(await findComparisonPath(text)).toBeNull();
    for (const wide of [true, false]) {
      const { hits, nearest } = await findTechnologies(text, { take: 8, wide });
      expect(hits.length + nearest.length).toBeLessThanOrEqual(13);
    }
  });

  it("of any kind fails nothing, and finds a bounded list", async () => {
    const piece = fc.constantFrom(
      "vs",
      "or",
      "/",
      "'",
      "\\",
      ":*",
      "&",
      "!",
      "go",
      "k8s",
      "é",
      "ß",
      "🧊",
      "\u0301",
      "%",
      "1",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 130 }),
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
    );
    await fc.assert(
      fc.asyncProperty(text, async (typed) => {
        await findComparisonPath(typed);
        const { hits, nearest } = await findTechnologies(typed, { take: 8, wide: true });
        expect(hits.length).toBeLessThanOrEqual(8);
        expect(nearest.length).toBeLessThanOrEqual(5);
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});

it("nothing that is not live is found, whatever it is called by", async () => {
  for (const text of ["hidden", "Hidden from everybody", "hiden", "from everybody"]) {
    const { hits, nearest } = await findTechnologies(text, { take: 20, wide: true });
    expect([...hits, ...nearest].map(({ slug }) => slug)).not.toContain("hidden");
  }
});

it("a new name is found, and its slips too, and an old one no more", async () => {
  await db().technology.update({ where: { slug: "gitlab-ci" }, data: { name: "Quillwright" } });
  expect(await firstHit("quilwright")).toBe("gitlab-ci");
  expect(await firstHit("GitLab CI")).toBe("gitlab-ci");
  const { hits } = await findTechnologies("gitlba ci", { take: 8, wide: false });
  expect(hits.map(({ slug }) => slug)).not.toContain("gitlab-ci");
});
