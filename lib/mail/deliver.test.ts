import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addFeedback } from "../testing/feedback";
import { type MailServer, startMailServer } from "../testing/mail-server";
import { addActor } from "../testing/people";
import { deliverMail } from "./deliver-mutations";
import { queueMail, threadId } from "./outbox-mutations";

prepareTestDatabase();

const EDITORS = ["ann@desk.example", "bob@desk.example"];
const SITE = "https://nicepick.example";
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(process.env, {
    SITE_URL: SITE,
    SMTP_URL: server.url,
    MAIL_FROM: "Nice Pick <editors@nicepick.example>",
    FEEDBACK_TO: EDITORS.join(","),
    NEXTAUTH_SECRET: "a secret of the tests, long enough for anybody",
  });
});
afterAll(() => server.stop());
beforeEach(emptyTestDatabase);
afterEach(async () => {
  server.mails.length = 0;
  server.refused.clear();
  await server.become("fine");
});

type Try = { attempt?: number; lastAttempt?: boolean; now?: Date; signal?: AbortSignal };

/** What the job of a mail does; the message of what it throws, or null. */
async function deliver(mailId: string, { attempt = 1, lastAttempt = false, now, signal }: Try = {}) {
  const clock = () => now ?? new Date();
  const call = { mailId, attempt, lastAttempt, now: clock, signal: signal ?? new AbortController().signal };
  return deliverMail(call).then(
    () => null,
    (error: Error) => error.message,
  );
}

function inSeconds(seconds: number): Date {
  return new Date(Date.now() + seconds * 1_000);
}

/** A message and the mail that tells the editors of it. */
async function addNotice(fields: Parameters<typeof addFeedback>[0] = {}) {
  const feedback = await addFeedback(fields);
  const messageId = threadId(feedback.id);
  const { id } = await queueMail(db(), { kind: "feedback", feedbackId: feedback.id, messageId });
  await db().feedback.update({ where: { id: feedback.id }, data: { noticeId: id } });
  return { feedback, id };
}

const mailOf = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });
const subjects = () => server.mails.map(({ parsed }) => parsed.subject);
const texts = () => server.mails.map(({ parsed }) => /message \S+/.exec(parsed.text ?? "")?.[0]);

describe("what arrives", () => {
  it("tells all editors of a message, with the reader to answer to", async () => {
    const { id, feedback } = await addNotice({
      message: "First line.\n\n<b>Second</b> & last.",
      name: "Ada",
      email: "ada@reader.example",
    });
    expect(await deliver(id)).toBeNull();
    const [mail] = server.mails;
    expect(mail?.envelope).toEqual(EDITORS);
    expect(mail?.parsed.from?.text).toBe('"Nice Pick" <editors@nicepick.example>');
    expect(mail?.parsed.to).toMatchObject({ text: EDITORS.join(", ") });
    expect(mail?.parsed.replyTo?.value).toEqual([{ name: "Ada", address: "ada@reader.example" }]);
    expect(mail?.parsed.messageId).toBe(`<feedback.${feedback.id}@nicepick.example>`);
    expect(mail?.parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.parsed.headers.has("bcc")).toBe(false);
    expect(mail?.parsed.text).toContain("> First line.\n>\n> <b>Second</b> & last.\n");
    expect(mail?.parsed.html).toContain("First line.<br>\n<br>\n&lt;b&gt;Second&lt;/b&gt; &amp; last.");
    expect(mail?.parsed.text).toContain(`${SITE}/admin/feedback/${feedback.id}`);
    expect(await mailOf(id)).toMatchObject({
      state: "sent",
      attempts: 1,
      delivered: EDITORS,
      error: null,
      nextTryAt: null,
      sentAt: expect.any(Date),
    });
  });

  it("threads what a reader gets, and marks what no person wrote", async () => {
    const { id: feedbackId, statusToken } = await addFeedback({ email: "ada@reader.example", name: "Ada" });
    const event = await db().feedbackEvent.create({
      data: { feedbackId, actor: "Eve", kind: "reply", text: "Dear Ada,\n\nyou are right." },
    });
    await db().feedback.update({
      where: { id: feedbackId },
      data: { state: "declined", outcomeReason: "We measured it.", closedAt: new Date() },
    });
    const ids = [
      await queueMail(db(), { kind: "acknowledgement", feedbackId }),
      await queueMail(db(), { kind: "reply", feedbackId, eventId: event.id }),
      await queueMail(db(), { kind: "outcome", feedbackId }),
    ].map(({ id }) => id);
    for (const id of ids) expect(await deliver(id)).toBeNull();
    const [thanks, reply, outcome] = server.mails;
    const root = `<${threadId(feedbackId)}>`;
    for (const mail of [thanks, reply, outcome]) {
      expect(mail?.envelope).toEqual(["ada@reader.example"]);
      expect(mail?.parsed.to).toMatchObject({ text: "ada@reader.example" });
      expect(mail?.parsed.inReplyTo).toBe(root);
      expect(mail?.parsed.text).toContain(`${SITE}/feedback/status/${statusToken}`);
    }
    expect(thanks?.parsed.references).toBe(root);
    expect(reply?.parsed.references).toEqual([root, thanks?.parsed.messageId]);
    expect(outcome?.parsed.references).toEqual([root, thanks?.parsed.messageId, reply?.parsed.messageId]);
    const marks = [thanks, reply, outcome].map((mail) => mail?.parsed.headers.get("auto-submitted"));
    expect(marks).toEqual(["auto-replied", undefined, "auto-generated"]);
    expect(thanks?.parsed.text).not.toMatch(/SQLite|Ada/);
    expect(reply?.parsed.text).toContain("Dear Ada,\n\nyou are right.");
    expect(outcome?.parsed.text).toContain("Why: We measured it.");
    expect((await mailOf(ids[0] ?? "")).delivered).toEqual([]);
  });

  it.each([
    'Eve "the" Editor, all@victim.example',
    "Eve <all@victim.example>",
    "Eve\r\nBcc: all@victim.example\r\n\r\n<b>own text</b>",
    "Eve\u2028Bcc: all@victim.example",
    "Ада Лавлейс 🧊",
    "\u202eevE",
    "=?utf-8?Q?Eve=0D=0ABcc:_all@victim.example?=",
  ])("a reader's name adds neither a recipient nor a header: %j", async (name) => {
    const { id } = await addNotice({ name, email: "ada@reader.example" });
    expect(await deliver(id)).toBeNull();
    const [mail] = server.mails;
    expect(mail?.envelope).toEqual(EDITORS);
    expect(mail?.parsed.replyTo?.value.map(({ address }) => address)).toEqual(["ada@reader.example"]);
    expect(mail?.parsed.headers.has("bcc")).toBe(false);
    expect(mail?.parsed.html).not.toContain("<b>");
    expect(mail?.parsed.text).not.toMatch(/^(> )?Bcc:/m);
  });

  it("closes a digest when it is sent, with all that joined it", async () => {
    const { id } = await queueMail(db(), { kind: "digest" });
    const told = [];
    for (const word of ["one", "two", "three"]) {
      told.push(await addFeedback({ message: `message ${word}`, noticeId: id }));
    }
    await db().feedback.update({ where: { id: told[1]?.id ?? "" }, data: { message: null } });
    expect(await deliver(id)).toBeNull();
    expect(subjects()).toEqual(["2 messages from readers"]);
    expect(server.mails[0]?.parsed.text).toMatch(/> message one[\s\S]*> message three/);
    expect(await mailOf(id)).toMatchObject({ state: "sent", attempts: 1 });
  });

  it("puts what is too much for one digest into the next, and tells of each once", async () => {
    const { id } = await queueMail(db(), { kind: "digest" });
    for (let count = 0; count < 303; count += 1) {
      await addFeedback({ noticeId: id, message: `This is word${count}x.` });
    }
    for (;;) {
      const next = await db().mail.findFirst({ where: { state: "queued" } });
      if (!next) break;
      expect(await deliver(next.id)).toBeNull();
    }
    expect(subjects()).toEqual([
      "150 messages from readers",
      "150 messages from readers",
      "3 messages from readers",
    ]);
    const words = server.mails.flatMap(({ parsed }) => parsed.text?.match(/word\d+x/g) ?? []);
    expect(words).toEqual(Array.from({ length: 303 }, (_, count) => `word${count}x`));
  });

  it("sends a test mail to whoever asked for it", async () => {
    const { id: requestedById, email } = await addActor({ name: "Grace" });
    const { id } = await queueMail(db(), { kind: "test", requestedById });
    expect(await deliver(id)).toBeNull();
    expect(server.mails[0]?.envelope).toEqual([email]);
  });
});

describe("what is not sent", () => {
  it("calls off what was erased", async () => {
    const { id, feedback } = await addNotice({ email: "ada@reader.example" });
    const thanks = await queueMail(db(), { kind: "acknowledgement", feedbackId: feedback.id });
    await db().feedback.update({ where: { id: feedback.id }, data: { message: null, email: null } });
    for (const mailId of [id, thanks.id]) {
      expect(await deliver(mailId)).toBeNull();
      expect(await mailOf(mailId)).toMatchObject({ state: "unsent", error: expect.stringMatching(/erased/) });
    }
    expect(server.mails).toEqual([]);
  });

  it("sends nothing twice, and nothing that was called off meanwhile", async () => {
    const { id } = await addNotice();
    await deliver(id);
    await deliver(id);
    expect(server.mails).toHaveLength(1);
    const other = await addNotice();
    await db().mail.update({ where: { id: other.id }, data: { state: "unsent" } });
    await deliver(other.id);
    expect(server.mails).toHaveLength(1);
  });
});

describe("a server that does not take it", () => {
  it("tries again under the same Message-ID when the server is back", async () => {
    const { id } = await addNotice();
    await server.become("down");
    const now = new Date();
    expect(await deliver(id, { attempt: 3, now })).toContain("ECONNREFUSED");
    const nextTryAt = new Date(now.getTime() + Math.exp(3) * 1_000);
    expect(await mailOf(id)).toMatchObject({ state: "queued", attempts: 1, nextTryAt, triedAt: now });
    await server.become("fine");
    expect(await deliver(id, { attempt: 4 })).toBeNull();
    expect(server.mails.map(({ parsed }) => parsed.messageId)).toEqual([`<${(await mailOf(id)).messageId}>`]);
  });

  it("is given up after the last try, however it fails", async () => {
    const { id } = await addNotice();
    await server.become("down");
    expect(await deliver(id, { attempt: 28, lastAttempt: true })).toBeNull();
    expect(await mailOf(id)).toMatchObject({ state: "failed", nextTryAt: null });
  });

  it("is greylisted once, then takes it", async () => {
    const { id } = await addNotice();
    await server.become("greylisting");
    expect(await deliver(id)).toMatch(/451/);
    expect(await deliver(id, { attempt: 2 })).toBeNull();
    expect(server.mails).toHaveLength(1);
  });

  it("is given up after five tries that are refused for good", async () => {
    const { id } = await addNotice();
    await server.become("refusing");
    const begun = (await mailOf(id)).createdAt.getTime();
    const problems = [];
    for (const [index, seconds] of [0, 3, 11, 32, 87].entries()) {
      problems.push(await deliver(id, { attempt: index + 1, now: new Date(begun + seconds * 1_000) }));
    }
    expect(problems.map((problem) => problem === null)).toEqual([false, false, false, false, true]);
    const { state, attempts, error } = await mailOf(id);
    expect({ state, attempts }).toEqual({ state: "failed", attempts: 5 });
    expect(error).toContain("ann@desk.example was refused: 550");
    expect(error).not.toContain("secret-secret");
  });

  it("keeps no address of a reader in what it said", async () => {
    const { id: feedbackId } = await addFeedback({ email: "ada@reader.example" });
    const { id } = await queueMail(db(), { kind: "acknowledgement", feedbackId });
    await server.become("greylisting");
    expect(await deliver(id)).toMatch(/451.*\(an address\)/);
    expect((await mailOf(id)).error).not.toContain("ada@");
  });

  it("sends to those it takes, and only the others are tried again", async () => {
    const { id } = await addNotice();
    server.refused.add("bob@desk.example");
    const begun = (await mailOf(id)).createdAt.getTime();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await deliver(id, { attempt, now: new Date(begun + attempt * 20_000) });
    }
    expect(server.mails.map(({ envelope }) => envelope)).toEqual([["ann@desk.example"]]);
    expect(await mailOf(id)).toMatchObject({
      state: "failed",
      delivered: ["ann@desk.example"],
      error: expect.stringMatching(/^bob@desk.example was refused: 550/),
    });
  });

  it("may have taken it without saying so: the same Message-ID then comes twice", async () => {
    const { id } = await addNotice();
    await server.become("dropping");
    expect(await deliver(id)).not.toBeNull();
    await server.become("fine");
    expect(await deliver(id, { attempt: 2 })).toBeNull();
    const ids = server.mails.map(({ parsed }) => parsed.messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it("is left within seconds when it says nothing, and at once when we stop", async () => {
    const { id } = await addNotice();
    await server.become("hanging");
    const begun = performance.now();
    expect(await deliver(id)).toMatch(/Greeting never received|ETIMEDOUT/);
    expect(performance.now() - begun).toBeLessThan(16_000);
    const stop = new AbortController();
    const stopped = deliver(id, { signal: stop.signal });
    const seen = server.connections();
    await expect.poll(server.connections).toBeGreaterThan(seen);
    stop.abort();
    expect(await stopped).toBe("We stopped while the mail was under way.");
  });
});

describe("the order", () => {
  it("sends older mails to the same people first", async () => {
    const mails = [];
    for (const word of ["one", "two", "three"]) mails.push(await addNotice({ message: `message ${word}` }));
    await server.become("down");
    expect(await deliver(mails[0]?.id ?? "")).toContain("ECONNREFUSED");
    // Not for the sake of each that waits at once.
    expect(await deliver(mails[1]?.id ?? "")).toMatch(/^Waits for mail \d+, which was tried just now/);
    expect(await mailOf(mails[0]?.id ?? "")).toMatchObject({ attempts: 1 });
    expect(await deliver(mails[2]?.id ?? "", { now: inSeconds(11) })).toMatch(/^Waits for mail \d+: /);
    expect(await mailOf(mails[2]?.id ?? "")).toMatchObject({ state: "queued", attempts: 0 });
    await server.become("fine");
    expect(await deliver(mails[2]?.id ?? "", { now: inSeconds(22) })).toBeNull();
    expect(texts()).toEqual(["message one", "message two", "message three"]);
    expect(await deliver(mails[1]?.id ?? "")).toBeNull();
    expect(server.mails).toHaveLength(3);
  });

  it("does not wait for a mail that is not due, nor for one to other people", async () => {
    const digest = await queueMail(db(), { kind: "digest", notBefore: new Date(Date.now() + 60_000) });
    await addFeedback({ noticeId: digest.id });
    const { id: feedbackId } = await addFeedback({ email: "ada@reader.example" });
    await queueMail(db(), { kind: "acknowledgement", feedbackId });
    const { id } = await addNotice();
    expect(await deliver(id)).toBeNull();
    expect(server.mails).toHaveLength(1);
  });

  it("is not held up for long by a mail that the server will not take", async () => {
    const [first, second] = [
      await addNotice({ message: "message one" }),
      await addNotice({ message: "message two" }),
    ];
    await server.become("refusing");
    await deliver(first.id);
    expect(await deliver(second.id, { now: inSeconds(11) })).toMatch(/^Waits for mail/);
    await db().mail.update({
      where: { id: first.id },
      data: { createdAt: new Date(Date.now() - 3_600_000), notBefore: new Date(Date.now() - 3_600_000) },
    });
    expect(await deliver(second.id, { attempt: 2, now: inSeconds(22) })).toMatch(/550/);
  });

  it("is not held up by one of several editors", async () => {
    const [first, second] = [
      await addNotice({ message: "message one" }),
      await addNotice({ message: "message two" }),
    ];
    server.refused.add("bob@desk.example");
    await deliver(first.id);
    await deliver(second.id);
    expect(server.mails.map(({ envelope }) => envelope)).toEqual([
      ["ann@desk.example"],
      ["ann@desk.example"],
    ]);
  });
});
