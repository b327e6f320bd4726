import { expect, test } from "@playwright/test";

test("a reader finds a comparison from the home page by keyboard alone", async ({ page }) => {
  await page.goto("/");
  const left = page.getByRole("combobox", { name: "This" });
  await left.focus();
  await page.keyboard.type("the tipp");
  await expect(page.getByRole("option", { name: /^Bench Left/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(left).toHaveValue("Bench Left");
  await page.keyboard.press("Tab");
  await page.keyboard.type("bench r");
  await expect(page.getByRole("option", { name: /^Bench Right/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/compare\/bench-left-vs-bench-right$/);
});

test("Escape closes the suggestions and keeps the text", async ({ page }) => {
  await page.goto("/compare");
  const left = page.getByRole("combobox", { name: "This" });
  await left.fill("even");
  await expect(page.getByRole("listbox", { name: "This: suggestions" })).toBeVisible();
  await left.press("Escape");
  await expect(page.getByRole("listbox", { name: "This: suggestions" })).toBeHidden();
  await expect(left).toHaveValue("even");
});

test("a reader changes one side of a comparison", async ({ page }) => {
  await page.goto("/compare/even-a-vs-even-b");
  await page.getByRole("combobox", { name: "Or that" }).fill("Used A");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/compare\/even-a-vs-used-a$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the picker is a plain form", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("This", { exact: true }).fill("THE TIPPING ONE");
    await page.getByLabel("Or that", { exact: true }).fill("bench-right");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/\/compare\/bench-left-vs-bench-right$/);
  });

  test("a name that is not on file is said so, kept, and answered with the nearest", async ({ page }) => {
    await page.goto("/compare");
    await page.getByLabel("This", { exact: true }).fill("Benhc Left");
    await page.getByLabel("Or that", { exact: true }).fill("Even A");
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.url().includes("left=")),
      page.getByRole("button", { name: "Compare" }).click(),
    ]);
    expect(response.status()).toBe(404);
    const left = page.getByLabel("This", { exact: true });
    await expect(left).toHaveValue("Benhc Left");
    await expect(left).toHaveAccessibleDescription("We have nothing called “Benhc Left” on file.");
    await expect(page.getByLabel("Or that", { exact: true })).toHaveValue("Even A");
    await expect(page.getByRole("link", { name: "Bench Left" })).toBeVisible();
  });

  test("a pair of which one side exists leads on from there", async ({ page }) => {
    const response = await page.goto("/compare/bench-left-vs-never-heard-of");
    expect(response?.status()).toBe(404);
    await expect(page.getByText("We have nothing called “Never heard of” on file.")).toBeVisible();
    await expect(page.getByLabel("This", { exact: true })).toHaveValue("Bench Left");
    await page.getByLabel("Or that", { exact: true }).fill("Bench Right");
    await page.getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/\/compare\/bench-left-vs-bench-right$/);
  });
});
