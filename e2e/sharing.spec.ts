import { expect, test } from "@playwright/test";
import { findSchemaFaults } from "../lib/testing/schema-check";
import { HAS_FRONT } from "./fixtures/front";
import { readHead } from "./fixtures/head";

type Kind = {
  path: string;
  /** Where it is not the path itself. */
  canonical?: string;
  /** Where it is not listed. */
  robots?: "noindex, follow";
  /** Where it is not the site's. */
  picture?: string;
  article?: true;
  /** The types of its JSON-LD, where it has any. */
  types?: string[];
};

const CURATED = "/compare/bench-left-vs-bench-right";
const WEIGHTY = "/compare/long-name-vs-weighty";

/** One page of each kind. */
const KINDS: Kind[] = [
  { path: "/", types: ["WebSite", "Organization"] },
  { path: "/compare" },
  {
    path: CURATED,
    picture: `/og${CURATED}.png`,
    article: true,
    types: ["Article", "FAQPage", "BreadcrumbList"],
  },
  { path: WEIGHTY, picture: `/og${WEIGHTY}.png`, types: ["WebPage", "BreadcrumbList"] },
  { path: "/technologies", types: ["CollectionPage", "BreadcrumbList"] },
  { path: "/categories", types: ["CollectionPage", "BreadcrumbList"] },
  {
    path: "/categories/test-bench",
    picture: "/og/categories/test-bench.png",
    types: ["CollectionPage", "BreadcrumbList"],
  },
  { path: "/best", types: ["CollectionPage", "BreadcrumbList"] },
  {
    path: "/best/test-bench",
    picture: "/og/best/test-bench.png",
    types: ["CollectionPage", "BreadcrumbList"],
  },
  { path: "/best/tool", picture: "/og/best/tool.png", types: ["CollectionPage", "BreadcrumbList"] },
  {
    path: "/technologies/weighty",
    picture: "/og/technologies/weighty.png",
    types: ["WebPage", "SoftwareApplication", "BreadcrumbList"],
  },
  { path: "/feedback" },
  { path: "/privacy" },
  { path: "/methodology", types: ["AboutPage", "BreadcrumbList"] },
  { path: "/changes", types: ["WebPage", "BreadcrumbList"] },
  { path: "/search", robots: "noindex, follow" },
  { path: "/feedback/vote", robots: "noindex, follow" },
];

/** Other addresses of those pages. */
const VARIANTS: Kind[] = [
  { path: "/?utm_source=letter", canonical: "/" },
  { path: "/compare?left=Even%20A", canonical: "/compare", robots: "noindex, follow" },
  {
    path: `${CURATED}?utm_source=letter&ref=x`,
    canonical: CURATED,
    picture: `/og${CURATED}.png`,
    article: true,
  },
  {
    path: "/technologies/weighty?ref=x",
    canonical: "/technologies/weighty",
    picture: "/og/technologies/weighty.png",
  },
  { path: "/changes?before=9", canonical: "/changes", robots: "noindex, follow" },
  { path: "/technologies?ref=x", canonical: "/technologies" },
  { path: "/technologies?kind=tool", types: ["CollectionPage", "BreadcrumbList"] },
  { path: "/technologies?category=test-bench", robots: "noindex, follow" },
  { path: "/technologies?kind=tool&ring=adopt", robots: "noindex, follow" },
  { path: "/technologies?page=999", robots: "noindex, follow" },
  { path: "/best/test-bench?kind=tool", picture: "/og/best/test-bench.png" },
  { path: "/search?q=bench", canonical: "/search", robots: "noindex, follow" },
  { path: "/search?q=%3C%2Ftitle%3E%22%3E%F0%9F%A7%8A", canonical: "/search", robots: "noindex, follow" },
  { path: "/feedback?pair=even-a-vs-even-b", canonical: "/feedback" },
  {
    path: "/compare/even-a-vs-even-b",
    robots: "noindex, follow",
    picture: "/og/compare/even-a-vs-even-b.png",
  },
  {
    path: "/compare/a-concept-vs-even-a",
    robots: "noindex, follow",
    picture: "/og/compare/a-concept-vs-even-a.png",
  },
];

for (const { path, canonical = path, robots, picture = "/og/site.png", article, types } of [
  ...KINDS,
  ...VARIANTS,
]) {
  test(`${path} says what it is, where it belongs and what it looks like`, async ({ request, baseURL }) => {
    const response = await request.get(path);
    expect(response.status()).toBe(200);
    const { titles, meta, links, jsonLd } = readHead(await response.text());
    expect(titles).toHaveLength(1);
    expect(meta.description).toMatch(/[.?!…]$/);
    expect([...(meta.description ?? "")].length).toBeLessThanOrEqual(170);
    const address = new URL(canonical, baseURL).href;
    expect(new URL(links.canonical ?? "").href).toBe(address);
    expect(meta.robots).toBe(robots);
    expect(new URL(meta["og:url"] ?? "").href).toBe(address);
    expect(titles[0]).toContain(meta["og:title"]);
    expect(meta).toMatchObject({
      "og:site_name": "Nice Pick",
      "og:description": meta.description,
      "og:type": article ? "article" : "website",
      "og:image": new URL(picture, baseURL).href,
      "og:image:width": "1200",
      "og:image:height": "630",
      "og:image:type": "image/png",
      "twitter:card": "summary_large_image",
      "twitter:image": new URL(picture, baseURL).href,
    });
    expect(meta["og:image:alt"]).not.toBe("");
    expect(links["alternate application/atom+xml"]).toBe(new URL("/feed.xml", baseURL).href);
    if (types) expect(jsonLd.flatMap(typesOf)).toEqual(types);
    const drawn = await request.get(picture);
    expect(drawn.status()).toBe(200);
    expect(drawn.headers()["content-type"]).toBe("image/png");
    expect(sizeOf(await drawn.body())).toEqual([1200, 630]);
  });
}

test("no two kinds of pages have the same title or description", async ({ request }) => {
  const heads = await Promise.all(
    KINDS.map(async ({ path }) => readHead(await (await request.get(path)).text())),
  );
  for (const said of [heads.map(({ titles }) => titles[0]), heads.map(({ meta }) => meta.description)]) {
    expect(new Set(said).size).toBe(KINDS.length);
  }
});

for (const path of [
  "/nothing",
  "/technologies?kind=nothing",
  "/categories/test-bench?page=999",
  "/best/test-bench?kind=nothing",
  "/technologies/nothing",
  "/compare/even-a-vs-nothing",
  "/unavailable",
]) {
  test(`${path} is not listed`, async ({ request }) => {
    const { titles, meta, links } = readHead(await (await request.get(path)).text());
    expect(titles).toHaveLength(1);
    expect(meta.robots).toContain("noindex");
    expect(links.canonical).toBeUndefined();
  });
}

test("what pages say of themselves to machines is of schema.org's types", async ({ request }) => {
  test.setTimeout(120_000);
  const told = [...KINDS, ...VARIANTS].filter(({ types }) => types);
  const documents = await Promise.all(
    told.map(async ({ path }) => {
      const { jsonLd } = readHead(await (await request.get(path)).text());
      return jsonLd.map((json) => ({ name: path, json }));
    }),
  );
  expect(findSchemaFaults(documents.flat())).toEqual([]);
  // The check itself: what is not of these types is found.
  const bad = { "@context": "https://schema.org", "@graph": [{ "@type": "WebPage", colour: "blue" }] };
  expect(findSchemaFaults([{ name: "bad", json: bad }])).toHaveLength(1);
});

test("a hostile name ends no script, and runs none", async ({ page }) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  for (const path of ["/technologies/weighty", WEIGHTY]) {
    await page.goto(path);
    const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(JSON.stringify(texts.map((text) => JSON.parse(text)))).toContain("</script><!--");
    await expect(page.getByRole("contentinfo")).toBeVisible();
  }
  expect(dialogs).toEqual([]);
});

test("a picture is kept by whoever has it, until it changes", async ({ request }) => {
  const path = `/og${CURATED}.png`;
  const first = await request.get(path);
  const { etag = "", "cache-control": cache } = first.headers();
  expect(cache).toContain("public, max-age=");
  const again = await request.get(path, { headers: { "If-None-Match": `W/${etag}, "other"` } });
  expect([again.status(), (await again.body()).length]).toEqual([304, 0]);
});

test("a picture moves with its page, and is missing with it", async ({ request }) => {
  const moves = [
    ["/og/compare/bench-right-vs-bench-left.png", "/og/compare/bench-left-vs-bench-right.png"],
    ["/og/compare/Bench-OLD-vs-bench-right.png", "/og/compare/bench-left-vs-bench-right.png"],
    ["/og/compare/even-a-vs-even-a.png", "/og/technologies/even-a.png"],
    ["/og/technologies/bench-old.png", "/og/technologies/bench-left.png"],
    ["/og/technologies/Even-A.png", "/og/technologies/even-a.png"],
    ["/og/categories/Test-Bench.png", "/og/categories/test-bench.png"],
    ["/og/best/Test-Bench.png", "/og/best/test-bench.png"],
  ] as const;
  for (const [from, to] of moves) {
    const response = await request.get(from, { maxRedirects: 0 });
    expect([from, response.status(), response.headers().location]).toEqual([from, 308, to]);
  }
  for (const path of [
    "/og/compare/even-a-vs-nothing.png",
    "/og/compare/even-a.png",
    "/og/compare/even-a-vs-even-b",
    "/og/compare/even-a-vs-even-b.jpg",
    "/og/compare/.png",
    "/og/technologies/nothing.png",
    "/og/categories/nothing.png",
    "/og/best/nothing.png",
    "/og/best/even-a.png",
    "/og/technologies/%00.png",
    "/og/technologies/even-a.png/more",
    `/og/technologies/${"a".repeat(3_000)}.png`,
    "/og/compare",
    "/og/nothing.png",
  ]) {
    const status = (await request.get(path, { maxRedirects: 0 })).status();
    // NUL is malformed to the front, and nobody's name to Next.
    expect([path, status]).toEqual([path, HAS_FRONT && path.includes("%00") ? 400 : 404]);
  }
});

test("more pictures than can be drawn at once are answered for, and pages go on", async ({ request }) => {
  test.setTimeout(60_000);
  const slugs = [
    "bench-left",
    "bench-right",
    "even-a",
    "even-b",
    "used-a",
    "used-b",
    "unrated-a",
    "unrated-b",
  ];
  const pairs = slugs.flatMap((left) =>
    slugs.filter((right) => left < right).map((right) => `${left}-vs-${right}`),
  );
  const asked = [...pairs, ...pairs.map((pair) => pair)].map((pair) =>
    request.get(`/og/compare/${pair}.png`),
  );
  const page = await request.get("/privacy");
  expect(page.status()).toBe(200);
  for (const response of await Promise.all(asked)) {
    expect([200, 503]).toContain(response.status());
    if (response.status() === 503) expect(response.headers()["retry-after"]).toBe("5");
  }
});

/** The types of the nodes of one JSON-LD document. */
function typesOf(document: unknown): string[] {
  return (document as { "@graph": { "@type": string }[] })["@graph"].map((node) => node["@type"]);
}

/** Width and height, from the header of a PNG. */
function sizeOf(png: Buffer): number[] {
  expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
