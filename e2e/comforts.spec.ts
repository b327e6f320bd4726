import { expect, type Page, test } from "@playwright/test";

// What makes reading easy, beside what is read: the theme, the ways through and out of a long page, a link, paper.

const CURATED = "/compare/bench-left-vs-bench-right";
const NEXT_TO_IT = "/compare/bench-right-vs-unrated-a";
const DARK_PAPER = "rgb(12, 20, 24)";
const LIGHT_PAPER = "rgb(250, 252, 253)";

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const themeOf = (page: Page) => page.evaluate(() => document.documentElement.dataset.theme ?? null);
const themeSwitch = (page: Page) => page.getByRole("button", { name: /^Theme: / });

test.describe("the theme", () => {
  test.use({ colorScheme: "light" });

  test("follows the system until one is chosen, and the choice stays", async ({ page }) => {
    await page.goto(CURATED);
    expect(await paper(page)).toBe(LIGHT_PAPER);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper(page)).toBe(DARK_PAPER);
    await page.emulateMedia({ colorScheme: "light" });

    const button = themeSwitch(page);
    await expect(button).toHaveAccessibleName("Theme: as the system");
    await button.click();
    await expect(button).toHaveAccessibleName("Theme: dark");
    expect(await paper(page)).toBe(DARK_PAPER);

    await page.goto("/technologies");
    await expect(themeSwitch(page)).toHaveAccessibleName("Theme: dark");
    expect(await paper(page)).toBe(DARK_PAPER);
    expect((await page.context().cookies()).length).toBe(0);

    await themeSwitch(page).click();
    await expect(themeSwitch(page)).toHaveAccessibleName("Theme: light");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await paper(page)).toBe(LIGHT_PAPER);

    for (const state of ["dark", "as the system"]) {
      await themeSwitch(page).click();
      await expect(themeSwitch(page)).toHaveAccessibleName(`Theme: ${state}`);
    }
    expect(await paper(page)).toBe(DARK_PAPER);
    await page.emulateMedia({ colorScheme: "light" });
    expect(await paper(page)).toBe(LIGHT_PAPER);
  });

  test("that is chosen is there before anything is painted, in the browser's own frame too", async ({
    page,
  }) => {
    await page.addInitScript(() => {
      localStorage.setItem("theme", "dark");
      // Called before the first frame: the body is not there yet.
      const seen: string[] = [];
      Object.assign(window, { seen });
      new MutationObserver(() => {
        if (document.body && seen.length === 0) seen.push(document.documentElement.dataset.theme ?? "none");
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(CURATED);
    expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(["dark"]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
    await expect(page.locator('meta[name="theme-color"]').first()).toHaveAttribute("content", "#0c1418");
  });

  test("changes in every tab at once, and a choice that is none counts for nothing", async ({
    page,
    context,
  }) => {
    await page.goto("/");
    const other = await context.newPage();
    await other.goto("/privacy");
    await themeSwitch(other).click();
    await expect.poll(() => themeOf(page)).toBe("dark");
    await other.evaluate(() => localStorage.setItem("theme", "toString"));
    await expect.poll(() => themeOf(page)).toBe(null);
    expect(await paper(page)).toBe(LIGHT_PAPER);
  });
});

test.describe("the link to the page", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("is copied at a press, and said so", async ({ page, baseURL }) => {
    await page.goto(`${CURATED}#sources`);
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByRole("button", { name: "Link copied" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "Link copied" })).toHaveCount(1);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}${CURATED}`);
  });

  test("is copied without a clipboard of the new kind as well", async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
    await page.goto(CURATED);
    const copied = page.evaluate(
      () =>
        new Promise((done) =>
          document.addEventListener("copy", () => done(document.getSelection()?.toString())),
        ),
    );
    await page.getByRole("button", { name: "Copy link" }).click();
    expect(await copied).toContain(CURATED);
    await expect(page.getByRole("button", { name: "Link copied" })).toBeFocused();
  });
});

test("the contents of a long page lead to each of its parts", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(CURATED);
  const contents = page.getByRole("navigation", { name: "On this page" });
  const links = await contents.getByRole("link").all();
  expect(links.length).toBeGreaterThan(6);
  for (const link of links) {
    await expect(link).toBeVisible();
    const heading = page.locator((await link.getAttribute("href")) ?? "");
    await expect(heading).toHaveText(
      String(await link.textContent())
        .trim()
        .replace("The Bottom Line", "🧊 The Bottom Line"),
    );
  }
  await contents.getByRole("link", { name: "Why it tips" }).click();
  await expect(page).toHaveURL(/#case-why-it-tips$/);
  await expect(page.getByRole("heading", { name: "Why it tips" })).toBeInViewport();
  // It goes along.
  await expect(contents.getByRole("link", { name: "Sources" })).toBeInViewport();

  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(contents.getByRole("link", { name: "Sources" })).toBeHidden();
  await contents.getByText("On this page").click();
  await contents.getByRole("link", { name: "Sources" }).click();
  await expect(page.getByRole("heading", { name: "Sources" })).toBeInViewport();

  await page.goto("/compare/even-a-vs-even-b");
  await expect(page.getByRole("navigation", { name: "On this page" })).toHaveCount(0);
});

test("the curated comparisons of a category lead to each other", async ({ page }) => {
  await page.goto(CURATED);
  await page
    .getByRole("navigation", { name: "More in Test bench" })
    .getByRole("link", { name: "Bench Right vs Unrated A" })
    .click();
  await expect(page).toHaveURL(new RegExp(`${NEXT_TO_IT}$`));
  await page
    .getByRole("navigation", { name: "More in Test bench" })
    .getByRole("link", { name: "Bench Left vs Bench Right" })
    .click();
  await expect(page).toHaveURL(new RegExp(`${CURATED}$`));
});

test("the way down to a comparison leads up again", async ({ page }) => {
  await page.goto(CURATED);
  const path = page.getByRole("navigation", { name: "Breadcrumbs" });
  await expect(path.getByRole("listitem")).toHaveText([/Home/, /Test bench/, /Bench Left vs Bench Right/]);
  await expect(path.getByText("Bench Left vs Bench Right")).toHaveAttribute("aria-current", "page");
  await path.getByRole("link", { name: "Test bench" }).click();
  await expect(page).toHaveURL(/\/categories\/test-bench$/);
});

test("the names of both sides stay in sight while their points are read", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 900 });
  await page.goto("/compare/even-a-vs-long-name");
  await page.getByText("Costs 20 coins a day").scrollIntoViewIfNeeded();
  for (const side of ["left", "right"]) await expect(page.locator(`#side-${side}`)).toBeInViewport();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByText("Costs 20 coins a day").scrollIntoViewIfNeeded();
  await expect(page.locator("#side-right")).toBeInViewport();
  await expect(page.locator("#side-left")).not.toBeInViewport();
});

test("by keyboard alone, past the header, to the theme and to the link", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(CURATED);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(
    page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Home" }),
  ).toBeFocused();

  for (const [name, pressed] of [
    [/^Theme: as the system/, /^Theme: dark/],
    [/^Copy link/, /^Link copied|^Copy it from/],
  ] as const) {
    await page.getByRole("button", { name }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: pressed })).toBeFocused();
  }
});

test("paper gets the page and nothing round it", async ({ page }) => {
  await page.goto(CURATED);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  for (const navigation of await page.getByRole("navigation").all()) await expect(navigation).toBeHidden();
  for (const button of await page.getByRole("button").all()) await expect(button).toBeHidden();
  for (const field of await page.locator("input, textarea").all()) await expect(field).toBeHidden();
  expect(await paper(page)).toBe("rgb(255, 255, 255)");
  const [left, right] = [page.locator("#side-left"), page.locator("#side-right")];
  await expect(left).toBeVisible();
  await expect(right).toBeVisible();
  expect((await left.boundingBox())?.y).toBe((await right.boundingBox())?.y);
  await expect(page.getByText("Bench Right wins")).toBeVisible();
  const after = await page
    .getByRole("link", { name: "The carpenter's notes" })
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(after).toContain("https://example.com/notes");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false, colorScheme: "dark" });

  test("the theme is the system's, and no button shows that does nothing", async ({ page }) => {
    await page.goto(CURATED);
    await expect(page.getByRole("button", { name: /^Theme/ })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Copy link" })).toHaveCount(0);
    await expect(page.locator('meta[name="theme-color"][media*="dark"]')).toHaveAttribute(
      "content",
      "#0c1418",
    );
    for (const button of await page.getByRole("button").all()) {
      expect(await button.getAttribute("type")).toBe("submit");
    }
    await page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link", { name: "Home" }).click();
    await expect(page).toHaveURL(/\/$/);
  });
});
