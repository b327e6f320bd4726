import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { query } from "../lib/testing/signed-in";
import {
  type Account,
  databaseUrl,
  endSessions,
  makeAccount,
  newSession,
  openAs,
  signIn,
} from "./fixtures/accounts";
import { field, publish, untilSaved } from "./fixtures/editor";

/** A published technology of the test's own, for several people to work on. */
async function publishTechnology(page: Page): Promise<string> {
  const stamp = randomUUID().slice(0, 6);
  await page.goto("/admin/technologies/new");
  await field(page, "Name").fill(`Shared ${stamp}`);
  await field(page, "Slug").fill(`shared-${stamp}`);
  await field(page, "Kind").selectOption("tool");
  await field(page, "Category").selectOption("test-bench");
  await field(page, "Description").fill("For two.");
  await field(page, "Lead").fill("The lead as it was.");
  await field(page, "Tagline").fill("the tagline as it was");
  await untilSaved(page);
  await publish(page);
  return page.url();
}

async function person(
  browser: Browser,
  name: string,
  baseURL: string | undefined,
): Promise<{ page: Page; account: Account }> {
  const account = await makeAccount("editor", name);
  const context = await openAs(browser, account, { ...(baseURL && { baseURL }) });
  return { page: await context.newPage(), account };
}

const draftOf = async (address: string) => {
  const id = /[0-9a-f-]{36}$/.exec(address)?.[0];
  const rows = await query<{ document: Record<string, string> }>(
    await databaseUrl(),
    `SELECT document FROM "Draft" WHERE id = $1`,
    [id],
  );
  return rows[0]?.document;
};

test("two editors see each other, and what they write in different fields comes together", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { page: ada, account } = await person(browser, "Ada", baseURL);
  const { page: ben } = await person(browser, "Ben", baseURL);
  const address = await publishTechnology(ada);
  await Promise.all([ada.goto(address), ben.goto(address)]);
  await expect(ben.getByText(`${account.name} is editing too`)).toBeVisible({ timeout: 20_000 });
  await field(ada, "Lead").fill("The lead, by Ada.");
  await field(ben, "Tagline").fill("the tagline, by Ben");
  await Promise.all([untilSaved(ada), untilSaved(ben)]);
  await expect(field(ben, "Lead")).toHaveValue("The lead, by Ada.", { timeout: 25_000 });
  await expect(field(ada, "Tagline")).toHaveValue("the tagline, by Ben", { timeout: 25_000 });
  await expect
    .poll(() => draftOf(address))
    .toMatchObject({ lead: "The lead, by Ada.", tagline: "the tagline, by Ben" });
});

test("two texts for one field are both shown, and one is chosen", async ({ browser, baseURL }) => {
  test.setTimeout(90_000);
  const { page: ada } = await person(browser, "Ada", baseURL);
  const { page: ben } = await person(browser, "Ben", baseURL);
  const address = await publishTechnology(ada);
  await Promise.all([ada.goto(address), ben.goto(address)]);
  await ben.context().setOffline(true);
  await field(ben, "Lead").fill("The lead, by Ben.");
  await field(ada, "Lead").fill("The lead, by Ada.");
  await untilSaved(ada);
  await ben.context().setOffline(false);
  const clash = ben.getByRole("region", { name: "One text was changed by two people" });
  // Each word by word against what stood there before both.
  await expect(clash.locator("ins", { hasText: "Ada" })).toBeVisible({ timeout: 45_000 });
  await expect(clash.locator("ins", { hasText: "Ben" })).toBeVisible();
  // Nothing is overwritten while he thinks, and he goes on seeing his own.
  await expect(field(ben, "Lead")).toHaveValue("The lead, by Ben.");
  expect(await draftOf(address)).toMatchObject({ lead: "The lead, by Ada." });
  await clash.getByRole("button", { name: /^Keep mine/ }).click();
  await expect(clash).toBeHidden();
  await expect.poll(() => draftOf(address)).toMatchObject({ lead: "The lead, by Ben." });
});

test("a session that ends under the editor keeps the text: after signing in it is there, and is saved", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { page, account } = await person(browser, "Ada", baseURL);
  const address = await publishTechnology(page);
  await endSessions(account);
  await field(page, "Lead").fill("Typed after the session had ended.");
  await expect(page.getByText("You are signed out.")).toBeVisible({ timeout: 15_000 });
  await page.getByRole("link", { name: "Sign in to save" }).click();
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await signIn(page.context(), await newSession(account));
  await page.goto(address);
  await expect(field(page, "Lead")).toHaveValue("Typed after the session had ended.");
  await expect
    .poll(() => draftOf(address), { timeout: 15_000 })
    .toMatchObject({ lead: "Typed after the session had ended." });
});

test("a tab that is closed in the middle of a word has lost nothing", async ({ browser, baseURL }) => {
  test.setTimeout(90_000);
  const { page } = await person(browser, "Ada", baseURL);
  const address = await publishTechnology(page);
  await page.context().setOffline(true);
  await field(page, "Lead").pressSequentially(" And more of it");
  await page.close();
  const next = await pageOf(page);
  await next.context().setOffline(false);
  await next.goto(address);
  await expect(field(next, "Lead")).toHaveValue("The lead as it was. And more of it");
  await expect
    .poll(() => draftOf(address), { timeout: 15_000 })
    .toMatchObject({ lead: "The lead as it was. And more of it" });
});

const pageOf = (closed: Page) => closed.context().newPage();
