import { expect, type Page, test } from "@playwright/test";
import { makeAccount, openAs } from "./fixtures/accounts";
import { HAS_FRONT } from "./fixtures/front";

const box = (page: Page) => page.getByRole("banner").getByLabel("Search", { exact: true });
const suggestions = (page: Page) => page.getByRole("banner").getByRole("listbox", { name: "Suggestions" });

test("a reader finds a technology from any page by mouse", async ({ page }) => {
  await page.goto("/technologies/even-a");
  await box(page).click();
  await page.keyboard.type("kubernets");
  const option = suggestions(page).getByRole("option", { name: /^Kubernetes platform/ });
  await expect(option).toBeVisible();
  await option.click();
  await expect(page).toHaveURL(/\/technologies\/kubernetes$/);
});

test("a reader finds a comparison by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("bench left vs bench r");
  const option = suggestions(page).getByRole("option", { name: "Bench Left vs Bench Right comparison" });
  await expect(option).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await expect(option).toHaveAttribute("aria-selected", "true");
  const active = await box(page).getAttribute("aria-activedescendant");
  expect(await option.getAttribute("id")).toBe(active);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/bench-left-vs-bench-right$/);
});

test("Ctrl+K leads into the search, also from a field; Escape closes the list and keeps the text", async ({
  page,
}) => {
  await page.goto("/compare");
  await page.getByRole("combobox", { name: "This" }).focus();
  await page.keyboard.type("a/");
  await expect(page.getByRole("combobox", { name: "This" })).toHaveValue("a/");
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await page.keyboard.type("even");
  await expect(suggestions(page)).toBeVisible();
  await expect(box(page)).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(suggestions(page)).toBeHidden();
  await expect(box(page)).toHaveValue("even");
  await expect(box(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("ArrowUp");
  await expect(suggestions(page)).toBeVisible();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { name: "Search for “even”" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=even$/);
});

test("text that is typed before the suggestions are there is looked up when they are", async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/", { waitUntil: "domcontentloaded" });
  await box(page).focus();
  await page.keyboard.type("the tipp");
  release();
  await expect(suggestions(page).getByRole("option", { name: /^Bench Left The tipping one/ })).toBeVisible();
  await expect(box(page)).toHaveValue("the tipp");
  await expect(box(page)).toBeFocused();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader searches, sees why something was found, and goes there", async ({ page }) => {
    await page.goto("/");
    await box(page).fill("tipping one");
    await box(page).press("Enter");
    await expect(page).toHaveURL(/\/search\?q=tipping\+one$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Search: tipping one");
    await expect(page.getByText("also known as The tipping one")).toBeVisible();
    await expect(page.getByRole("link", { name: "Bench Left vs Bench Right" })).toBeVisible();
    await page.getByRole("link", { name: "Bench Left", exact: true }).click();
    await expect(page).toHaveURL(/\/technologies\/bench-left$/);
  });

  test("a question about two leads straight to their comparison", async ({ page }) => {
    await page.goto("/search");
    await page.getByLabel("Search technologies and comparisons").fill("the tipping one OR bench right?");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page).toHaveURL(/\/compare\/bench-left-vs-bench-right$/);
  });

  test("a reader asks as one asks a colleague", async ({ page }) => {
    const ask = async (text: string) => {
      await page.goto("/search");
      await page.getByLabel("Search technologies and comparisons").fill(text);
      await page.getByRole("button", { name: "Search" }).click();
    };
    await ask("Which is better, React or Vue for a small team?");
    await expect(page).toHaveURL(/\/compare\/react-vs-vue$/);
    await ask("alternatives to mongo");
    await expect(page).toHaveURL(/\/technologies\/mongodb#alternatives$/);
    await expect(page.getByRole("heading", { name: "Alternatives to MongoDB" })).toBeInViewport();
    await ask("React, Vue or Angular");
    await page.getByRole("link", { name: "Vue vs Angular" }).click();
    await expect(page).toHaveURL(/\/compare\/angular-vs-vue$/);
    await ask("the best database?");
    await expect(page.getByText("In the lead: PostgreSQL")).toBeVisible();
    await page.getByRole("link", { name: "The whole ranking of Databases" }).click();
    await expect(page).toHaveURL(/\/best\/databases$/);
  });

  test("a side that is not on file is named, and the nearest lead to a comparison", async ({ page }) => {
    await page.goto("/search?q=bench+lift+off+vs+even+a");
    await expect(
      page.getByRole("heading", { name: "We have nothing called “bench lift off” on file" }),
    ).toBeVisible();
    await page.getByRole("link", { name: "Bench Left vs Even A" }).click();
    await expect(page).toHaveURL(/\/compare\/bench-left-vs-even-a$/);
  });

  test("what is not here can be asked for, once", async ({ page }) => {
    await page.goto("/search?q=quuxbase+nine");
    await expect(page.getByText("We have nothing called “quuxbase nine” on file.")).toBeVisible();
    await page.getByRole("button", { name: "Ask for quuxbase nine" }).click();
    await expect(page).toHaveURL(/\/search\?q=quuxbase\+nine&asked=1$/);
    await expect(page.getByText("Noted. Thank you.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Ask for/ })).toHaveCount(0);
  });
});

const BAD: [what: string, query: string][] = [
  ["nothing", ""],
  ["no value", "q"],
  ["blank", "q=%20%20"],
  ["121 letters", `q=${"x".repeat(121)}`],
  ["3 kB", `q=${"y".repeat(3_000)}`],
  ["quotes", "q=%27%22%60%E2%80%9C"],
  ["a percent sign", "q=%25"],
  ["a broken escape", "q=%zz"],
  ["broken UTF-8", "q=%c3%28%ff"],
  ["wildcards", "q=_%25_"],
  ["backslashes", "q=%5C%5C%5C"],
  ["operators", "q=%26+%7C+%21+%28+%29+%3A%2A+%3C-%3E"],
  ["emoji", "q=%F0%9F%A7%8A%F0%9F%91%A9%E2%80%8D%F0%9F%91%A9"],
  ["right to left", "q=%D7%A9%D7%9C%D7%95%D7%9D+%E2%80%AEabc"],
  ["NUL", "q=a%00b"],
  ["NUL alone", "q=%00"],
  ["control characters", "q=%01%1b%7f"],
  ["a lone surrogate", "q=%ED%A0%80"],
  ["a list", "q[]=go&q[]=rust"],
  ["an object", "q[a][b]=go"],
  ["repeated", "q=go&q=rust"],
  ["repeated questions", "q=a+vs+b&q=c+vs+d"],
  ["other parameters", "asked=1&q=&page=-1&__proto__=x"],
  ["asked, repeated", "q=x&asked=1&asked=1"],
  ["markup", "q=%3Cscript%3Ealert(1)%3C/script%3E"],
  ["a question of nothing", "q=+vs+"],
  ["many questions", `q=${"a+or+".repeat(20)}`],
  ["SQL", "q=%27%3B+DROP+TABLE+%22Technology%22%3B--"],
];

for (const [what, query] of BAD) {
  test(`${what} is answered with a page that helps`, async ({ request }) => {
    const page = await request.get(`/search?${query}`, { maxRedirects: 0 });
    expect([200, 400]).toContain(page.status());
    const html = await page.text();
    if (page.status() === 200) expect(html).toMatch(/<h1[^>]*>[^<]+<\/h1>/);
    expect(html).not.toContain("<script>alert(1)");
    for (const path of ["/api/search", "/api/suggest"]) {
      const list = await request.get(`${path}?${query}`);
      expect([200, 400]).toContain(list.status());
      if (list.status() === 200) expect(Array.isArray(await list.json())).toBe(true);
    }
  });
}

test("an address of 10 kB is nobody's fault, and other addresses below the search lead nowhere", async ({
  request,
}) => {
  const long = await request.get(`/search?q=${"x".repeat(10_000)}`);
  // Next by itself takes such an address, and the page says that it is too much.
  expect(long.status()).toBe(HAS_FRONT ? 414 : 200);
  expect((await request.get("/search/x")).status()).toBe(404);
  const slash = await request.get("/search/?q=go", { maxRedirects: 0 });
  expect([slash.status(), slash.headers().location]).toEqual([308, "/search?q=go"]);
});

test("a search is kept out of search engines, and is no page about two things", async ({ request }) => {
  const html = await (await request.get("/search?q=even")).text();
  expect(html).toContain('<meta name="robots" content="noindex');
  const led = await request.get("/search?q=even+a+vs+even+b", { maxRedirects: 0 });
  expect([led.status(), led.headers().location]).toEqual([303, "/compare/even-a-vs-even-b"]);
});

test.describe("a wish", () => {
  const wish = (text: string) => ({ data: { text } });

  test("for what is on file is refused, with the reason", async ({ request }) => {
    const refused = await request.post("/api/wanted", wish("THE TIPPING ONE"));
    expect(refused.status()).toBe(422);
    expect((await refused.json()).fields).toEqual({ text: "is on file already: search for it" });
    const form = await request.post("/api/wanted", { form: { text: "even a" }, maxRedirects: 0 });
    expect(form.status()).toBe(422);
    expect(await form.text()).toContain("is on file already: search for it");
  });
});

for (const [what, options] of [
  ["nothing", { data: {} }],
  ["no text", { data: { text: " " } }],
  ["too much", { data: { text: "x".repeat(121) } }],
  ["a list", { data: { text: ["a"] } }],
  ["NUL", { data: { text: "a\0b" } }],
  ["more than is asked", { data: { text: "a wish", count: 7 } }],
  ["an empty form", { form: {} }],
  ["a form with a long text", { form: { text: "y".repeat(5_000) } }],
] as const) {
  test(`a wish of ${what} is refused`, async ({ request }) => {
    const response = await request.post("/api/wanted", { ...options, maxRedirects: 0 });
    expect(response.status()).toBe(422);
  });
}

test("a wish from another site is refused", async ({ request }) => {
  const response = await request.post("/api/wanted", {
    data: { text: "quuxbase ten" },
    headers: { Origin: "https://evil.example" },
  });
  expect(response.status()).toBe(403);
});

test("editors see what is wanted, begin it under its name, and take it off the list", async ({
  browser,
  request,
}) => {
  const text = "Quuxbase Eleven";
  expect((await request.post("/api/wanted", { data: { text } })).status()).toBe(201);
  const editor = await makeAccount("editor", "wanted");
  const context = await openAs(browser, editor);
  const page = await context.newPage();
  await page.goto("/admin/wanted");
  const row = page.getByRole("row", { name: text });
  await expect(row).toContainText("1 reader");
  await row.getByRole("link", { name: `Begin a technology: ${text}` }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(text);
  await page.goto("/admin/wanted");
  await page.getByRole("button", { name: `Dismiss ${text}` }).click();
  await expect(page.getByText(`“${text}” is off the list.`)).toBeVisible();
  await expect(row).toHaveCount(0);
  await context.close();
});
