import { beforeEach, expect, it } from "vitest";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { findActorWith } from "./queries";
import { beginSession, createSession, endSession, endSessionsOf, endSessionWith } from "./session-mutations";

prepareTestDatabase();

const NOON = new Date("2026-11-01T12:00:00.000Z");
const MINUTE = 60_000;
const later = (minutes: number, ms = 0) => new Date(NOON.getTime() + minutes * MINUTE + ms);

let userId: string;

beforeEach(async () => {
  await emptyTestDatabase();
  userId = (await db().user.create({ data: { email: "ada@example.org", name: "Ada", role: "editor" } })).id;
});

const begin = (now = NOON) => createSession(db(), { userId, device: "Firefox", now });
const isSignedIn = async (secret: string, now = NOON) => (await findActorWith(secret, { now })) !== null;
const seenAt = async () => (await db().session.findFirstOrThrow()).seenAt;

it("a session tells who asks, as the account is now", async () => {
  const secret = await begin();
  await db().user.update({ where: { id: userId }, data: { name: "Ada L.", role: "owner" } });
  const session = await db().session.findFirstOrThrow();
  expect(await findActorWith(secret, { now: NOON })).toEqual({
    id: userId,
    sessionId: session.id,
    name: "Ada L.",
    email: "ada@example.org",
    role: "owner",
  });
});

it("the database does not hold the secret", async () => {
  const secret = await begin();
  const rows = await db().$queryRaw<{ row: string }[]>`SELECT "Session"::text AS row FROM "Session"`;
  expect(JSON.stringify(rows)).not.toContain(secret);
  expect(await isSignedIn("")).toBe(false);
  expect(await isSignedIn(`${secret}x`)).toBe(false);
});

it("it ends when nothing was asked for an hour", async () => {
  const secret = await begin();
  expect(await isSignedIn(secret, later(59, 59_999))).toBe(true);
  const another = await begin();
  expect(await isSignedIn(another, later(60))).toBe(false);
});

it("whoever goes on working is signed out twelve hours after signing in", async () => {
  const secret = await begin();
  for (let minutes = 50; minutes < 12 * 60; minutes += 50) {
    expect(await isSignedIn(secret, later(minutes)), `after ${minutes} minutes`).toBe(true);
  }
  expect(await isSignedIn(secret, later(12 * 60, -1))).toBe(true);
  expect(await isSignedIn(secret, later(12 * 60))).toBe(false);
});

it("that somebody is there is written down once a minute at most", async () => {
  const secret = await begin();
  await isSignedIn(secret, later(0, 59_999));
  expect(await seenAt()).toEqual(NOON);
  await isSignedIn(secret, later(1));
  expect(await seenAt()).toEqual(later(1));
});

it("what a page asks by itself does not keep it going", async () => {
  const secret = await begin();
  for (const minutes of [20, 40, 59]) {
    expect(await findActorWith(secret, { now: later(minutes), background: true })).not.toBeNull();
  }
  expect(await isSignedIn(secret, later(60))).toBe(false);
});

it("disabling the account ends it on the next request", async () => {
  const secret = await begin();
  await db().user.update({ where: { id: userId }, data: { disabledAt: NOON } });
  expect(await isSignedIn(secret)).toBe(false);
});

it("ending one leaves the others; nobody ends another's", async () => {
  const [first, second] = [await begin(), await begin()];
  const actor = await findActorWith(first, { now: NOON });
  if (!actor) throw new Error("not signed in");
  const stranger = await db().user.create({ data: { email: "b@example.org", name: "B", role: "owner" } });
  expect(await endSession(db(), { id: actor.sessionId, userId: stranger.id })).toBe(false);
  expect(await isSignedIn(first)).toBe(true);
  expect(await endSession(db(), { id: actor.sessionId, userId })).toBe(true);
  expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
});

it("ending all but one leaves that one, and all leaves none", async () => {
  const [kept, ...rest] = [await begin(), await begin(), await begin()];
  const actor = await findActorWith(kept, { now: NOON });
  if (!actor) throw new Error("not signed in");
  expect(await endSessionsOf(db(), userId, { except: actor.sessionId })).toBe(2);
  expect(await Promise.all([kept, ...rest].map((secret) => isSignedIn(secret)))).toEqual([
    true,
    false,
    false,
  ]);
  expect(await endSessionsOf(db(), userId)).toBe(1);
  expect(await isSignedIn(kept)).toBe(false);
});

it("signing out ends it for every copy of its secret", async () => {
  const secret = await begin();
  await endSessionWith(secret);
  expect(await isSignedIn(secret)).toBe(false);
});

it("signing in again in the same browser ends the session that it had", async () => {
  const first = await begin();
  const began = { userId, device: "Firefox", replaces: first, now: NOON };
  // The password that was typed is no longer the account's: nothing begins, and nothing ends.
  expect(await beginSession({ ...began, passwordHash: "another" })).toBeNull();
  const second = (await beginSession({ ...began, passwordHash: null })) ?? "";
  expect([await isSignedIn(first), await isSignedIn(second)]).toEqual([false, true]);
});

it("sessions that have run out are forgotten at the next sign-in; a long device name is cut", async () => {
  await begin();
  await createSession(db(), { userId, device: "x".repeat(1_000), now: later(61) });
  const sessions = await db().session.findMany();
  expect(sessions).toHaveLength(1);
  expect(sessions[0]?.device).toBe("x".repeat(300));
});
