import { beforeEach, expect, it } from "vitest";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { issueToken, redeemToken } from "./token-mutations";
import { findToken } from "./token-queries";

prepareTestDatabase();

let userId: string;

beforeEach(async () => {
  await emptyTestDatabase();
  userId = (await db().user.create({ data: { email: "ada@example.org", name: "Ada", role: "editor" } })).id;
});

it("a token works once, for its purpose, and looking at it does not use it up", async () => {
  const secret = await issueToken(db(), { purpose: "invite", userId });
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(await findToken({ secret, purpose: "invite" })).toEqual({ userId });
  expect(await findToken({ secret, purpose: "invite" })).toEqual({ userId });
  expect(await redeemToken(db(), { secret, purpose: "invite" })).toEqual({ userId });
  expect(await redeemToken(db(), { secret, purpose: "invite" })).toBeNull();
  expect(await findToken({ secret, purpose: "invite" })).toBeNull();
});

it("of twenty who redeem it at once one does", async () => {
  const secret = await issueToken(db(), { purpose: "setup", userId: null });
  const results = await Promise.all(
    Array.from({ length: 20 }, () => redeemToken(db(), { secret, purpose: "setup" })),
  );
  expect(results.filter((result) => result !== null)).toEqual([{ userId: null }]);
});

it("of twenty who redeem it at once in transactions of their own one does", async () => {
  const secret = await issueToken(db(), { purpose: "reset", userId });
  const results = await Promise.all(
    Array.from({ length: 20 }, () =>
      db().$transaction(async (tx) => redeemToken(tx, { secret, purpose: "reset" }), { maxWait: 20_000 }),
    ),
  );
  expect(results.filter((result) => result !== null)).toEqual([{ userId }]);
});

it("it is worth nothing for another purpose, and stays good for its own", async () => {
  const secret = await issueToken(db(), { purpose: "invite", userId });
  for (const purpose of ["reset", "setup"] as const) {
    expect(await findToken({ secret, purpose })).toBeNull();
    expect(await redeemToken(db(), { secret, purpose })).toBeNull();
  }
  expect(await redeemToken(db(), { secret, purpose: "invite" })).toEqual({ userId });
});

it("after an hour it is worth nothing", async () => {
  const secret = await issueToken(db(), { purpose: "reset", userId });
  const { expiresAt } = await db().token.findFirstOrThrow();
  expect(Math.abs(expiresAt.getTime() - Date.now() - 3_600_000)).toBeLessThan(10_000);
  await db().token.updateMany({ data: { expiresAt: new Date() } });
  expect(await findToken({ secret, purpose: "reset" })).toBeNull();
  expect(await redeemToken(db(), { secret, purpose: "reset" })).toBeNull();
});

it("another one for the same user and purpose replaces it, and no other", async () => {
  const reset = await issueToken(db(), { purpose: "reset", userId });
  const first = await issueToken(db(), { purpose: "invite", userId });
  const second = await issueToken(db(), { purpose: "invite", userId });
  expect(await findToken({ secret: first, purpose: "invite" })).toBeNull();
  expect(await findToken({ secret: second, purpose: "invite" })).toEqual({ userId });
  expect(await findToken({ secret: reset, purpose: "reset" })).toEqual({ userId });
  const setUps = [await issueToken(db(), { purpose: "setup", userId: null })];
  setUps.push(await issueToken(db(), { purpose: "setup", userId: null }));
  const found = await Promise.all(setUps.map((secret) => findToken({ secret, purpose: "setup" })));
  expect(found).toEqual([null, { userId: null }]);
});

it("a disabled user's token is worth nothing until the account is enabled", async () => {
  const secret = await issueToken(db(), { purpose: "reset", userId });
  await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
  expect(await findToken({ secret, purpose: "reset" })).toBeNull();
  expect(await redeemToken(db(), { secret, purpose: "reset" })).toBeNull();
  await db().user.update({ where: { id: userId }, data: { disabledAt: null } });
  expect(await redeemToken(db(), { secret, purpose: "reset" })).toEqual({ userId });
});

it("the database does not hold the secret, and what is none finds nothing", async () => {
  const secret = await issueToken(db(), { purpose: "invite", userId });
  const rows = await db().$queryRaw<{ row: string }[]>`SELECT "Token"::text AS row FROM "Token"`;
  expect(JSON.stringify(rows)).not.toContain(secret);
  for (const none of ["", "x", "\u0000", "\ud83d", '\'; DROP TABLE "Token"', "x".repeat(10_000)]) {
    expect(await redeemToken(db(), { secret: none, purpose: "invite" })).toBeNull();
    expect(await findToken({ secret: none, purpose: "invite" })).toBeNull();
  }
});
