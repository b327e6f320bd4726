import { expect, type Page } from "@playwright/test";
import { newPerson, test } from "./fixtures/own-server";

const PASSWORD = "a rather long pass phrase";

async function fillSetUp(page: Page): Promise<void> {
  await page.getByLabel("Name").fill("Olga Owner");
  await page.getByLabel("Email").fill("olga@nicepick.example");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create the owner account" }).click();
}

test("the first owner sets the site up, invites an author, and ends the sessions of both", async ({
  browser,
  server,
}) => {
  test.setTimeout(120_000);
  const link = /http:\/\/\S+\/admin\/set-up\?token=\S+/.exec(server.output())?.[0] ?? "";
  const owner = await newPerson(browser, server);
  await owner.goto(link);
  await owner.getByLabel("Name").fill("Olga Owner");
  await owner.getByLabel("Email").fill("olga@nicepick.example");
  await owner.getByLabel("Password", { exact: true }).fill("password123");
  await owner.getByRole("button", { name: "Create the owner account" }).click();
  await expect(owner.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(/common/);
  await fillSetUp(owner);
  await expect(owner.getByRole("heading", { level: 1 })).toContainText("Olga Owner");

  const late = await newPerson(browser, server);
  await late.goto(link);
  await expect(late.getByRole("heading", { name: "Set up already" })).toBeVisible();

  await owner.goto("/admin/users");
  await owner.getByRole("button", { name: "Invite somebody" }).click();
  const dialog = owner.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Arne Author");
  await dialog.getByLabel("Email").fill("arne@nicepick.example");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  const invitation = await owner.getByRole("textbox", { name: "Link" }).inputValue();

  await owner.getByRole("button", { name: "Done" }).click();
  await expect(owner.getByText("arne@nicepick.example")).toBeVisible();

  const author = await newPerson(browser, server);
  await author.goto(invitation);
  await expect(author.getByLabel("Email")).toHaveValue("arne@nicepick.example");
  await author.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await author.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(author.getByRole("heading", { level: 1 })).toContainText("Arne Author");
  await expect(author.getByRole("link", { name: "Users" })).toHaveCount(0);
  expect((await author.goto("/admin/users"))?.status()).toBe(403);
  // The link has done its work.
  await late.goto(invitation);
  await expect(late.getByRole("heading", { name: "This link does not work" })).toBeVisible();

  // Signed out, then in again with the password, back to where he wanted to go.
  await author.goto("/admin");
  await author.getByRole("button", { name: "Arne Author" }).click();
  await author.getByRole("menuitem", { name: "Sign out" }).click();
  await author.waitForURL(/sign-in/);
  await author.goto("/admin/technologies?q=git");
  await expect(author).toHaveURL(/\/admin\/sign-in\?callbackUrl=/);
  await author.getByLabel("Email").fill(" Arne@NicePick.example ");
  await author.getByLabel("Password", { exact: true }).fill("not it at all");
  await author.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(author.getByText("The address or the password is wrong.")).toBeVisible();
  await author.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await author.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(author).toHaveURL(/\/admin\/technologies\?q=git$/);

  // An owner's word counts on the very next request.
  await owner.goto("/admin/users");
  await owner.getByRole("button", { name: "Actions for Arne Author" }).click();
  await owner.getByRole("menuitem", { name: "End all sessions" }).click();
  await expect(owner.getByText("Arne Author is signed out everywhere.").first()).toBeVisible();
  await author.goto("/admin");
  await expect(author).toHaveURL(/\/admin\/sign-in/);

  // A reset link, passed on by hand where no mail is sent.
  await owner.getByRole("button", { name: "Actions for Arne Author" }).click();
  await owner.getByRole("menuitem", { name: "Make a reset link" }).click();
  await author.goto(await owner.getByRole("textbox", { name: "Link" }).inputValue());
  await author.getByLabel("New password").fill(`${PASSWORD}, changed`);
  await author.getByRole("button", { name: "Set the password" }).click();
  await expect(author.getByRole("heading", { level: 1 })).toContainText("Arne Author");
});
