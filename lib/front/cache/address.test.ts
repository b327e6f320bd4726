import { describe, expect, test } from "vitest";
import { findPlace, isOfFewRecords, isOfTyped } from "./address";

describe("what is kept, and under which address", () => {
  test.each([
    ["/", "/"],
    ["/?utm_source=news", "/"],
    ["/?", "/"],
    ["/compare/react-vs-vue", "/compare/react-vs-vue"],
    ["/compare/react-vs-vue?_rsc=1x2&x=y", "/compare/react-vs-vue"],
    ["/compare/react-vs-vue.json?callback=x", "/compare/react-vs-vue.json"],
    ["/compare", "/compare"],
    ["/compare?utm_source=x", "/compare"],
    ["/technologies?page=2&utm_source=x&kind=tool", "/technologies?page=2&kind=tool"],
    ["/technologies/react?page=2", "/technologies/react"],
    ["/categories/databases?page=2", "/categories/databases?page=2"],
    ["/best/databases?kind=tool&page=2", "/best/databases?kind=tool"],
    ["/changes?before=x y", "/changes?before=x+y"],
    ["/feedback?pair=a-vs-b", "/feedback?pair=a-vs-b"],
    ["/search", "/search"],
    ["/search?x=1", "/search"],
    ["/search?q=react", "/search?q=react"],
    ["/search?q=", "/search?q="],
    ["/api/search?q=a+b%26c", "/api/search?q=a+b%26c"],
    ["/no/such/page", "/no/such/page"],
    ["/_next/static/chunks/a.js?dpl=1", "/_next/static/chunks/a.js"],
    ["/og/compare/react-vs-vue.png", "/og/compare/react-vs-vue.png"],
    ["/administration", "/administration"],
  ])("%s is kept as %s", (asked, url) => {
    expect(findPlace(asked)).toEqual({ kind: "kept", url });
  });
});

describe("what is made for each request", () => {
  test.each([
    "/search?q=react&asked=1",
    "/search?q=react&q=vue",
    "/search?x=1&q=react",
    "/search?asked=1",
    "/compare?left=react&right=vue",
    "/feedback/status/token",
    "/feedback/vote?pair=a-vs-b",
    "/missing",
    "/unavailable",
    // They move, and keep their query.
    "/Compare/react-vs-vue",
    "/compare/react-vs-vue/",
    "/technologies/?page=2",
    "/technologies/%72eact",
    // Said twice.
    "/technologies?page=1&page=2",
    `/compare/${"a".repeat(400)}`,
    `/technologies?letter=${"a".repeat(400)}`,
    `/search?q=${"a".repeat(400)}`,
  ])("%s", (asked) => {
    expect(findPlace(asked)).toMatchObject({ kind: "made", url: asked });
  });
});

describe("what Next is handed as it is", () => {
  test.each([
    "/admin",
    "/admin/users?x",
    "/api",
    "/api/search",
    "/api/search?q=x&y=1",
    `/api/search?q=${"a".repeat(400)}`,
    "/api/suggest?q=x",
    "/preview/x",
    "/_next/data/x.json",
    "/_next/image?url=x",
  ])("%s", (asked) => {
    expect(findPlace(asked)).toEqual({ kind: "passed" });
  });
});

test("only pages of a few records say which they are", () => {
  expect(
    ["/compare/a-vs-b", "/technologies/a", "/og/compare/a-vs-b.png", "/best/x?kind=y"].every(isOfFewRecords),
  ).toBe(true);
  expect(
    ["/", "/technologies", "/technologies?page=2", "/categories", "/feed.xml", "/og/site.png"].some(
      isOfFewRecords,
    ),
  ).toBe(false);
});

test("what somebody typed is told from pages that are the same for all", () => {
  expect(["/search?q=react", "/api/search?q=", "/search?q=%0A"].every(isOfTyped)).toBe(true);
  expect(["/search", "/research?q=x", "/search/?q=x", "/compare/search-vs-x"].some(isOfTyped)).toBe(false);
});
