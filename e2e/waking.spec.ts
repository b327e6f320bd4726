import { expect, type Page, test } from "@playwright/test";
import { collectFaults } from "./fixtures/policy";

// A reader's page holds its scripts back until something is done with it (docs/decisions/0018). Should Next write its
// pages in another way, the first test says so.

const PAGES = [
  "/",
  "/compare",
  "/compare/bench-left-vs-bench-right",
  "/compare/even-a-vs-even-b",
  "/technologies",
  "/technologies/bench-left",
  "/categories",
  "/categories/test-bench",
  "/best",
  "/best/test-bench",
  "/search?q=bench",
  "/changes",
  "/methodology",
  "/feedback",
  "/feedback/vote?pair=bench-left-vs-bench-right&pick=bench-right&choice=agree",
  "/privacy",
  "/nothing",
];

function scriptsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => request.resourceType() === "script" && asked.push(request.url()));
  return asked;
}

for (const path of PAGES) {
  test(`reading ${path} runs no script but our own, and the first movement brings the rest`, {
    tag: "@front",
  }, async ({ page }) => {
    const scripts = scriptsOf(page);
    const faults = collectFaults(page);
    await page.goto(path, { waitUntil: "networkidle" });
    expect(scripts).toEqual([]);
    // Said first, and waited for: the mouse is not held up by what the page was told before it.
    const awake = await page.evaluateHandle(() => ({
      heard: new Promise<void>((done) => addEventListener("awake", () => done())),
    }));
    await page.mouse.move(200, 200);
    await page.mouse.move(210, 210);
    await awake.evaluate(({ heard }) => heard);
    expect(scripts.length).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
}

test("what is typed before the scripts come is taken up when they have", { tag: "@front" }, async ({
  page,
}) => {
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await typed;
    await route.continue();
  });
  await page.goto("/compare");
  const left = page.getByRole("combobox", { name: "This" });
  const typed = left.fill("bench");
  await expect(page.getByRole("option", { name: /^Bench Left/ })).toBeVisible();
  await expect(left).toHaveValue("bench");
});

test("a form that is sent before the scripts come is sent", { tag: "@front" }, async ({ page }) => {
  await page.goto("/");
  await page.evaluate(() => {
    for (const [name, value] of [
      ["left", "Even A"],
      ["right", "Even B"],
    ] as const) {
      const input = document.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (input) input.value = value;
    }
    document.querySelector<HTMLFormElement>('main form[action="/compare"]')?.requestSubmit();
  });
  await expect(page).toHaveURL(/\/compare\/even-a-vs-even-b$/);
});

test("where the scripts cannot be loaded, the page works without them", { tag: "@front" }, async ({
  page,
}) => {
  await page.route("**/_next/static/chunks/*.js", (route) => route.abort());
  await page.goto("/");
  await page.getByRole("combobox", { name: "This" }).fill("Even A");
  await page.getByRole("combobox", { name: "Or that" }).fill("Even B");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\/even-a-vs-even-b$/);
});

test("an editor's pages have theirs at once", { tag: "@front" }, async ({ page }) => {
  const scripts = scriptsOf(page);
  await page.goto("/admin/sign-in", { waitUntil: "networkidle" });
  expect(scripts.length).toBeGreaterThan(0);
});

test("what is typed and sent before the scripts come is sent as it was typed", { tag: "@front" }, async ({
  page,
}) => {
  let release = () => {};
  const sent = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/chunks/*.js", async (route) => {
    await sent;
    await route.continue();
  });
  await page.goto("/compare/even-a-vs-even-b");
  await page.getByRole("combobox", { name: "Or that" }).fill("Used A");
  await page.getByRole("button", { name: "Compare" }).click();
  release();
  await expect(page).toHaveURL(/\/compare\/even-a-vs-used-a$/);
});
