import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { makeContext, runInRequest } from "../request-context";
import { catalogueFile } from "../testing/catalogues";
import { prepareTestDatabase } from "../testing/database";
import { ENTRY } from "./entry";
import { answerForm, postFeedback } from "./public-posts";
import { receiveFeedback } from "./receive";
import { readRefused } from "./refused-form";
import { makeTicket } from "./ticket";

prepareTestDatabase();

Object.assign(process.env, {
  SITE_URL: "https://nicepick.example",
  NEXTAUTH_SECRET: "a secret of the tests, long enough for it",
  // Nothing is sent here: the mails are looked at in the database.
  SMTP_URL: "smtp://127.0.0.1:1",
  MAIL_FROM: "Nice Pick <editors@nicepick.example>",
  FEEDBACK_TO: "editors@nicepick.example",
});

const NOW = new Date();
const MINUTE_MS = 60_000;

const tool = (slug: string, more = {}) => ({
  ...{ slug, name: slug.toUpperCase(), kind: "tool", category: "tools", description: "D", lead: "L" },
  ...more,
});

beforeAll(async () => {
  const parsed = parseCatalogue(
    catalogueFile({
      categories: [{ slug: "tools", name: "Tools" }],
      technologies: [tool("alpha", { formerSlugs: ["old-alpha"] }), tool("beta"), tool("gamma")],
      comparisons: [{ left: "beta", right: "alpha", outcome: "too-close" }],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: NOW });
});

beforeEach(async () => {
  await db().$executeRaw`TRUNCATE "Feedback", "FeedbackEvent", "Mail", "BlockedSender" CASCADE`;
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

/** What the form of a page holds once a reader has filled it in. */
function filled(more: Record<string, unknown> = {}, now = NOW): Record<string, unknown> {
  return {
    wouldPick: "alpha",
    message: "Alpha has been faster for us.",
    builtWith: "",
    name: "",
    email: "",
    pair: "beta-vs-alpha",
    ...makeTicket(now),
    [ENTRY.trap]: "",
    ...more,
  };
}

let networks = 0;

function send(fields: unknown, { address = `198.51.${networks >> 8}.${networks++ & 255}`, now = NOW } = {}) {
  return receiveFeedback({ fields, address, now });
}

const counts = async () => ({
  stored: await db().feedback.count(),
  spam: await db().feedback.count({ where: { state: "spam" } }),
  mails: await db().mail.count(),
  jobs: Number((await db().$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM graphile_worker.jobs`)[0]?.n),
});

describe("what is taken", () => {
  it("is kept with its mail and its job, about the records and not their names", async () => {
    const sent = await send(
      filled({ pair: "alpha-vs-beta", wouldPick: "old-alpha", email: "Ada@Reader.example" }),
    );
    expect(sent).toMatchObject({
      ok: true,
      value: { status: expect.stringMatching(/^\/feedback\/status\/[\w-]{43}$/) },
    });
    const kept = await db().feedback.findFirstOrThrow({
      include: { left: true, right: true, wouldPick: true, notice: true },
    });
    expect([kept.left?.slug, kept.right?.slug, kept.wouldPick?.slug]).toEqual(["beta", "alpha", "alpha"]);
    expect(kept).toMatchObject({
      state: "new",
      email: "Ada@Reader.example",
      builtWith: null,
      name: null,
      suspicions: [],
    });
    expect(kept.notice).toMatchObject({
      kind: "feedback",
      messageId: `feedback.${kept.id}@nicepick.example`,
    });
    expect(await counts()).toEqual({ stored: 1, spam: 0, mails: 2, jobs: 2 });
  });

  it("may be about neither side, about a pair nobody wrote of, or about the site", async () => {
    for (const fields of [
      { wouldPick: "neither" },
      { pair: "gamma-vs-beta", wouldPick: "gamma" },
      { pair: "", wouldPick: "neither" },
    ]) {
      expect(await send(filled(fields)), JSON.stringify(fields)).toMatchObject({ ok: true });
    }
    const [neither, dynamic, site] = await db().feedback.findMany({
      orderBy: { number: "asc" },
      include: { left: true, wouldPick: true },
    });
    expect([neither?.wouldPickId, neither?.left?.slug]).toEqual([null, "beta"]);
    expect([dynamic?.left?.slug, dynamic?.wouldPick?.slug]).toEqual(["beta", "gamma"]);
    expect([site?.leftId, site?.wouldPickId]).toEqual([null, null]);
  });

  it("keeps line breaks, and stays itself in every script", async () => {
    const message = "Line one\r\nBcc: all@victim.example\r\n\r\n=cmd|' /C calc'!A0 שלום 🧊 e\u0301";
    expect(await send(filled({ message }))).toMatchObject({ ok: true });
    const kept = await db().feedback.findFirstOrThrow();
    expect(kept.message).toBe("Line one\nBcc: all@victim.example\n\n=cmd|' /C calc'!A0 שלום 🧊 é");
  });

  it("stores no address in clear, and no hash that others could make", async () => {
    await send(filled({ email: "ada@reader.example" }), { address: "203.0.113.77" });
    const { email: _email, ...row } = await db().feedback.findFirstOrThrow();
    const mails = await db().mail.findMany();
    expect(JSON.stringify([row, mails])).not.toMatch(/203\.0\.113|ada@reader/);
  });
});

describe("one message, however often it is delivered", () => {
  it("twice, in turn or at once, is once", async () => {
    const fields = filled({ email: "ada@reader.example" });
    const first = await send(fields, { address: "203.0.113.1" });
    expect(await send(fields, { address: "203.0.113.1" })).toEqual(first);
    const elsewhere = await Promise.all(Array.from({ length: 20 }, () => send(fields)));
    expect(elsewhere).toEqual(elsewhere.map(() => first));
    expect(await counts()).toEqual({ stored: 1, spam: 0, mails: 2, jobs: 2 });
    const fresh = filled();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(fresh)));
    expect(new Set(answers.map((answer) => answer.ok && answer.value.status)).size).toBe(1);
    expect((await counts()).stored).toBe(2);
  });

  it("two readers share the key of a page from a cache, and are both heard", async () => {
    const page = makeTicket(NOW);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        send(filled({ ...page, message: `Reader ${index} disagrees.` })),
      ),
    );
    expect(new Set(answers.map((answer) => answer.ok && answer.value.status)).size).toBe(10);
  });
});

// What nobody's form sends, and what is said of it at which field.
const LONE = "half \ud83e of a pair";
const BAD: [string, Record<string, unknown>, string][] = [
  ["an empty message", { message: "" }, "message"],
  ["a message of blanks", { message: " \r\n\t " }, "message"],
  ["a message of invisible characters", { message: "\u200b\u2060\u3164" }, "message"],
  ["a message of 1 MB", { message: "x".repeat(1024 * 1024) }, "message"],
  ["a message one character too long", { message: "x".repeat(5_001) }, "message"],
  ["NUL in the message", { message: "a\u0000b" }, "message"],
  ["a control character in the message", { message: "a\u0007b" }, "message"],
  ["a lone surrogate in the message", { message: LONE }, "message"],
  ["no message", { message: undefined }, "message"],
  ["a list as the message", { message: ["a", "b"] }, "message"],
  ["an object as the message", { message: { not: "" } }, "message"],
  ["a number as the message", { message: 7 }, "message"],
  ["null as the message", { message: null }, "message"],
  ["a header in the name", { name: "Eve\r\nBcc: all@victim.example" }, "name"],
  ["a lone line feed in the name", { name: "Eve\nBcc: all@victim.example" }, "name"],
  ["a line separator in the name", { name: "Eve\u2028Bcc: all@victim.example" }, "name"],
  ["a name of 121 characters", { name: "n".repeat(121) }, "name"],
  ["NUL in the name", { name: "a\u0000" }, "name"],
  ["an object as the name", { name: {} }, "name"],
  ["601 characters about what was built", { builtWith: "b".repeat(601) }, "builtWith"],
  ["a lone surrogate in what was built", { builtWith: LONE }, "builtWith"],
  ["a header in the address", { email: "eve@reader.example\r\nBcc: all@victim.example" }, "email"],
  ["a header behind the address", { email: "eve@reader.example\nBcc: all@victim.example" }, "email"],
  ["two addresses", { email: "eve@reader.example,all@victim.example" }, "email"],
  ["two addresses with a semicolon", { email: "eve@reader.example;all@victim.example" }, "email"],
  ["an address with a name", { email: "Eve <eve@reader.example>" }, "email"],
  ["a quoted local part", { email: '"eve, all@victim.example"@reader.example' }, "email"],
  ["a quoted local part without need", { email: '"eve"@reader.example' }, "email"],
  ["a comment in the address", { email: "eve(all@victim.example)@reader.example" }, "email"],
  ["a group", { email: "friends: eve@reader.example, all@victim.example;" }, "email"],
  ["a look-alike address", { email: "еve@reader.example" }, "email"],
  ["a look-alike at sign", { email: "eve＠reader.example" }, "email"],
  ["a look-alike domain", { email: "eve@reаder.example" }, "email"],
  ["a right-to-left override in the address", { email: "eve\u202e@reader.example" }, "email"],
  ["a literal address as the domain", { email: "eve@[127.0.0.1]" }, "email"],
  ["a domain without a dot", { email: "root@localhost" }, "email"],
  ["an address of 300 characters", { email: `${"e".repeat(290)}@a.example` }, "email"],
  ["NUL in the address", { email: "eve\u0000@reader.example" }, "email"],
  ["a list of addresses", { email: ["eve@reader.example", "all@victim.example"] }, "email"],
  ["an address as an object", { email: { address: "eve@reader.example" } }, "email"],
  ["no side chosen", { wouldPick: undefined }, "wouldPick"],
  ["an empty side", { wouldPick: "" }, "wouldPick"],
  ["a side of another pair", { wouldPick: "gamma" }, "wouldPick"],
  ["a side that is not on file", { wouldPick: "nothing-like-it" }, "wouldPick"],
  ["NUL as the side", { wouldPick: "alp\u0000ha" }, "wouldPick"],
  ["both sides", { wouldPick: ["alpha", "beta"] }, "wouldPick"],
  ["a side for the site as a whole", { pair: "" }, "wouldPick"],
  ["an unknown pair", { pair: "alpha-vs-nothing-like-it" }, "pair"],
  ["no pair", { pair: undefined }, "pair"],
  ["a pair of one", { pair: "alpha-vs-alpha" }, "pair"],
  ["a pair that is none", { pair: "../../admin" }, "pair"],
  ["NUL in the pair", { pair: "alpha-vs-\u0000" }, "pair"],
  ["an object as the pair", { pair: { left: "alpha" } }, "pair"],
  ["no stamp", { stamp: undefined }, "stamp"],
  ["an empty stamp", { stamp: "" }, "stamp"],
  ["a forged stamp", { stamp: `${NOW.getTime()}.${"A".repeat(43)}` }, "stamp"],
  ["another time under a genuine signature", { stamp: moved(makeTicket(NOW).stamp) }, "stamp"],
  ["something behind a genuine stamp", { stamp: `${makeTicket(NOW).stamp}.x` }, "stamp"],
  ["a stamp of the future", { stamp: later(60 * MINUTE_MS) }, "stamp"],
  ["a stamp of 31 days ago", { stamp: later(-31 * 24 * 60 * MINUTE_MS) }, "stamp"],
  ["no key", { key: undefined }, "key"],
  ["an empty key", { key: "" }, "key"],
  ["a key that is none", { key: '\'; DROP TABLE "Feedback"; --' }, "key"],
  ["a list of keys", { key: ["a", "b"] }, "key"],
  ["a field of somebody else's", { state: "accepted" }, "state"],
  ["a field like a prototype", JSON.parse('{"__proto__":{"state":"accepted"}}'), "__proto__"],
  ["a field with brackets", { "message[a]": "b" }, "message[a]"],
  ["500 fields", Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`field${i}`, "x"])), "field0"],
];

function later(ms: number): unknown {
  return makeTicket(new Date(NOW.getTime() + ms)).stamp;
}

function moved(stamp: string): string {
  return stamp.replace(/^\d+/, (time) => String(Number(time) + 1));
}

describe("what cannot be taken is refused by the name of the field, and leaves nothing", () => {
  it.each(BAD)("%s", async (what, more, field) => {
    const fields = filled();
    for (const [name, value] of Object.entries(more)) {
      if (value === undefined) delete fields[name];
      else Object.defineProperty(fields, name, { value, enumerable: true });
    }
    const refused = await send(fields);
    expect(refused, what).toMatchObject({ ok: false, code: "invalid" });
    if (!refused.ok) expect(Object.keys(refused.fields ?? {})).toContain(field);
    expect(await counts()).toEqual({ stored: 0, spam: 0, mails: 0, jobs: 0 });
  });

  it("a stamp may be a minute ahead, and 30 days old", async () => {
    for (const ms of [30_000, -29 * 24 * 60 * MINUTE_MS]) {
      expect(await send(filled({ stamp: later(ms) }))).toMatchObject({ ok: true });
    }
  });
});

function request(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string>): Request {
  const own = { Origin: "https://nicepick.example", ...headers };
  return new Request("https://nicepick.example/api/feedback", { method: "POST", body, headers: own });
}

const JSON_TYPE = { "Content-Type": "application/json" };
const FORM_TYPE = { "Content-Type": "application/x-www-form-urlencoded" };

function asReader<T>(work: () => Promise<T>): Promise<T> {
  return runInRequest(makeContext(`203.0.113.${networks++ % 256}`), work);
}

describe("over HTTP", () => {
  const post = async (
    body: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = JSON_TYPE,
  ) => {
    const response = await asReader(() => postFeedback(request(body, headers)));
    return { status: response.status, body: await response.json() };
  };

  it("JSON is answered with 201 and the status page, or with 422 and what is wrong by field", async () => {
    expect(await post(JSON.stringify(filled()))).toEqual({
      status: 201,
      body: { status: expect.stringMatching(/^\/feedback\/status\//) },
    });
    expect(await post(JSON.stringify(filled({ message: "", email: "x" })))).toMatchObject({
      status: 422,
      body: { errors: { message: "is required", email: expect.any(String) } },
    });
  });

  it.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number]>([
    ["no content type", "{}", { "Content-Type": "" }, 400],
    ["text", "{}", { "Content-Type": "text/plain" }, 400],
    ["a form in parts", "--x--", { "Content-Type": "multipart/form-data; boundary=x" }, 400],
    ["XML", "<a/>", { "Content-Type": "application/xml" }, 400],
    ["half of a JSON", '{"message":', JSON_TYPE, 400],
    ["bytes that are no UTF-8", new Uint8Array([0x22, 0xc3, 0x28, 0x22]), JSON_TYPE, 400],
    ["a list", "[]", JSON_TYPE, 422],
    ["null", "null", JSON_TYPE, 422],
    ["5 MB", JSON.stringify({ message: "x".repeat(5 * 1024 * 1024) }), JSON_TYPE, 413],
    ["another site's page", JSON.stringify({}), { ...JSON_TYPE, Origin: "https://evil.example" }, 403],
  ])("%s", async (_, body, headers, status) => {
    expect(await post(body, headers)).toMatchObject({ status, body: { message: expect.any(String) } });
    expect((await counts()).stored).toBe(0);
  });

  const submit = (fields: Record<string, string> | string, headers = {}) => {
    const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
    return asReader(() => answerForm("/api/feedback", request(body, { ...FORM_TYPE, ...headers })));
  };
  const shownOf = (answer: Awaited<ReturnType<typeof submit>>) =>
    answer?.kind === "refused" ? readRefused(answer.form) : null;
  const texts = (more = {}) => filled(more) as Record<string, string>;

  it("a form leads to the status page", async () => {
    const answer = await submit(texts());
    expect(answer).toEqual({ kind: "done", to: expect.stringMatching(/^\/feedback\/status\//) });
  });

  it("a form that is refused is shown again with all that was typed", async () => {
    const message = `${"long ".repeat(250_000)}🧊 שלום <script>`;
    const answer = await submit(texts({ message, email: "nobody" }));
    expect(answer).toMatchObject({ kind: "refused", page: "/feedback", status: 422 });
    const shown = shownOf(answer);
    expect(shown?.values.message).toBe(message);
    expect(shown?.values.pair).toBe("beta-vs-alpha");
    expect(Object.keys(shown?.errors ?? {}).sort()).toEqual(["email", "message"]);
  });

  it("fields that come twice, too many fields and foreign forms are refused", async () => {
    const twice = `${new URLSearchParams(texts())}&message=again`;
    expect(await submit(twice)).toMatchObject({ kind: "refused", status: 422 });
    const extra = new URLSearchParams(Array.from({ length: 500 }, (_, index) => [`f${index}`, "x"]));
    const many = await submit(`${new URLSearchParams(texts())}&${extra}`);
    expect(many).toMatchObject({ kind: "refused", status: 422 });
    expect(shownOf(many)).toMatchObject({
      values: { message: "Alpha has been faster for us.", pair: "beta-vs-alpha" },
      errors: { f0: "is not a field of this form" },
    });
    const foreign = await submit(texts(), { Origin: "https://evil.example" });
    expect(foreign).toMatchObject({ kind: "refused", status: 403 });
    expect(shownOf(foreign)?.values.message).toBe("Alpha has been faster for us.");
    expect((await counts()).stored).toBe(0);
  });

  it.each([
    ["half of a surrogate pair", "half %ED%A0%BD"],
    ["a byte that begins nothing", "%FF"],
    ["half of a letter", "%C3"],
    ["a letter the long way", "%C0%AE"],
    ["raw bytes", "\xc3("],
  ])("%s is refused at its field, as bytes", async (_, value) => {
    const { message: _message, ...others } = texts();
    const body = Buffer.from(`${new URLSearchParams(others)}&message=${value}`, "latin1");
    const asked = request(new Uint8Array(body), FORM_TYPE);
    const answer = await asReader(() => answerForm("/api/feedback", asked));
    expect(answer).toMatchObject({ kind: "refused", status: 422 });
    expect(shownOf(answer)?.errors).toEqual({ message: "has bytes in it that are no text (UTF-8)" });
    expect((await counts()).stored).toBe(0);
  });

  it("every letter of a form arrives as it was typed", async () => {
    const message = "100% + 1 = 101 & more; a=b é 🧊 שלום \u{10ffff}";
    expect(await submit(texts({ message }))).toMatchObject({ kind: "done" });
    expect((await db().feedback.findFirstOrThrow()).message).toBe(message);
  });

  it("what is no plain form, or goes elsewhere, is left to the routes", async () => {
    const json = request(JSON.stringify(filled()), JSON_TYPE);
    expect(await answerForm("/api/feedback", json)).toBeNull();
    expect(await answerForm("/api/feedback/ticket", request("a=b", FORM_TYPE))).toBeNull();
  });
});

describe("spam", () => {
  const one = async (more: Record<string, unknown>, address?: string) => {
    expect(
      await send(filled({ message: `Text ${randomUUID()}`, ...more }), { ...(address && { address }) }),
    ).toMatchObject({ ok: true });
    return db().feedback.findFirstOrThrow({ orderBy: { number: "desc" } });
  };

  it("is held back, told of to nobody, and answered like any other", async () => {
    const links = Array.from({ length: 4 }, (_, index) => `https://spam.example/${index}`).join(" ");
    expect(await one({ [ENTRY.trap]: "x", email: "ada@reader.example" })).toMatchObject({
      state: "spam",
      suspicions: ["honeypot"],
    });
    expect(await one({ message: links })).toMatchObject({ state: "spam", suspicions: ["links"] });
    expect(await one({ message: "See https://a.example and https://b.example" })).toMatchObject({
      state: "new",
    });
    expect(await counts()).toMatchObject({ stored: 3, spam: 2, mails: 1 });
  });

  it("of a blocked sender goes there at once", async () => {
    const { networkHash, id } = await one({}, "203.0.113.200");
    await db().blockedSender.create({ data: { hash: networkHash ?? "", feedbackId: id, actor: "Ada" } });
    expect(await one({}, "203.0.113.200")).toMatchObject({ state: "spam", suspicions: ["blocked"] });
    expect(await one({}, "203.0.113.201")).toMatchObject({ state: "new" });
  });

  it("one text from many places is held back from the sixth on", async () => {
    for (let index = 0; index < 8; index += 1) await one({ message: `Buy now${"!".repeat(index)}` });
    expect(await counts()).toMatchObject({ stored: 8, spam: 3 });
  });

  it("10,000 from 50 addresses stay within the limits, and a reader among them is heard", async () => {
    let refused = 0;
    const readers: string[] = [];
    for (let batch = 0; batch < 500; batch += 1) {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) => {
          const number = batch * 20 + index;
          const fields = filled({ message: `Spam number ${number}`, email: `s${number}@victim.example` });
          return send(fields, { address: `192.0.2.${number % 50}` });
        }),
      );
      refused += answers.filter((answer) => !answer.ok && answer.code === "limited").length;
      if (batch % 100 !== 50) continue;
      const genuine = await one({ message: `Genuine ${batch}: it leaks memory.` });
      readers.push(genuine.state);
    }
    expect(readers).toEqual(Array(5).fill("new"));
    expect(refused).toBe(10_000 - 50 * 30);
    const { stored, mails } = await counts();
    expect(stored).toBe(50 * 30 + 5);
    const toEditors = await db().mail.count({ where: { kind: { in: ["feedback", "digest"] } } });
    expect(toEditors).toBe(6);
    expect(mails - toEditors).toBe(300);
  }, 120_000);
});

describe("editors are told", () => {
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS);

  /** The mail that tells of a message which comes so many minutes later. */
  const noticeOf = async (minutes: number) => {
    const now = at(minutes);
    await send(filled({ message: `Text ${randomUUID()}` }, now), { now });
    const { notice } = await db().feedback.findFirstOrThrow({
      orderBy: { number: "desc" },
      include: { notice: true },
    });
    if (!notice) throw new Error("nobody is told");
    // The database's own clock stands still meanwhile.
    if (notice.kind === "feedback")
      await db().mail.update({ where: { id: notice.id }, data: { createdAt: now } });
    return notice;
  };

  it("of each of the first five in ten minutes, and of more in a digest", async () => {
    for (let index = 0; index < 5; index += 1) expect((await noticeOf(index)).kind).toBe("feedback");
    const digest = await noticeOf(5);
    expect(digest).toMatchObject({ kind: "digest", notBefore: at(6) });
    // What comes while it waits joins it, however late: messages are told of in their order.
    expect((await noticeOf(30)).id).toBe(digest.id);
    await db().mail.update({ where: { id: digest.id }, data: { attempts: 1 } });
    expect((await noticeOf(31)).kind).toBe("feedback");
  });

  it("by one digest in ten minutes", async () => {
    for (let index = 0; index < 5; index += 1) await noticeOf(0);
    const first = await noticeOf(0);
    expect(first.notBefore).toEqual(at(1));
    await db().mail.update({ where: { id: first.id }, data: { attempts: 1 } });
    expect(await noticeOf(2)).toMatchObject({ kind: "digest", notBefore: at(11) });
  });

  it("once of each, when many come at the same moment", async () => {
    const all = Array.from({ length: 60 }, (_, index) => send(filled({ message: `At once ${index}` })));
    await Promise.all(all);
    expect(await db().mail.count({ where: { kind: "feedback" } })).toBe(5);
    expect(await db().mail.count({ where: { kind: "digest" } })).toBe(1);
    expect(await db().feedback.count({ where: { noticeId: null } })).toBe(0);
  });
});

describe("readers are told that the message is here", () => {
  const write = (email: string, now = NOW) =>
    send(filled({ email, message: `Text ${randomUUID()}` }, now), { now });
  const thanks = () => db().mail.count({ where: { kind: "acknowledgement" } });

  it("once an hour for an address, however it is written", async () => {
    await Promise.all(Array.from({ length: 10 }, () => write("ada@reader.example")));
    await write("ADA@reader.example");
    expect(await thanks()).toBe(1);
    await write("grace@reader.example");
    expect(await thanks()).toBe(2);
    await db().$executeRaw`UPDATE "Mail" SET "createdAt" = "createdAt" - interval '2 hours'`;
    await write("ada@reader.example");
    expect(await thanks()).toBe(3);
  });
});
