import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { makeAccount, openAs } from "./fixtures/accounts";
import { field, preview, publish, retype, untilSaved } from "./fixtures/editor";

test("an author writes, an editor corrects and publishes, a reader reads; then it is renamed, flipped and restored", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const stamp = randomUUID().slice(0, 6);
  const [slug, name] = [`lathe-${stamp}`, `Lathe ${stamp}`];
  const author = await (
    await openAs(browser, await makeAccount("author", "Arne"), { ...(baseURL && { baseURL }) })
  ).newPage();
  const editor = await (
    await openAs(browser, await makeAccount("editor", "Edna"), { ...(baseURL && { baseURL }) })
  ).newPage();
  const reader = await (await browser.newContext({ ...(baseURL && { baseURL }) })).newPage();

  // The author writes a technology.
  await author.goto("/admin/technologies/new");
  await field(author, "Name").pressSequentially(name);
  await expect(field(author, "Slug")).toHaveValue(slug);
  await field(author, "Kind").selectOption("tool");
  await field(author, "Category").selectOption("test-bench");
  await field(author, "Description").fill("Turns wood.");
  await field(author, "Lead").fill("Developers should learn it to trun wood");
  await author.getByRole("button", { name: "Add a pro" }).click();
  await author.keyboard.type("Holds a tenth of a millimetre");
  await author.keyboard.press("Enter");
  await author.keyboard.type("Runs for forty years");
  await author.getByRole("button", { name: "Add a con" }).click();
  await author.keyboard.type("Weighs four hundred kilos");
  await field(author, "You want …").fill("round things");
  await expect(preview(author).getByRole("heading", { level: 1 })).toHaveText(name);
  await expect(preview(author).getByText("Runs for forty years")).toBeVisible();
  await untilSaved(author);
  await expect(author).toHaveURL(/\/admin\/technologies\/[0-9a-f-]{36}$/);
  await expect(author.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  expect((await reader.goto(`/technologies/${slug}`))?.status()).toBe(404);

  // And a comparison with it, from what the composer says.
  await author.goto(`/admin/comparisons/new?left=${slug}&right=bench-right`);
  await expect(author.getByText(`${name} vs Bench Right`).first()).toBeVisible();
  await author.getByRole("radio", { name: new RegExp(`^${name}`) }).check();
  await field(author, "Reason").fill("A lathe outlives whoever bought it.");
  await untilSaved(author);

  // The editor corrects both and publishes.
  await editor.goto(`/admin/technologies?q=${slug}`);
  await editor.getByRole("link", { name }).click();
  await retype(editor, "Lead", "Developers should learn it to turn wood");
  await editor.keyboard.press("Control+Enter");
  await expect(editor.getByText("Published.").first()).toBeVisible();
  await reader.goto(`/technologies/${slug}`);
  await expect(reader.getByText("Developers should learn it to turn wood").first()).toBeVisible();
  await editor.goto(`/admin/comparisons?q=${encodeURIComponent(name)}`);
  await editor.getByRole("link", { name: `${name} vs Bench Right` }).click();
  await publish(editor);
  const pair = `/compare/${slug}-vs-bench-right`;
  await reader.goto(pair);
  await expect(reader.getByText("A lathe outlives whoever bought it.").first()).toBeVisible();
  await expect(reader.getByText(`${name} wins`)).toBeVisible();

  // The technology gets another address; the old ones lead on.
  await editor.goto(`/admin/technologies?q=${slug}`);
  await editor.getByRole("link", { name }).click();
  await field(editor, "Slug").fill(`wood-${slug}`);
  await publish(editor);
  for (const old of [`/technologies/${slug}`, pair]) {
    const response = await reader.goto(old);
    expect(response?.status()).toBe(200);
    expect(response?.request().redirectedFrom()?.redirectedFrom()).toBeNull();
    expect(new URL(reader.url()).pathname).toBe(old.replace(slug, `wood-${slug}`));
  }

  // The pick flips, with a reason.
  await editor.goto(`/admin/comparisons?q=${encodeURIComponent(name)}`);
  await editor.getByRole("link", { name: `${name} vs Bench Right` }).click();
  await editor.getByRole("radio", { name: /^Bench Right/ }).check();
  await editor.getByRole("button", { name: "Publish", exact: true }).click();
  const why = editor.getByRole("dialog", { name: "Why does the pick change?" });
  await why.getByLabel("Reason").fill("The bench was planed.");
  await why.getByRole("button", { name: "Publish" }).click();
  await expect(editor.getByText("Published.").first()).toBeVisible();
  await reader.goto(pair);
  await expect(reader.getByText("Bench Right wins")).toBeVisible();

  // The history tells; the first version is brought back, and that is taken back.
  await editor.getByRole("button", { name: "More" }).click();
  await editor.getByRole("menuitem", { name: "History" }).click();
  await expect(editor.getByText("The bench was planed.")).toBeVisible();
  await editor.getByRole("link", { name: "Restore version 1" }).click();
  await editor.getByRole("button", { name: /Restore/ }).click();
  await expect(editor.getByRole("radio", { name: new RegExp(`^${name}`) })).toBeChecked();
  await reader.reload();
  await expect(reader.getByText("Bench Right wins")).toBeVisible();
  await editor.getByRole("button", { name: "More" }).click();
  await editor.getByRole("menuitem", { name: "Undo the restore" }).click();
  await expect(editor.getByRole("radio", { name: /^Bench Right/ })).toBeChecked();
});

test("what cannot be published says why at its field, and takes the editor there", async ({
  browser,
  baseURL,
}) => {
  const editor = await (
    await openAs(browser, await makeAccount("editor"), { ...(baseURL && { baseURL }) })
  ).newPage();
  await editor.goto("/admin/technologies/new");
  await field(editor, "Name").fill("Bench Left");
  await field(editor, "Slug").fill("bench-left");
  await editor.keyboard.press("Control+Enter");
  await expect(field(editor, "Kind")).toBeFocused();
  await expect(field(editor, "Lead")).toHaveAccessibleDescription(/Lead is required/);
  await field(editor, "Kind").selectOption("tool");
  await field(editor, "Category").selectOption("test-bench");
  await field(editor, "Description").fill("Another bench.");
  await field(editor, "Lead").fill("Sit on it.");
  await editor.keyboard.press("Control+Enter");
  await expect(field(editor, "Slug")).toHaveAccessibleDescription(/is taken by the technology “Bench Left”/);
  await expect(field(editor, "Slug")).toBeFocused();
});
