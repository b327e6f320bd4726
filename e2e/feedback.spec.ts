import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { type MailServer, startMailServer } from "../lib/testing/mail-server";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";
import { addSession, addUser, embeddedUrl, query } from "../lib/testing/signed-in";
import { SECRET } from "./fixtures/accounts";
import { field, publish } from "./fixtures/editor";

base.use({ actionTimeout: 15_000 });

// A reader disagrees, the editors answer, the page says what came of it: with a server and a mail server of its own.

const PAIR = "/compare/postgresql-vs-mysql";

type Site = { url: string; databaseUrl: string; mail: MailServer };

const test = base.extend<{ site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern
    async ({}, use) => {
      const dataDir = await makeDataDir();
      const mail = await startMailServer();
      const server = await runServer({
        DATA_DIR: dataDir.path,
        NEXTAUTH_SECRET: SECRET,
        SMTP_URL: mail.url,
        MAIL_FROM: "Nice Pick <desk@nicepick.example>",
        FEEDBACK_TO: "editors@nicepick.example, second@nicepick.example",
      });
      try {
        await untilReady(server);
        await use({ url: server.url, databaseUrl: await embeddedUrl(dataDir.path), mail });
      } finally {
        await stopServer(server);
        await mail.stop();
        await dataDir.remove();
      }
    },
    { timeout: 120_000 },
  ],
});

async function openEditor(browser: Browser, { url, databaseUrl }: Site): Promise<Page> {
  const cookie = await addSession(
    databaseUrl,
    await addUser(databaseUrl, { name: "Grace", role: "editor" }),
    SECRET,
  );
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({ baseURL: url });
  await context.addCookies([
    { name, value, domain: "localhost", path: "/", httpOnly: true, sameSite: "Lax" },
  ]);
  return context.newPage();
}

function form(page: Page) {
  return page.locator('form[action="/api/feedback"]');
}

/** The mail to the editors and the one to the reader, whichever came first. */
async function nextTwo(mail: MailServer) {
  const both = [await mail.next(), await mail.next()];
  const toReader = both.find(({ headers }) => headers.get("auto-submitted") === "auto-replied");
  const toEditors = both.find((one) => one !== toReader);
  if (!toReader || !toEditors) throw new Error("these are not the two mails");
  return { toReader, toEditors };
}

test("a reader disagrees, hears back, and the page changes and says so", async ({ browser, site }) => {
  test.setTimeout(180_000);
  const reader = await (await browser.newContext({ baseURL: site.url })).newPage();
  await reader.goto(PAIR);
  await expect(reader.getByText("Disagree with our pick?")).toBeVisible();
  await form(reader).getByRole("radio", { name: "MySQL" }).check();
  await form(reader).getByLabel("Your case").fill("Replication took us an hour.\n\nBcc: all@victim.example");
  await form(reader).getByLabel("What you built with it").fill("A shop");
  await form(reader).getByLabel("Your name").fill('Ada "the count" Lovelace, all@victim.example');
  await form(reader).getByLabel("Your e-mail").fill("ada@reader.example");
  await form(reader).getByRole("button", { name: "Send to the editors" }).click();
  await expect(reader.getByRole("heading", { name: "Thank you. We have it." })).toBeVisible();
  await expect(reader.locator(":focus")).toContainText("Thank you. We have it.");
  await reader.getByRole("link", { name: "See what comes of it" }).click();
  await expect(reader).toHaveURL(/\/feedback\/status\/[\w-]{43}$/);
  const status = reader.url();

  const { toEditors, toReader } = await nextTwo(site.mail);
  expect(toEditors.from?.value).toEqual([{ name: "Nice Pick", address: "desk@nicepick.example" }]);
  expect(toEditors.replyTo?.value).toEqual([
    { name: 'Ada "the count" Lovelace, all@victim.example', address: "ada@reader.example" },
  ]);
  expect(toEditors.text).toContain("Replication took us an hour.");
  expect(toReader.headers.get("auto-submitted")).toBe("auto-replied");
  expect(toReader.text).toContain(new URL(status).pathname);
  expect(toReader.text).not.toContain("Replication");
  const envelopes = site.mail.mails.map(({ envelope }) => envelope.toSorted());
  expect(envelopes.toSorted()).toEqual([
    ["ada@reader.example"],
    ["editors@nicepick.example", "second@nicepick.example"],
  ]);

  const editor = await openEditor(browser, site);
  await editor.goto("/admin/comparisons?q=MySQL");
  await editor
    .getByRole("link", { name: /PostgreSQL/ })
    .first()
    .click();
  await field(editor, "Reason").fill("It keeps what it is given, and tells you when it cannot.");
  await publish(editor);
  await editor.goto("/admin/feedback");
  await editor
    .getByRole("link", { name: /^Message 1 from/ })
    .first()
    .click();
  await expect(editor.getByText("Bcc: all@victim.example")).toBeVisible();
  await editor.getByLabel("Your reply").fill("You are right about replication.\n\nWe changed the page.");
  await editor.getByRole("button", { name: "Send", exact: true }).click();
  const reply = await site.mail.next();
  expect(reply.inReplyTo).toBe(toEditors.messageId);
  expect([reply.references].flat()).toContain(toReader.messageId);
  expect(reply.to && "value" in reply.to ? reply.to.value : []).toEqual([
    { name: "", address: "ada@reader.example" },
  ]);
  expect(reply.text).toContain("You are right about replication.");
  await reader.reload();
  await expect(reader.getByText("One of our editors has taken it up.")).toBeVisible();

  await editor.getByRole("button", { name: /^Accept/ }).click();
  const dialog = editor.getByRole("dialog");
  await dialog.getByLabel("Reason").fill("Replication is easier there, and now we say so.");
  await dialog.getByRole("radio").nth(1).check();
  await dialog.getByRole("button", { name: "Accept" }).click();
  await expect(editor.getByText("Replication is easier there, and now we say so.").first()).toBeVisible();

  await reader.reload();
  await expect(reader.getByText("Accepted", { exact: true })).toBeVisible();
  await expect(reader.getByText("Replication is easier there, and now we say so.")).toBeVisible();
  await reader.goto(PAIR);
  await expect(reader.getByText(/changed after a reader disagreed/i).first()).toBeVisible();

  // The mail about the outcome waits a minute, in which an undo stops it.
  await editor.getByRole("button", { name: /^Undo: back to/ }).click();
  await expect(editor.getByRole("button", { name: /^Accept/ })).toBeVisible();
  await reader.reload();
  await expect(reader.getByText(/changed after a reader disagreed/i)).toHaveCount(0);
  const [outcome] = await query<{ state: string }>(
    site.databaseUrl,
    `SELECT state::text FROM "Mail" WHERE kind = 'outcome'`,
  );
  expect(outcome?.state).toBe("unsent");
});

test("all of it works without JavaScript, and nothing that was typed is lost", async ({ browser, site }) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ baseURL: site.url, javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(PAIR);
  const message = `${"Too long to be read. ".repeat(300)}🧊 <b>שלום</b>`;
  await form(reader).getByRole("radio", { name: "MySQL" }).check();
  await form(reader).getByLabel("Your case").fill(message);
  await form(reader).getByLabel("Your e-mail").fill("ada@reader");
  const [refused] = await Promise.all([
    reader.waitForResponse((response) => response.url().endsWith("/api/feedback")),
    form(reader).getByRole("button", { name: "Send to the editors" }).click(),
  ]);
  expect(refused.status()).toBe(422);
  await expect(form(reader).getByLabel("Your case")).toHaveValue(message);
  await expect(form(reader).getByRole("radio", { name: "MySQL" })).toBeChecked();
  await expect(form(reader).getByLabel("Your e-mail")).toHaveValue("ada@reader");
  await expect(
    form(reader)
      .getByText(/at most 5000/)
      .first(),
  ).toBeVisible();
  expect(await query(site.databaseUrl, `SELECT 1 FROM "Mail" UNION ALL SELECT 1 FROM "Feedback"`)).toEqual(
    [],
  );

  await form(reader).getByLabel("Your case").fill("Replication took us an hour.");
  await form(reader).getByLabel("Your e-mail").fill("ada@reader.example");
  await form(reader).getByRole("button", { name: "Send to the editors" }).click();
  await expect(reader).toHaveURL(/\/feedback\/status\/[\w-]{43}$/);
  await expect(reader.getByRole("heading", { level: 1, name: "Thank you. We have it." })).toBeVisible();
  const status = reader.url();
  const { toEditors } = await nextTwo(site.mail);
  expect(toEditors.text).toContain("Replication took us an hour.");

  const editor = await openEditor(browser, site);
  await editor.goto("/admin/feedback");
  await editor
    .getByRole("link", { name: /^Message 1 from/ })
    .first()
    .click();
  await editor.getByRole("button", { name: /^Decline/ }).click();
  await editor.getByRole("dialog").getByLabel("Reason").fill("An hour is fair, and the data matters more.");
  await editor.getByRole("dialog").getByRole("button", { name: "Decline" }).click();
  await expect(editor.getByText("An hour is fair, and the data matters more.").first()).toBeVisible();
  await reader.goto(status);
  await expect(reader.getByText("Declined", { exact: true })).toBeVisible();
  await expect(reader.getByText("An hour is fair, and the data matters more.")).toBeVisible();
  // The mail about it leaves in a minute, or, as now, at once.
  await query(
    site.databaseUrl,
    `WITH due AS (UPDATE "Mail" SET "notBefore" = now() WHERE kind = 'outcome' RETURNING id)
     UPDATE graphile_worker._private_jobs SET run_at = now() FROM due WHERE key = 'mail:' || due.id`,
  );
  await query(site.databaseUrl, `SELECT pg_notify('jobs:insert', '{}')`);
  const outcome = await site.mail.next();
  expect(outcome.text).toContain("An hour is fair, and the data matters more.");
  expect(outcome.inReplyTo).toBe(toEditors.messageId);

  // A vote is a press of a button, can be changed, and shows on the page.
  await reader.goto(PAIR);
  await reader.getByRole("button", { name: /^Agree/ }).click();
  await expect(reader.getByText(/you agree/i).first()).toBeVisible();
  await reader
    .getByRole("button", { name: /disagree/i })
    .first()
    .click();
  await expect(reader.getByText(/you disagree/i).first()).toBeVisible();
  const votes = await query<{ agrees: number; disagrees: number }>(
    site.databaseUrl,
    `SELECT agrees, disagrees FROM "VoteTally"`,
  );
  expect(votes).toEqual([{ agrees: 0, disagrees: 1 }]);

  // Opening a link erases nothing; the form does.
  await reader.goto(status);
  await reader.locator("summary", { hasText: "Erase my data" }).click();
  await reader.getByRole("checkbox", { name: "Yes, erase it for good" }).check();
  await reader.getByRole("button", { name: "Erase my data" }).click();
  await expect(reader.getByRole("heading", { level: 1, name: "Erased" })).toBeVisible();
  await expect(reader.getByText("Replication took us an hour.")).toHaveCount(0);
  const left = await query<object>(
    site.databaseUrl,
    `SELECT message, email, name, "builtWith", "networkHash", "emailHash", "textHash" FROM "Feedback"`,
  );
  expect(left.flatMap((row) => Object.values(row)).every((value) => value === null)).toBe(true);
});
