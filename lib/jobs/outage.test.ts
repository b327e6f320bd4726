import { runTaskListOnce } from "graphile-worker";
import { Client, type PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "../db";
import { resendFailedMails, resendMail } from "../mail/outbox-change-mutations";
import { queueMail, threadId } from "../mail/outbox-mutations";
import { countMailTroubles, listMails } from "../mail/outbox-queries";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addFeedback } from "../testing/feedback";
import { type MailServer, startMailServer } from "../testing/mail-server";
import { addActor } from "../testing/people";
import { makeTasks } from "./tasks";

prepareTestDatabase();

const HOUR_MS = 3_600_000;
const SLOW = { timeout: 120_000 };
let server: MailServer;
let client: Client;

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(process.env, {
    SMTP_URL: server.url,
    MAIL_FROM: "editors@nicepick.example",
    FEEDBACK_TO: "ann@desk.example",
    NEXTAUTH_SECRET: "a secret of the tests, long enough for anybody",
    NO_LOG_SUCCESS: "1",
  });
  client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await server.stop();
});
beforeEach(async () => {
  await emptyTestDatabase();
  vi.useFakeTimers({ toFake: ["Date"] });
  server.mails.length = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await server.become("fine");
});

const silent = { scope: () => silent, error() {}, warn() {}, info() {}, debug() {} };

/** Does every job that is due at this moment of the injected clock. */
async function work(): Promise<void> {
  const tasks = makeTasks({ now: () => new Date(), stopped: new AbortController().signal });
  const options = { noHandleSignals: true, useNodeTime: true, logger: silent as never };
  await runTaskListOnce(options, tasks, client as unknown as PoolClient).promise;
}

/** Goes through all the moments up to `until` at which a job is due. */
async function workUntil(until: number): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ at: Date | null }>(
      "SELECT min(run_at) AS at FROM graphile_worker.jobs",
    );
    const at = rows[0]?.at?.getTime();
    if (at === undefined || at > until) break;
    // PostgreSQL's times are finer than a Date.
    vi.setSystemTime(Math.max(at + 1, Date.now()));
    await work();
  }
  vi.setSystemTime(Math.max(until, Date.now()));
}

/** A message with the mail about it, and an acknowledgement where there is an address. */
async function receive(word: string, email?: string): Promise<void> {
  const now = new Date();
  const { id: feedbackId } = await addFeedback({
    message: `message ${word}`,
    receivedAt: now,
    email: email ?? null,
  });
  const messageId = threadId(feedbackId);
  const mail = await queueMail(db(), { kind: "feedback", feedbackId, messageId, notBefore: now });
  await db().mail.update({ where: { id: mail.id }, data: { createdAt: now } });
  await db().feedback.update({ where: { id: feedbackId }, data: { noticeId: mail.id } });
  if (email) await queueMail(db(), { kind: "acknowledgement", feedbackId, notBefore: now });
}

const toEditors = () => server.mails.filter(({ envelope }) => envelope[0] === "ann@desk.example");
const words = () => toEditors().map(({ parsed }) => /message (\w+)/.exec(parsed.text ?? "")?.[1]);

describe("a mail server that is down for 48 hours", () => {
  it(
    "costs no message, sends none twice, keeps the order, and shows in the outbox throughout",
    SLOW,
    async () => {
      const begun = Date.now();
      await server.become("down");
      const received: string[] = [];
      for (let hour = 0; hour < 48; hour += 2) {
        await workUntil(begun + hour * HOUR_MS);
        const word = `n${hour}`;
        await receive(word, hour % 12 === 0 ? `reader${hour}@reader.example` : undefined);
        received.push(word);
        await work();
        const { entries, total } = await listMails({ page: 1 });
        expect(total).toBe(received.length + Math.ceil((hour + 1) / 12));
        expect(entries.every(({ state }) => state === "queued")).toBe(true);
        expect(entries.every(({ error }) => /ECONNREFUSED/.test(error ?? ""))).toBe(true);
        expect(entries.every(({ nextTryAt }) => nextTryAt !== null)).toBe(true);
        expect((await countMailTroubles()).waiting).toBeGreaterThan(0);
      }
      await workUntil(begun + 48 * HOUR_MS);
      expect(server.mails).toEqual([]);
      await server.become("fine");
      await receive("last");
      await work();
      expect(words()).toEqual([...received, "last"]);
      await workUntil(begun + 56 * HOUR_MS);
      expect(words()).toEqual([...received, "last"]);
      const ids = server.mails.map(({ parsed }) => parsed.messageId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(await db().mail.count());
      expect(await db().mail.count({ where: { state: { not: "sent" } } })).toBe(0);
      expect(await countMailTroubles()).toEqual({ failed: 0, waiting: 0 });
    },
  );
});

describe("a mail server that is down for more than five days", () => {
  it("has mails given up, which an editor sends again", SLOW, async () => {
    const actor = await addActor({ role: "editor" });
    const begun = Date.now();
    await server.become("down");
    await receive("one");
    await receive("two");
    await workUntil(begun + 4.5 * 24 * HOUR_MS);
    expect(await countMailTroubles()).toMatchObject({ failed: 0 });
    await workUntil(begun + 6 * 24 * HOUR_MS);
    expect(await countMailTroubles()).toEqual({ failed: 2, waiting: 0 });
    const failed = (await listMails({ state: "failed", page: 1 })).entries;
    expect(failed.map(({ error }) => error)).toEqual([
      expect.any(String),
      expect.stringMatching("ECONNREFUSED"),
    ]);
    const messageIds = (await db().mail.findMany({ orderBy: { number: "asc" } })).map(
      ({ messageId }) => `<${messageId}>`,
    );
    await server.become("fine");
    expect(await resendMail({ id: failed[1]?.id ?? "", actor })).toMatchObject({ ok: true });
    expect(await resendMail({ id: failed[1]?.id ?? "", actor })).toMatchObject({ code: "conflict" });
    expect(await resendFailedMails({ actor })).toMatchObject({ ok: true, value: { count: 1 } });
    await work();
    expect(words()).toEqual(["one", "two"]);
    expect(server.mails.map(({ parsed }) => parsed.messageId)).toEqual(messageIds);
    expect(await resendMail({ id: failed[0]?.id ?? "", actor })).toMatchObject({ code: "conflict" });
    const audit = await db().auditEntry.findMany({ orderBy: { id: "asc" }, select: { action: true } });
    expect(audit.map(({ action }) => action)).toEqual(["mail.resend", "mail.resend-failed"]);
  });
});
