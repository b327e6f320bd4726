import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../auth/types";
import { db } from "../db";
import { makeActor } from "../testing/accounts";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addComparison, addFeedback } from "../testing/feedback";
import { eraseByEditor, eraseByReader } from "./erase-mutations";
import { findFeedback } from "./item-queries";
import { replyByMail } from "./reply-mutations";
import { forgetOld } from "./retention-mutations";
import { findStatus } from "./status-queries";
import { acceptFeedback, addNote, declineFeedback, moveFeedback, undoLast } from "./work-mutations";

Object.assign(process.env, {
  SITE_URL: "https://nicepick.example",
  NEXTAUTH_SECRET: "a secret of the tests, long enough for it",
  // Nothing is sent here: the mails are looked at in the database.
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "Nice Pick <editors@nicepick.example>",
  FEEDBACK_TO: "editors@nicepick.example",
});

prepareTestDatabase();

let ada: Actor;
beforeEach(async () => {
  await emptyTestDatabase();
  ada = await makeActor("editor", "Ada");
});

const DAY_MS = 24 * 60 * 60_000;
const START = new Date("2026-11-22T10:00:00Z");
const day = (days: number) => new Date(START.getTime() + days * DAY_MS);
const PUBLIC = "You are right.";

/** Every word in here begins alike, so that none can be overlooked. */
const SECRETS = {
  message: "needle in the message",
  builtWith: "needle in what was built",
  name: "Needle Robin",
  email: "needle@home.example",
  key: "needle-key",
  contentHash: "needle-content",
  textHash: "needle-text",
  emailHash: "needle-email",
  networkHash: "needle-network",
};

/** A message that much was done with: a note, a reply that was sent and one that waits, an outcome that waits. */
async function addWorkedOn(fields: Parameters<typeof addFeedback>[0] = {}) {
  const { id, statusToken } = await addFeedback({ ...SECRETS, receivedAt: START, ...fields });
  const notice = await db().mail.create({
    data: { kind: "feedback", feedbackId: id, messageId: randomUUID() },
  });
  await db().feedback.update({ where: { id }, data: { noticeId: notice.id } });
  await db().mail.create({
    data: {
      ...{ kind: "acknowledgement", feedbackId: id, messageId: randomUUID(), state: "sent", sentAt: START },
      ...{
        delivered: ["needle@home.example"],
        recipientHash: "needle-email",
        error: "450 needle@home.example: later",
      },
    },
  });
  const actor = ada;
  const asked = { id, actor, now: START };
  await addNote({ ...asked, text: "A note about needle@home.example" });
  for (const text of ["Dear needle", "Dear needle, again"]) {
    await replyByMail({ ...asked, key: randomUUID(), text, close: false });
  }
  const { version } = await db().feedback.findUniqueOrThrow({ where: { id } });
  await acceptFeedback({ ...asked, version, reason: PUBLIC, revisionId: null });
  return { id, statusToken };
}

/** All that the database has of messages and what belongs to them, as one text. */
async function everything(): Promise<string> {
  const rows = await db().$queryRaw<{ text: string }[]>`
    SELECT to_jsonb(f)::text AS text FROM "Feedback" f
    UNION ALL SELECT to_jsonb(e)::text FROM "FeedbackEvent" e
    UNION ALL SELECT to_jsonb(m)::text FROM "Mail" m
    UNION ALL SELECT to_jsonb(a)::text FROM "AuditEntry" a
    UNION ALL SELECT to_jsonb(j)::text FROM graphile_worker._private_jobs j`;
  return rows.map(({ text }) => text).join("\n");
}

describe("erasing", () => {
  it("leaves nothing of what was written, nor of what was written about it, and keeps what it came to", async () => {
    const { id, statusToken } = await addWorkedOn();
    expect((await everything()).match(/needle/gi)?.length).toBeGreaterThan(10);
    const fields = { token: statusToken, confirm: "yes" };
    const statusPath = `/feedback/status/${statusToken}`;
    expect(await eraseByReader({ fields, now: day(1) })).toEqual({ ok: true, value: { statusPath } });
    const rest = await everything();
    expect(rest).not.toMatch(/needle/i);
    expect(rest).toContain(PUBLIC);
    expect(await db().feedback.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ state: "accepted", outcomeReason: PUBLIC, erasedAt: day(1), namesErasedAt: day(1) },
    });
    expect(await db().mail.findMany({ orderBy: { number: "asc" } })).toMatchObject([
      { kind: "feedback", state: "unsent", error: "Erased." },
      { kind: "acknowledgement", state: "sent", error: null, delivered: [], recipientHash: null },
      { kind: "reply", state: "unsent", error: "Erased." },
      { kind: "reply", state: "unsent", error: "Erased." },
      { kind: "outcome", state: "unsent", error: "Erased." },
    ]);
    expect(await findStatus(statusToken)).toMatchObject({
      ...{ message: null, hasName: false, hasEmail: false, state: "accepted", outcomeReason: PUBLIC },
      erasedAt: day(1).toISOString(),
    });
    const item = await findFeedback(id);
    expect(item?.events.at(-1)).toMatchObject({ kind: "erasure", what: "all", by: "the reader" });
    expect(item?.events.filter(({ kind }) => kind === "reply")).toMatchObject([
      { text: null },
      { text: null },
    ]);
    const [entry] = await db().auditEntry.findMany({ where: { action: "feedback.erase" } });
    expect(entry).toMatchObject({ actor: "the reader", actorId: null, itemId: id });
  });

  it("twice is once, also at the same moment", async () => {
    const { id, statusToken } = await addWorkedOn();
    const erase = () => eraseByReader({ fields: { token: statusToken, confirm: "yes" }, now: day(1) });
    const results = await Promise.all([erase(), erase(), erase()]);
    expect([...results, await erase()].every(({ ok }) => ok)).toBe(true);
    expect(await eraseByEditor({ id, actor: ada, now: day(9) })).toMatchObject({ ok: true });
    expect(await db().feedbackEvent.count({ where: { kind: "erasure" } })).toBe(1);
    expect((await db().feedback.findUniqueOrThrow({ where: { id } })).erasedAt).toEqual(day(1));
  });

  it("by an editor says who, and touches no other message", async () => {
    const { id } = await addWorkedOn();
    const other = await addFeedback({ message: "Another one.", email: "other@home.example" });
    const { version } = await db().feedback.findUniqueOrThrow({ where: { id } });
    const erased = await eraseByEditor({ id, actor: ada, now: day(1) });
    expect(erased).toEqual({ ok: true, value: { version, state: "accepted" } });
    expect(await everything()).not.toMatch(/needle/i);
    expect((await findFeedback(id))?.events.at(-1)).toMatchObject({ kind: "erasure", by: "Ada" });
    expect(await findFeedback(other.id)).toMatchObject({
      message: "Another one.",
      email: "other@home.example",
    });
    expect(await eraseByEditor({ id: randomUUID(), actor: ada, now: START })).toMatchObject({
      code: "not-found",
    });
  });

  it("lets nothing be written about it again, and nothing be mailed; its state can still be changed", async () => {
    const { id } = await addWorkedOn({ state: "spam", suspicions: ["links"] });
    await eraseByEditor({ id, actor: ada, now: day(1) });
    const asked = { id, actor: ada, now: day(2) };
    const mails = await db().mail.count();
    expect(await addNote({ ...asked, text: "It was needle." })).toMatchObject({ code: "conflict" });
    expect(await replyByMail({ ...asked, key: randomUUID(), text: "Hello", close: true })).toMatchObject({
      code: "conflict",
    });
    let { version } = await db().feedback.findUniqueOrThrow({ where: { id } });
    for (const work of [
      () => undoLast({ ...asked, version }),
      () => moveFeedback({ ...asked, version, state: "new" }),
      () => declineFeedback({ ...asked, version, reason: "No." }),
    ]) {
      const result = await work();
      if (!result.ok) throw new Error(result.message);
      version = result.value.version;
    }
    expect(await db().mail.count()).toBe(mails);
    expect(await everything()).not.toMatch(/needle/i);
  });

  it("lets the same text be sent anew", async () => {
    const { statusToken } = await addWorkedOn();
    await eraseByReader({ fields: { token: statusToken, confirm: "yes" }, now: day(1) });
    await expect(addFeedback(SECRETS)).resolves.toMatchObject({ message: SECRETS.message });
  });

  it.each([
    ["a link followed by a mail scanner", (token: string) => ({ token }), "invalid", "confirm"],
    ["a no", (token: string) => ({ token, confirm: "no" }), "invalid", "confirm"],
    ["a list", (token: string) => ({ token, confirm: ["yes", "yes"] }), "invalid", "confirm"],
    ["a token that is a list", (token: string) => ({ token: [token], confirm: "yes" }), "invalid", "token"],
    ["another field", (token: string) => ({ token, confirm: "yes", id: "1" }), "invalid", "id"],
    ["an unknown token", (token: string) => ({ token: `${token}x`, confirm: "yes" }), "not-found", null],
    ["a token with NUL", () => ({ token: "\u0000", confirm: "yes" }), "not-found", null],
    ["a token without end", () => ({ token: "a".repeat(10_000), confirm: "yes" }), "not-found", null],
    ["nothing", () => null, "invalid", ""],
    ["a text", () => "token", "invalid", ""],
  ])("is refused for %s", async (_name, make, code, field) => {
    const { statusToken } = await addWorkedOn();
    const before = await everything();
    const refused = await eraseByReader({ fields: make(statusToken), now: START });
    expect(refused).toMatchObject({ ok: false, code });
    if (field !== null && !refused.ok) expect(Object.keys(refused.fields ?? {})).toEqual([field]);
    expect(await everything()).toBe(before);
  });
});

describe("forgetting", () => {
  const rowOf = (id: string) => db().feedback.findUniqueOrThrow({ where: { id } });

  it("takes the network after 30 days, the names 180 days after closing, the text after two years", async () => {
    const { id } = await addWorkedOn();
    expect(await forgetOld({ now: day(29) })).toEqual({ names: 0, texts: 0 });
    expect(await rowOf(id)).toMatchObject(SECRETS);
    expect(await forgetOld({ now: day(30) })).toEqual({ names: 0, texts: 0 });
    expect(await rowOf(id)).toMatchObject({ ...SECRETS, networkHash: null });
    expect(await forgetOld({ now: day(179) })).toEqual({ names: 0, texts: 0 });
    expect(await forgetOld({ now: day(180) })).toEqual({ names: 1, texts: 0 });
    expect(await rowOf(id)).toMatchObject({
      ...SECRETS,
      ...{
        networkHash: null,
        name: null,
        email: null,
        emailHash: null,
        namesErasedAt: day(180),
        erasedAt: null,
      },
    });
    expect(await db().mail.findMany({ orderBy: { number: "asc" } })).toMatchObject([
      { kind: "feedback", state: "queued" },
      { kind: "acknowledgement", state: "sent", error: null, delivered: [], recipientHash: null },
      { kind: "reply", state: "unsent", error: "The address was removed." },
      { kind: "reply", state: "unsent", error: "The address was removed." },
      { kind: "outcome", state: "unsent", error: "The address was removed." },
    ]);
    expect(await forgetOld({ now: new Date("2028-11-22T09:59:59Z") })).toEqual({ names: 0, texts: 0 });
    expect(await forgetOld({ now: new Date("2028-11-22T10:00:00Z") })).toEqual({ names: 0, texts: 1 });
    expect(await everything()).not.toMatch(/needle/i);
    expect((await rowOf(id)).namesErasedAt).toEqual(day(180));
    expect(
      (await findFeedback(id))?.events.flatMap((event) => (event.kind === "erasure" ? event : [])),
    ).toMatchObject([
      { what: "names", by: "the site" },
      { what: "all", by: "the site" },
    ]);
    expect(await forgetOld({ now: day(2_000) })).toEqual({ names: 0, texts: 0 });
  });

  it("keeps the names of what is not closed, until its text goes", async () => {
    const { id } = await addFeedback({ ...SECRETS, receivedAt: START });
    const spam = await addFeedback({ ...SECRETS, key: "spam", receivedAt: START, state: "spam" });
    expect(await forgetOld({ now: day(700) })).toEqual({ names: 0, texts: 0 });
    expect(await rowOf(id)).toMatchObject({ name: SECRETS.name, email: SECRETS.email });
    expect(await forgetOld({ now: day(732) })).toEqual({ names: 0, texts: 2 });
    for (const one of [id, spam.id]) {
      expect(await rowOf(one)).toMatchObject({ message: null, name: null, email: null, emailHash: null });
    }
    expect(await everything()).not.toMatch(/needle/i);
  });

  it("counts from the last closing", async () => {
    const { id } = await addFeedback({ ...SECRETS, receivedAt: START, state: "answered", closedAt: START });
    await moveFeedback({ id, version: 1, state: "open", actor: ada, now: day(100) });
    expect(await forgetOld({ now: day(200) })).toEqual({ names: 0, texts: 0 });
    await moveFeedback({ id, version: 2, state: "answered", actor: ada, now: day(200) });
    expect(await forgetOld({ now: day(379) })).toEqual({ names: 0, texts: 0 });
    expect(await forgetOld({ now: day(380) })).toEqual({ names: 1, texts: 0 });
  });

  it("goes through any number in batches, two runs at once as well, each message once", async () => {
    const { alpha, beta } = await addComparison();
    await db().$executeRaw`
      INSERT INTO "Feedback" (id, key, "contentHash", message, name, email, "emailHash", "networkHash", "statusToken",
        "leftId", "rightId", state, "receivedAt", "closedAt")
      SELECT gen_random_uuid(), 'k', n::text, 'needle', 'needle', 'needle', 'needle', 'needle', n::text,
        ${alpha}::uuid, ${beta}::uuid, 'answered', ${START}, ${START} FROM generate_series(1, 1201) AS n`;
    const runs = await Promise.all([forgetOld({ now: day(180) }), forgetOld({ now: day(180) })]);
    expect(runs.reduce((sum, { names }) => sum + names, 0)).toBe(1_201);
    expect(
      await db().feedback.count({
        where: { OR: [{ email: { not: null } }, { networkHash: { not: null } }] },
      }),
    ).toBe(0);
    expect(await forgetOld({ now: day(800) })).toEqual({ names: 0, texts: 1_201 });
    expect(await everything()).not.toMatch(/needle/);
    expect(await db().feedbackEvent.count()).toBe(2 * 1_201);
  });
});
