import { beforeAll, expect, test } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { findComparisonPage, findPairSides } from "../comparisons/queries";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { browseTechnologies } from "./browse-queries";
import { listNearestPairs } from "./neighbour-queries";
import { findTechnologyByText, findTechnologyPage, listSuggestions } from "./queries";

prepareTestDatabase();

const technology = (slug: string, name: string, given = {}) => ({
  slug,
  name,
  kind: "tool",
  category: "tools",
  description: "D",
  lead: "L",
  ...given,
});

beforeAll(async () => {
  const parsed = parseCatalogue(
    Buffer.from(
      JSON.stringify({
        format: "nicepick-catalogue",
        version: 1,
        categories: [{ slug: "tools", name: "Tools" }],
        technologies: [
          technology("alpha", "Alpha", {
            related: ["nowhere", "old-beta", "gamma"],
            aliases: ["Gamma", "First"],
          }),
          technology("beta", "Beta", { formerSlugs: ["old-beta", "gamma"] }),
          technology("gamma", "Gamma", { ring: "hold" }),
          technology("delta", "Delta 100%", { kind: "concept" }),
        ],
        comparisons: [{ left: "beta", right: "alpha", outcome: "too-close" }],
      }),
    ),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
});

test("related slugs show the record that has them, else the one that had them, else words", async () => {
  const expected = [{ name: "Nowhere" }, { slug: "beta", name: "Beta" }, { slug: "gamma", name: "Gamma" }];
  expect((await findTechnologyPage("alpha"))?.related).toEqual(expected);
  const page = await findComparisonPage({ left: "alpha", right: "gamma" });
  expect(page?.verdict.sections[0].related).toEqual(expected);
});

test("a pair is found by old slugs, and a live slug beats an old one", async () => {
  const sides = await findPairSides({ left: "old-beta", right: "gamma" });
  expect([sides.left?.slug, sides.right?.slug, sides.curatedLeft]).toEqual(["beta", "gamma", null]);
  expect((await findPairSides({ left: "alpha", right: "old-beta" })).curatedLeft).toBe("beta");
  expect((await findPairSides({ left: "alpha", right: "nobody" })).right).toBeNull();
});

test("comparisons to go on with: curated ones first, in their order, and none with the side itself", async () => {
  const page = await findComparisonPage({ left: "alpha", right: "gamma" });
  expect(page?.more.left.map(({ left, right, curated }) => [left, right, curated])).toEqual([
    ["beta", "alpha", true],
  ]);
  expect(page?.more.right.map(({ left, right }) => [left, right])).toEqual([["beta", "gamma"]]);
});

test("the nearest fair comparisons are curated ones first, and none that an editor says does another job", async () => {
  const pairs = async () =>
    (await listNearestPairs("alpha")).map(({ left, right }) => `${left.slug} ${right.slug}`);
  expect(await pairs()).toEqual(["beta alpha", "alpha gamma"]);
  await db().comparison.updateMany({ data: { outcome: "different_jobs" } });
  expect(await pairs()).toEqual(["alpha gamma"]);
  await db().comparison.updateMany({ data: { outcome: "too_close" } });
});

test("a curated comparison is found in its own order only, and unpublished records nowhere", async () => {
  expect((await findComparisonPage({ left: "beta", right: "alpha" }))?.curated).toBeDefined();
  expect((await findComparisonPage({ left: "alpha", right: "beta" }))?.curated).toBeUndefined();
  await db().technology.update({ where: { slug: "delta" }, data: { state: "unpublished" } });
  expect(await findTechnologyPage("delta")).toBeNull();
  expect(await findComparisonPage({ left: "alpha", right: "delta" })).toBeNull();
  expect(await findTechnologyByText("Delta 100%")).toBeNull();
  expect((await browseTechnologies({}, 1)).entries.map(({ slug }) => slug)).toEqual([
    "alpha",
    "beta",
    "gamma",
  ]);
  await db().technology.update({ where: { slug: "delta" }, data: { state: "live" } });
});

test("a name wins over an alias, and case does not matter", async () => {
  expect((await findTechnologyByText(" GAMMA "))?.slug).toBe("gamma");
  expect((await findTechnologyByText("first"))?.slug).toBe("alpha");
  expect((await findTechnologyByText("delta"))?.slug).toBe("delta");
});

test("suggestions take any text and read no wildcard in it", async () => {
  expect((await listSuggestions("Betta")).map(({ slug }) => slug)).toEqual(["beta"]);
  expect((await listSuggestions("delta 100%")).map(({ slug }) => slug)).toEqual(["delta"]);
  for (const text of [
    "",
    " ",
    "%",
    "_",
    "\\",
    "\0",
    "'",
    '"',
    "\ud800",
    "x".repeat(1_000),
    "🧊",
    "a%' OR 1=1",
  ]) {
    expect(await listSuggestions(text), text).toEqual([]);
    expect(await findTechnologyByText(text)).toBeNull();
  }
});
