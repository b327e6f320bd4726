import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addFeedback } from "../testing/feedback";
import { addActor } from "../testing/people";
import { queueTestMail, resendFailedMails, resendMail } from "./outbox-change-mutations";
import { queueMail } from "./outbox-mutations";
import { countMailTroubles, findMail, listMails } from "./outbox-queries";

prepareTestDatabase();

beforeAll(() => {
  Object.assign(process.env, {
    SITE_URL: "https://nicepick.example",
    SMTP_URL: "smtp://127.0.0.1:1",
    MAIL_FROM: "editors@nicepick.example",
    FEEDBACK_TO: "ann@desk.example,bob@desk.example",
    NEXTAUTH_SECRET: "a secret of the tests, long enough for anybody",
  });
});
beforeEach(emptyTestDatabase);

type State = "queued" | "sent" | "failed" | "unsent";

async function addMail(state: State, more: { delivered?: string[]; kind?: "feedback" | "digest" } = {}) {
  const { delivered = [], kind = "feedback" } = more;
  const { id: feedbackId } = await addFeedback({ email: "ada@reader.example" });
  const { id } = await queueMail(db(), kind === "feedback" ? { kind, feedbackId } : { kind });
  if (kind === "digest") await db().feedback.update({ where: { id: feedbackId }, data: { noticeId: id } });
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs WHERE ${state} <> 'queued'`;
  await db().mail.update({
    where: { id },
    data: { state, delivered, attempts: 3, error: "?", sentAt: state === "sent" ? new Date() : null },
  });
  return id;
}

const jobs = () => db().$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs ORDER BY id`;

describe("the list", () => {
  it("has the newest first, in pages, by state", async () => {
    const states: State[] = ["sent", "failed", "unsent", "queued"];
    for (const state of states) await addMail(state);
    const all = await listMails({ page: 1 });
    expect(all).toMatchObject({ total: 4, page: 1, pages: 1 });
    expect(all.entries.map(({ state }) => state)).toEqual(["queued", "unsent", "failed", "sent"]);
    expect((await listMails({ state: "failed", page: 7 })).entries).toHaveLength(1);
    expect(await countMailTroubles()).toEqual({ failed: 1, waiting: 1 });
  });

  it("says what each is about and for whom", async () => {
    const actor = await addActor({ role: "editor" });
    const { id: feedbackId } = await addFeedback({ email: "ada@reader.example" });
    await queueMail(db(), { kind: "acknowledgement", feedbackId });
    await addMail("queued", { kind: "digest" });
    await queueTestMail({ actor });
    const { entries } = await listMails({ page: 1 });
    expect(entries.map(({ about, recipients }) => ({ about, recipients }))).toEqual([
      { about: "a test", recipients: [actor.email] },
      { about: "1 message", recipients: ["ann@desk.example", "bob@desk.example"] },
      { about: "the site", recipients: ["ada@reader.example"] },
    ]);
  });

  it("shows a mail as it would be sent, or why it is not", async () => {
    const id = await addMail("unsent");
    const shown = await findMail(id);
    expect(shown).toMatchObject({ id, mail: { subject: "A reader wrote about the site" } });
    await db().feedback.updateMany({ data: { message: null, email: null } });
    expect(await findMail(id)).toMatchObject({ id, mail: { calledOff: "The message was erased." } });
    expect(await findMail(crypto.randomUUID())).toBeNull();
  });
});

describe("sending again", () => {
  it.each(["failed", "unsent"] as const)("queues one that is %s, as the same mail", async (state) => {
    const actor = await addActor({ role: "editor" });
    const id = await addMail(state, { delivered: ["ann@desk.example"] });
    const before = await db().mail.findUniqueOrThrow({ where: { id } });
    expect(await resendMail({ id, actor })).toMatchObject({ ok: true });
    expect(await db().mail.findUnique({ where: { id } })).toMatchObject({
      state: "queued",
      attempts: 0,
      error: null,
      messageId: before.messageId,
      delivered: ["ann@desk.example"],
    });
    expect(await jobs()).toEqual([{ key: `mail:${id}` }]);
    expect(await db().auditEntry.findMany({ select: { action: true, item: true } })).toEqual([
      { action: "mail.resend", item: `mail ${before.number}` },
    ]);
  });

  it("is refused for what is sent, on its way, or not there", async () => {
    const actor = await addActor({ role: "editor" });
    for (const state of ["sent", "queued"] as const) {
      expect(await resendMail({ id: await addMail(state), actor })).toMatchObject({ code: "conflict" });
    }
    expect(await resendMail({ id: crypto.randomUUID(), actor })).toMatchObject({ code: "not-found" });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("lets no further message join a digest that some have had", async () => {
    const actor = await addActor({ role: "editor" });
    const id = await addMail("failed", { kind: "digest", delivered: ["ann@desk.example"] });
    await resendMail({ id, actor });
    expect(await db().mail.findUnique({ where: { id } })).toMatchObject({ state: "queued", attempts: 1 });
  });

  it("queues all that failed, and nothing else", async () => {
    const actor = await addActor({ role: "editor" });
    const ids = [await addMail("failed"), await addMail("unsent"), await addMail("failed")];
    expect(await resendFailedMails({ actor })).toEqual({ ok: true, value: { count: 2 } });
    expect(await jobs()).toEqual([{ key: `mail:${ids[0]}` }, { key: `mail:${ids[2]}` }]);
    expect(await resendFailedMails({ actor })).toEqual({ ok: true, value: { count: 0 } });
  });
});
