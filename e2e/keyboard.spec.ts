import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { makeAccount, openAs } from "./fixtures/accounts";
import { field, untilSaved } from "./fixtures/editor";

/** Tabs on until the field with the label has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    const focused = await field(page, label).evaluateAll((all) =>
      all.some((one) => one === document.activeElement),
    );
    if (focused) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${label} is out of the keyboard's reach`);
}

async function tabToButton(page: Page, name: string): Promise<void> {
  const button = page.getByRole("button", { name, exact: true });
  for (let presses = 0; presses < 80; presses += 1) {
    if (await button.evaluateAll((all) => all.some((one) => one === document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the button ${name} is out of the keyboard's reach`);
}

const texts = (page: Page, list: string) =>
  page
    .getByRole("textbox", { name: new RegExp(`^${list} \\d+$`) })
    .evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value));

test("a technology is written, put in order and published without a mouse", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const context = await openAs(browser, await makeAccount("editor"), { ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  const stamp = randomUUID().slice(0, 6);
  await page.goto("/admin/technologies/new");
  await tabTo(page, "Name");
  await page.keyboard.type(`Keys ${stamp}`);
  await tabTo(page, "Kind");
  await page.keyboard.type("tool");
  await tabTo(page, "Category");
  await page.keyboard.type("Test bench");
  await tabTo(page, "Description");
  await page.keyboard.type("Pressed one by one.");
  await tabTo(page, "Lead");
  await page.keyboard.type("Use it without a mouse.");
  await tabToButton(page, "Add a pro");
  await page.keyboard.press("Enter");
  await page.keyboard.type("First");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Second");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Third");
  expect(await texts(page, "Pro")).toEqual(["First", "Second", "Third"]);

  // Up by a key, with the focus staying in the text.
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => texts(page, "Pro")).toEqual(["First", "Third", "Second"]);
  await expect(field(page, "Pro 2")).toBeFocused();

  // The same by its handle, which says what it does.
  await page
    .getByRole("button", { name: /^Move pro 1$/i })
    .first()
    .focus();
  // Each step is said before the next: dnd-kit listens for keys only from then on.
  const said = page.locator("[aria-live]");
  await page.keyboard.press("Space");
  await expect(said.filter({ hasText: /Picked up|Over/ })).toBeAttached();
  await expect(async () => {
    await page.keyboard.press("ArrowDown");
    await expect(said.filter({ hasText: /place 2/ })).toBeAttached({ timeout: 500 });
  }).toPass({ timeout: 10_000 });
  await page.keyboard.press("Space");
  await expect.poll(() => texts(page, "Pro")).toEqual(["Third", "First", "Second"]);

  // Over to the other list.
  await page.getByRole("button", { name: /^Move Pro 2 to Cons$/i }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => texts(page, "Pro")).toEqual(["Third", "Second"]);
  await expect.poll(() => texts(page, "Con")).toEqual(["First"]);
  await untilSaved(page);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Published.").first()).toBeVisible();
});
