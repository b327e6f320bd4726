import { beforeEach, expect, it, vi } from "vitest";
import { findToken } from "../lib/auth/token-queries";
import { db } from "../lib/db";
import { emptyTestDatabase, prepareTestDatabase } from "../lib/testing/database";
import { runScript } from "./fixtures/run-script";

vi.setConfig({ testTimeout: 60_000 });

prepareTestDatabase();
beforeEach(emptyTestDatabase);

const user = (...args: string[]) =>
  runScript("user", args, {
    DATABASE_URL: process.env.DATABASE_URL,
    SITE_URL: "https://nicepick.example",
    SMTP_URL: "",
  });

it("create makes an account and prints the link to choose its password", async () => {
  const { code, stdout } = await user(
    "create",
    "Ada@NicePick.example",
    "--role",
    "editor",
    "--name",
    "Ada L.",
  );
  expect(code).toBe(0);
  const [, secret = ""] =
    /^https:\/\/nicepick\.example\/admin\/invite\?token=([\w-]{43})$/m.exec(stdout) ?? [];
  const account = await db().user.findFirstOrThrow();
  expect(account).toMatchObject({
    email: "ada@nicepick.example",
    name: "Ada L.",
    role: "editor",
    passwordHash: null,
  });
  expect(await findToken({ secret, purpose: "invite" })).toEqual({ userId: account.id });
  expect(await db().auditEntry.findMany()).toMatchObject([
    { actor: "command line", action: "user.create", itemId: account.id, item: account.email },
  ]);
});

it("create refuses an address that has an account, and changes nothing", async () => {
  await db().user.create({ data: { email: "ada@nicepick.example", name: "Ada", role: "author" } });
  const { code, stdout, stderr } = await user("create", "ada@nicepick.example", "--role", "owner");
  expect({ code, stdout, stderr }).toEqual({
    code: 1,
    stdout: "",
    stderr: "There is an account with the address ada@nicepick.example already.\n",
  });
  expect(await db().user.findMany()).toMatchObject([{ name: "Ada", role: "author" }]);
  expect(await db().token.count()).toBe(0);
});

it("reset prints the link to choose a new password; the account stays as it is", async () => {
  const account = await db().user.create({
    data: {
      ...{ email: "ada@nicepick.example", name: "Ada", role: "owner", passwordHash: "kept" },
      sessions: { create: { device: "x", secretHash: new Uint8Array(32), expiresAt: new Date(2999, 0) } },
    },
  });
  const { code, stdout } = await user("reset", "ADA@nicepick.example");
  expect(code).toBe(0);
  const [, secret = ""] =
    /^https:\/\/nicepick\.example\/admin\/reset\?token=([\w-]{43})$/m.exec(stdout) ?? [];
  expect(await findToken({ secret, purpose: "reset" })).toEqual({ userId: account.id });
  expect(await db().user.findFirstOrThrow()).toEqual(account);
  expect(await db().session.count()).toBe(1);
  expect(await db().auditEntry.findMany()).toMatchObject([{ actor: "command line", action: "user.reset" }]);
});

it("reset refuses an unknown address and a disabled account", async () => {
  await db().user.create({
    data: { email: "off@nicepick.example", name: "Off", role: "owner", disabledAt: new Date() },
  });
  const [unknown, disabled] = [
    await user("reset", "nobody@nicepick.example"),
    await user("reset", "off@nicepick.example"),
  ];
  expect(unknown).toMatchObject({
    code: 1,
    stderr: "There is no account with the address nobody@nicepick.example.\n",
  });
  expect(disabled).toMatchObject({ code: 1, stderr: expect.stringContaining("is disabled") });
  expect(await db().token.count()).toBe(0);
});

it("what is no order is answered with how to use it", async () => {
  const { code, stdout, stderr } = await user("create", "ada@nicepick.example", "--role", "admin");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("Usage: npm run user -- create EMAIL --role ROLE");
  expect(await db().user.count()).toBe(0);
});
