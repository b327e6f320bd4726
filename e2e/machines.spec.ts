import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { curated } from "./fixtures/catalogue";

// Readers that are programs: what they find, where it leads, and that it says what pages say.
test.use({ javaScriptEnabled: false });

const PAGES = [
  "/compare/bench-left-vs-bench-right",
  "/compare/ref-os-virtualization-vs-ref-paravirtualization",
  "/compare/even-a-vs-even-b",
  "/compare/unrated-a-vs-unrated-b",
  "/compare/a-concept-vs-even-a",
  "/technologies/bench-left",
  "/technologies/postgresql",
  "/technologies/used-a",
];

/** What the page itself says, and its forms and ways on do not: text by text. */
async function textsOf(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const main = document.querySelector("main");
    const own = "form, nav, details, [aria-labelledby=disagree], [aria-hidden=true]";
    for (const one of main?.querySelectorAll(own) ?? []) {
      const part = one.matches("form") ? one.closest("section") : null;
      (part ?? one).remove();
    }
  });
  const texts = page.locator("main :is(h1, h2, h3, h4, p, li, dd, td, pre)");
  return texts.filter({ hasNot: page.locator("p, li, h3") }).allInnerTexts();
}

const words = (text: string) =>
  text
    .toLowerCase()
    .replace(/\\(?=[^\w\s])/g, "")
    .replace(/\(<?https?:[^)]*>?\)/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

test("the Markdown and the JSON of a page say what the page says", async ({ page, request }) => {
  for (const path of PAGES) {
    await page.goto(path);
    const texts = (await textsOf(page))
      .map((text) => words(text).replace(/ also as markdown and json$/, ""))
      .filter((text) => text !== "");
    expect(texts.length, path).toBeGreaterThan(4);
    const markdown = ` ${words(await (await request.get(`${path}.md`)).text())} `;
    for (const text of texts.filter(
      (one) => !/^(?:our rating )?(?:adopt|trial|assess|hold|nice pick)$/.test(one),
    )) {
      expect(markdown, `${path}: ${text}`).toContain(text);
    }
    const json = await (await request.get(`${path}.json`)).json();
    expect(json.url).toMatch(new RegExp(`${path}$`));
    const [title = ""] = await page.getByRole("heading", { level: 1 }).allInnerTexts();
    expect(words(json.title ?? json.name)).toBe(words(title));
    const said = ` ${words(JSON.stringify(json).replace(/\\n/g, " "))} `;
    for (const point of await page.locator(".points > li").allInnerTexts()) {
      const [text = ""] = point.replace(/^[+-]\s*/, "").split("\n");
      expect(said, `${path}: ${text}`).toContain(words(text));
    }
  }
});

test("a curated page's JSON has every part, and its body as its author wrote it", async ({ request }) => {
  const json = await (await request.get("/compare/bench-left-vs-bench-right.json")).json();
  expect(json).toMatchObject({
    format: "nicepick-comparison",
    version: 1,
    kind: "curated",
    outcome: "pick",
    pick: { slug: "bench-right" },
    curated: {
      category: "Test bench",
      author: curated.author,
      shortAnswer: curated.shortAnswer,
      useLeftIf: curated.useLeftIf,
      criteria: curated.criteria,
      body: curated.body,
      questions: curated.faq,
      sources: curated.sources,
    },
    bottomLine: { heading: "Bench Right wins", text: curated.bottomLine },
  });
});

test("documents have one address each, and say how to read them", async ({ request }) => {
  const moved = async (path: string) => {
    const response = await request.get(path, { maxRedirects: 0 });
    return `${response.status()} ${response.headers().location?.replace(/^https?:\/\/[^/]+/, "")}`;
  };
  expect(await moved("/compare/bench-right-vs-bench-left.json")).toBe(
    "308 /compare/bench-left-vs-bench-right.json",
  );
  expect(await moved("/compare/Bench-Left-vs-Bench-Right.MD")).toBe(
    "308 /compare/bench-left-vs-bench-right.md",
  );
  expect(await moved("/compare/bench-left-vs-bench-right.md/")).toBe(
    "308 /compare/bench-left-vs-bench-right.md",
  );
  expect(await moved("/compare/even-a-vs-even-a.json")).toBe("308 /technologies/even-a.json");
  expect(await moved("/technologies/bench-old.md")).toBe("308 /technologies/bench-left.md");
  expect(await moved("/technologies/bench-left%2Ejson")).toBe("308 /technologies/bench-left.json");

  const json = await request.get("/technologies/bench-left.json");
  expect(json.headers()).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "access-control-allow-origin": "*",
    "x-robots-tag": "noindex",
  });
  expect(json.headers().link).toMatch(/<http.*\/technologies\/bench-left>; rel="canonical"/);
  const again = await request.get("/technologies/bench-left.json", {
    headers: { "If-None-Match": json.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
  const head = await request.head("/technologies/bench-left.md");
  expect([head.status(), head.headers()["content-type"], (await head.body()).length]).toEqual([
    200,
    "text/markdown; charset=utf-8",
    0,
  ]);

  const nothing = await request.get("/compare/bench-left-vs-nothing.json");
  expect([nothing.status(), (await nothing.json()).error]).toEqual([404, "not-found"]);
  const none = await request.get("/technologies/nothing.md");
  expect([none.status(), none.headers()["content-type"]]).toEqual([404, "text/markdown; charset=utf-8"]);
  for (const path of [
    "/compare/bench-left-vs-bench-right/json",
    "/technologies/bench-left/md",
    "/compare/.json",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("a reader follows the feed from any page to a comparison and its documents", async ({
  page,
  request,
}) => {
  await page.goto("/technologies/bench-left");
  const href = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
  const response = await request.get(href ?? "");
  expect(response.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
  const feed = await response.text();
  const link = /<link href="([^"]*\/compare\/bench-left-vs-bench-right)"/.exec(feed)?.[1];
  expect(feed).toContain("Bench Left vs Bench Right: we pick Bench Right");
  await page.goto(new URL(link ?? "").pathname);
  await page.getByRole("link", { name: "Markdown" }).click();
  await expect(page.locator("body")).toContainText(
    "Bench Left vs Bench Right: the first written down vs the one that won",
  );
  const not = await request.get("/feed.xml", { headers: { "If-None-Match": response.headers().etag ?? "" } });
  expect(not.status()).toBe(304);
});

test("the list of changes leads to what changed, and is kind to a bad address", async ({ page }) => {
  await page.goto("/changes");
  await page.getByRole("link", { name: "Bench Left vs Bench Right: we pick Bench Right" }).click();
  await expect(page).toHaveURL(/bench-left-vs-bench-right$/);
  const response = await page.goto("/changes?before=nonsense&before=%00");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("status")).toHaveText("The list has no such place. Here is its beginning.");
  await page.goto("/changes?before=0_00000000-0000-4000-8000-000000000000");
  await expect(page.getByText("Nothing is older than that.")).toBeVisible();
});

test("the table of contents leads to each part of how we decide", async ({ page }) => {
  await page.goto("/methodology");
  const links = page.getByRole("navigation", { name: "On this page" }).getByRole("link");
  for (const link of await links.all()) {
    const id = (await link.getAttribute("href")) ?? "";
    await expect(page.locator(`h2${id}`)).toHaveText((await link.textContent()) ?? "");
  }
});

test("the sitemap leads to every kind of page, and each of them is there", async ({ request }) => {
  test.setTimeout(120_000);
  const addresses = await locations(request, "/sitemap.xml");
  const paths = (
    await Promise.all(addresses.map((address) => locations(request, new URL(address).pathname)))
  ).flat();
  const kinds = ["/", "/changes", "/methodology", "/compare/", "/technologies/", "/categories/", "/best/"];
  for (const kind of kinds) {
    const some = paths
      .map((address) => new URL(address).pathname)
      .filter((path) => (kind.endsWith("/") && kind !== "/" ? path.startsWith(kind) : path === kind));
    expect(some.length, kind).toBeGreaterThan(0);
    for (const path of some.slice(0, 8)) {
      expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBe(200);
    }
  }
  expect((await request.get("/sitemaps/technologies-2.xml")).status()).toBe(404);
});

async function locations(request: APIRequestContext, path: string): Promise<string[]> {
  const response = await request.get(path);
  expect(response.status(), path).toBe(200);
  expect(response.headers()["content-type"]).toBe("application/xml; charset=utf-8");
  return [...(await response.text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = ""]) => address);
}

test("robots and language models are told where to look", async ({ request, baseURL }) => {
  const robots = await (await request.get("/robots.txt")).text();
  expect(robots).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
  for (const path of ["/admin", "/api/", "/preview/", "/feedback/status/"]) {
    expect(robots).toContain(`Disallow: ${path}\n`);
  }
  expect(robots).not.toMatch(/Disallow: \/(?:_next|og|compare|technologies)?\n/);
  const llms = await (await request.get("/llms.txt")).text();
  expect(llms).toMatch(/^# Nice Pick\n\n> /);
  for (const [, address = ""] of llms.matchAll(/\]\(<([^>]+)>\)/g)) {
    const { pathname } = new URL(address);
    expect((await request.get(pathname)).status(), pathname).toBe(200);
  }
});
