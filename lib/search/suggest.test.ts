import { beforeAll, expect, it } from "vitest";
import { readStarterCatalogue } from "@/prisma/starter-catalogue";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { findSearchView } from "./page";
import { listPageSuggestions } from "./suggest";

prepareTestDatabase();

beforeAll(async () => {
  const parsed = await readStarterCatalogue();
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: new Date() });
});

it.each([
  ["k8s", "/technologies/kubernetes", "Kubernetes"],
  ["kubernets", "/technologies/kubernetes", "Kubernetes"],
  ["go vs ru", "/compare/go-vs-rust", "Go vs Rust"],
  ["go or rust", "/compare/go-vs-rust", "Go vs Rust"],
  ["golang vs rsut", "/compare/go-vs-rust", "Go vs Rust"],
  ["go vs", "/technologies/go", "Go"],
  ["is rust better than go", "/compare/go-vs-rust", "Rust vs Go"],
  ["react vue", "/compare/react-vs-vue", "React vs Vue"],
  ["mongodb alternatives", "/technologies/mongodb#alternatives", "Alternatives to MongoDB"],
  ["databases", "/categories/databases", "Databases"],
  ["best database", "/categories/databases", "Databases"],
  ["react", "/technologies/react", "React"],
])("for %s first: %s", async (text, href, label) => {
  expect((await listPageSuggestions(text))[0]).toMatchObject({ href, label });
});

it("says by which other name a technology was found, and adds the comparisons that an editor wrote of it", async () => {
  const pages = await listPageSuggestions("postgres");
  expect(pages[0]?.hint).toMatch(/^Postgres · /);
  expect(pages.at(-1)).toMatchObject({
    href: expect.stringMatching(/^\/compare\/.*postgresql/),
    hint: "comparison",
  });
});

it.each(["", " ", "x".repeat(500), "\0", "'"])("has nothing for %j", async (text) => {
  expect(await listPageSuggestions(text)).toEqual([]);
});

it("a page of results has the curated comparisons of what was found, and those with such an epithet", async () => {
  const byName = await findSearchView("postgres");
  expect(byName.kind === "found" && byName.hits[0]?.slug).toBe("postgresql");
  const comparisons = byName.kind === "found" ? byName.comparisons : [];
  const withMysql = comparisons.find(({ right }) => right.slug === "mysql");
  expect(withMysql?.left.slug).toBe("postgresql");
  const [epithet] = withMysql?.epithets ?? [];
  const byEpithet = await findSearchView(epithet);
  expect(byEpithet.kind === "found" && byEpithet.comparisons[0]?.left.slug).toBe("postgresql");
});

it("three things or four are compared by twos, unless one is not on file", async () => {
  const three = await findSearchView("react vs vue, or angular?");
  expect(three).toMatchObject({
    kind: "several",
    hits: [{ slug: "react" }, { slug: "vue" }, { slug: "angular" }],
  });
  expect(await findSearchView("react vs react.js vs reactjs")).not.toMatchObject({ kind: "several" });
  expect(await findSearchView("react vs vue vs quuxbase")).toMatchObject({ kind: "sides" });
});

it("comparisons of what is called so come before those of what is called so and more", async () => {
  const view = await findSearchView("react");
  const pairs = view.kind === "found" ? view.comparisons : [];
  const others = pairs.findIndex(({ left, right }) => ![left.slug, right.slug].includes("react"));
  const own = pairs.findLastIndex(({ left, right }) => [left.slug, right.slug].includes("react"));
  expect(own).toBeGreaterThanOrEqual(2);
  expect(others === -1 || own < others).toBe(true);
});

const inCategories = (sure: boolean, ...slugs: string[]) => ({
  categories: { sure, categories: slugs.map((slug) => expect.objectContaining({ slug })) },
});

it("a page of results has the categories that are called so, or that have to do with it", async () => {
  expect(await findSearchView("the best database?")).toMatchObject({
    ...inCategories(true, "databases"),
    hits: expect.objectContaining({ 0: expect.objectContaining({ slug: "sqlite" }) }),
    leaders: [{ category: { slug: "databases" }, first: [expect.objectContaining({ slug: "postgresql" })] }],
  });
  expect(await findSearchView("web fram")).toMatchObject(inCategories(true, "web-frameworks"));
  expect(await findSearchView("frontend framework")).toMatchObject(inCategories(true, "front-end-libraries"));
  expect(await findSearchView("message queue")).toMatchObject(
    inCategories(false, "queues-and-streams", "message-protocols"),
  );
  expect(await findSearchView("best css framework")).toMatchObject({
    hits: expect.arrayContaining([expect.objectContaining({ slug: "tailwind-css" })]),
    ...inCategories(false, "styling"),
  });
  expect(await findSearchView("quuxbase")).toMatchObject(inCategories(false));
});

it("reads a text that is too long no further, and a list as its first entry", async () => {
  expect(await findSearchView("x".repeat(121))).toEqual({ kind: "too-long" });
  expect(await findSearchView(["rust", "go"])).toMatchObject({ kind: "found", text: "rust" });
  expect(await findSearchView(undefined)).toEqual({ kind: "empty" });
});
