import { beforeAll, describe, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { browsePath, countWords, isBrowsePath, readBrowseQuery } from "./browse";
import { browseTechnologies } from "./browse-queries";

describe("the address of a list", () => {
  test("is read by the first value of each field, in any case", () => {
    expect(readBrowseQuery({})).toEqual({ filters: {}, page: 1, unknown: [] });
    expect(
      readBrowseQuery({
        kind: " Tool ",
        category: ["", "Data-Bases", "x"],
        ring: "ADOPT",
        letter: "B",
        page: "3",
        q: "x",
      }),
    ).toEqual({
      filters: { kind: "tool", category: "data-bases", ring: "adopt", letter: "b" },
      page: 3,
      unknown: [],
    });
    expect(readBrowseQuery({ letter: "0-9", kind: "", page: " " })).toEqual({
      filters: { letter: "0-9" },
      page: 1,
      unknown: [],
    });
  });

  test("never passes over what is unknown", () => {
    const hostile = { kind: "gadget", category: "a--b", ring: "best", letter: "é", page: "0" };
    const { filters, page, unknown } = readBrowseQuery(hostile);
    expect([filters, page]).toEqual([{}, 1]);
    expect(Object.fromEntries(unknown.map(({ field, value }) => [field, value]))).toEqual(hostile);
    for (const value of [
      "\0",
      "\ud800",
      "constructor",
      "__proto__",
      "x".repeat(10_000),
      "-1",
      "1e3",
      "9".repeat(30),
    ]) {
      const all = { kind: value, ring: value, letter: value, page: value };
      expect(readBrowseQuery(all).unknown, value.slice(0, 20)).toHaveLength(4);
    }
  });

  test("has one form", () => {
    expect(browsePath({})).toBe("/technologies");
    expect(browsePath({ letter: "a", kind: "tool", ring: "hold", category: "x" }, 2)).toBe(
      "/technologies?kind=tool&category=x&ring=hold&letter=a&page=2",
    );
    const isCanonical = (search: string) => {
      const asked = new URLSearchParams(search);
      return isBrowsePath(
        asked,
        readBrowseQuery(Object.fromEntries([...asked.keys()].map((name) => [name, asked.getAll(name)]))),
      );
    };
    for (const search of ["", "kind=tool", "kind=tool&page=2", "utm_source=x&letter=0-9"]) {
      expect(isCanonical(search), search).toBe(true);
    }
    for (const search of [
      "kind=",
      "page=1",
      "ring=adopt&kind=tool",
      "kind=Tool",
      "kind=tool&kind=tool",
      "letter=%30-9&page=",
    ]) {
      expect(isCanonical(search), search).toBe(false);
    }
  });

  test("a count with a bound says so", () => {
    expect(countWords({ count: 1_204, more: false })).toBe("1,204");
    expect(countWords({ count: 6_000, more: true })).toBe("more than 6,000");
  });
});

describe("the list", () => {
  prepareTestDatabase();

  const technology = (slug: string, given = {}) => ({
    slug,
    name: slug.toUpperCase(),
    kind: "tool",
    category: "tools",
    description: "D",
    lead: "L",
    ...given,
  });

  beforeAll(async () => {
    const parsed = parseCatalogue(
      catalogueFile({
        categories: [
          { slug: "tools", name: "Tools" },
          { slug: "others", name: "Others" },
          { slug: "empty", name: "Empty" },
        ],
        technologies: [
          technology("7zip", { ring: "hold" }),
          technology("alpha", { ring: "adopt", tagline: "The first" }),
          technology("az", { kind: "concept" }),
          technology("beta", { category: "others", ring: "adopt" }),
          ...Array.from({ length: 130 }, (_, index) =>
            technology(`z${index + 100}`, { category: "others", kind: "library" }),
          ),
        ],
      }),
    );
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
  });

  const slugsOf = async (filters: Parameters<typeof browseTechnologies>[0]) =>
    (await browseTechnologies(filters, 1)).entries.map(({ slug }) => slug);

  test("passes through every combination of filters", async () => {
    expect(await slugsOf({ letter: "a" })).toEqual(["alpha", "az"]);
    expect(await slugsOf({ letter: "0-9" })).toEqual(["7zip"]);
    expect(await slugsOf({ ring: "adopt" })).toEqual(["alpha", "beta"]);
    expect(await slugsOf({ ring: "adopt", category: "tools" })).toEqual(["alpha"]);
    expect(await slugsOf({ kind: "concept" })).toEqual(["az"]);
    expect(await slugsOf({ kind: "tool", ring: "hold" })).toEqual(["7zip"]);
    expect(await slugsOf({ kind: "tool", category: "others" })).toEqual(["beta"]);
    expect(await slugsOf({ kind: "tool", category: "tools", ring: "adopt", letter: "a" })).toEqual(["alpha"]);
    expect(await slugsOf({ kind: "tool", category: "tools", ring: "adopt", letter: "b" })).toEqual([]);
    expect(await slugsOf({ category: "nowhere" })).toEqual([]);
  });

  test("offers what leads somewhere, with the other filters as they are", async () => {
    expect((await browseTechnologies({}, 1)).options).toEqual({
      kinds: ["library", "tool", "concept"],
      rings: ["adopt", "hold"],
      letters: ["a", "b", "z", "0-9"],
      categories: [
        { slug: "others", name: "Others" },
        { slug: "tools", name: "Tools" },
      ],
    });
    const { options, category, entries } = await browseTechnologies({ category: "tools", ring: "adopt" }, 1);
    expect(category).toEqual({ slug: "tools", name: "Tools" });
    expect(entries).toEqual([
      { slug: "alpha", name: "ALPHA", kind: "tool", category: "Tools", ring: "adopt", tagline: "The first" },
    ]);
    expect(options).toMatchObject({ kinds: ["tool"], rings: ["adopt", "hold"], letters: ["a"] });
    expect(options.categories).toHaveLength(2);
    expect((await browseTechnologies({ category: "nowhere" }, 1)).category).toBeUndefined();
  });

  test("has pages, and none past the last", async () => {
    const [first, last, past] = await Promise.all([1, 5, 6].map((page) => browseTechnologies({}, page)));
    expect([first?.entries.length, first?.pages, first?.total]).toEqual([30, 5, { count: 134, more: false }]);
    expect([last?.entries.length, last?.entries.at(-1)?.slug]).toEqual([14, "z229"]);
    expect([past?.entries, past?.pages]).toEqual([[], 5]);
    expect((await browseTechnologies({}, 999_999)).entries).toEqual([]);
  });
});
