import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "../db";
import { makeActor } from "../testing/accounts";
import { prepareTestDatabase } from "../testing/database";
import { addComparison, addFeedback } from "../testing/feedback";
import { readCsv } from "./csv-queries";
import { countByState, countNew, countPicks, listAssignees, listInbox } from "./inbox-queries";
import { findFeedback } from "./item-queries";
import { inboxQuerySchema } from "./schema";
import { FEEDBACK_STATES } from "./states";
import { findStatus } from "./status-queries";

process.env.SITE_URL = "https://nicepick.example";

prepareTestDatabase();

let ids: Awaited<ReturnType<typeof addComparison>>;
let ada: string;
let ben: string;

beforeAll(async () => {
  ids = await addComparison();
  ada = (await makeActor("editor", "Ada")).id;
  ben = (await makeActor("owner", "Ben")).id;
  await makeActor("author", "Cleo");
  const gone = await makeActor("editor", "Dora");
  await db().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
});

beforeEach(async () => {
  await db()
    .$executeRaw`TRUNCATE "Feedback", "FeedbackEvent", "Mail", "BlockedSender" RESTART IDENTITY CASCADE`;
});

const query = (asked: Record<string, unknown> = {}) => inboxQuerySchema.parse(asked);
const list = (asked: Record<string, unknown> = {}) => listInbox(query(asked), ada);
/** The messages that are found, by their text. */
const found = async (asked: Record<string, unknown> = {}) =>
  (await list(asked)).entries.map(({ excerpt }) => excerpt);

const pair = () => ({ leftId: ids.beta, rightId: ids.alpha });

describe("the inbox", () => {
  it("says of a message what there is to say on a line", async () => {
    const receivedAt = new Date("2026-11-22T10:00:00Z");
    const { id } = await addFeedback({
      ...{
        ...pair(),
        wouldPickId: ids.alpha,
        message: "One\n\n  two\tthree ",
        name: "Robin",
        email: "r@home.example",
      },
      ...{ suspicions: ["links", "of another version"], assigneeId: ben, receivedAt },
    });
    const about = {
      left: { slug: "beta", name: "Beta" },
      right: { slug: "alpha", name: "Alpha" },
      path: "/compare/beta-vs-alpha",
    };
    expect(await list()).toEqual({
      entries: [
        {
          ...{
            id,
            number: 1,
            state: "new",
            about,
            wouldPick: "Alpha",
            excerpt: "One two three",
            name: "Robin",
          },
          ...{ hasEmail: true, assignee: "Ben", suspicions: ["links"], receivedAt: receivedAt.toISOString() },
        },
      ],
      ...{ total: 1, page: 1, pages: 1 },
    });
  });

  it("shows the beginning of a long message, and none of an erased one", async () => {
    await addFeedback({ message: null, erasedAt: new Date() });
    await addFeedback({ message: `${"🧊".repeat(1_000)}` });
    const [long, erased] = await found();
    expect([...(long ?? "")]).toHaveLength(241);
    expect(long?.endsWith("🧊…")).toBe(true);
    expect(erased).toBeNull();
  });

  it("unasked, shows what waits; all is everything but spam", async () => {
    for (const state of FEEDBACK_STATES) await addFeedback({ state, message: state });
    expect(await found()).toEqual(["open", "new"]);
    expect(await found({ state: "all" })).toEqual(["declined", "accepted", "answered", "open", "new"]);
    for (const state of FEEDBACK_STATES) expect(await found({ state })).toEqual([state]);
    expect(await found({ state: "nonsense" })).toEqual(["open", "new"]);
    expect(await countNew()).toBe(1);
    expect(await countByState(query({ state: "spam" }), ada)).toEqual({
      ...{ new: 1, open: 1, answered: 1, accepted: 1, declined: 1, spam: 1 },
    });
  });

  it("has fifty on a page, newest first, and its last page for any past the end", async () => {
    expect(await list({ page: "7" })).toEqual({ entries: [], total: 0, page: 1, pages: 1 });
    for (let index = 1; index <= 101; index += 1) await addFeedback({ message: `message ${index}` });
    expect(await list({ page: "2" })).toMatchObject({ total: 101, page: 2, pages: 3 });
    expect((await found({ page: "2" })).at(0)).toBe("message 51");
    expect(await found({ page: "3" })).toEqual(["message 1"]);
    expect(await list({ page: "99999" })).toMatchObject({ page: 3, entries: [{ number: 1 }] });
  });

  it("finds by assignee", async () => {
    await addFeedback({ message: "Ada's", assigneeId: ada });
    await addFeedback({ message: "Ben's", assigneeId: ben });
    await addFeedback({ message: "nobody's" });
    expect(await found({ assignee: "me" })).toEqual(["Ada's"]);
    expect(await found({ assignee: ben })).toEqual(["Ben's"]);
    expect(await found({ assignee: "nobody" })).toEqual(["nobody's"]);
    expect(await countByState(query({ assignee: "me" }), ada)).toMatchObject({ new: 1, open: 0 });
    expect((await listAssignees()).map(({ name }) => name)).toEqual(["Ada", "Ben"]);
  });

  it.each([
    ["100%", ["100% sure_of it"]],
    ["%", ["100% sure_of it"]],
    ["_", ["100% sure_of it"]],
    ["\\", []],
    ["ÉTÉ", ["un été"]],
    ["e\u0301te\u0301", ["un été"]],
    ["robin", ["by name"]],
    ["HOME.example", ["by address"]],
    ["cash register", ["by what was built"]],
    ["#2", ["un été"]],
    ["2", ["un été"]],
    ["#", []],
    ["beta", ["about the pair"]],
    ["' OR 1=1 --", []],
    ["99999999999", []],
    ["\u0000", ["about the pair", "by what was built", "by address", "by name", "un été", "100% sure_of it"]],
    ["\ud800", ["about the pair", "by what was built", "by address", "by name", "un été", "100% sure_of it"]],
  ])("finds %j word for word", async (q, expected) => {
    await addFeedback({ message: "100% sure_of it" });
    await addFeedback({ message: "un été" });
    await addFeedback({ message: "by name", name: "Robin" });
    await addFeedback({ message: "by address", email: "r@home.example" });
    await addFeedback({ message: "by what was built", builtWith: "A cash register" });
    await addFeedback({ message: "about the pair", ...pair() });
    expect(await found({ q })).toEqual(expected);
  });
});

describe("a pair", () => {
  it("is found in either order, by former slugs, off the site, and after its sides are renamed", async () => {
    const { id, statusToken } = await addFeedback({ message: "one way", ...pair(), wouldPickId: ids.beta });
    await addFeedback({ message: "the other way", leftId: ids.alpha, rightId: ids.beta });
    await addFeedback({ message: "another pair", leftId: ids.alpha, rightId: ids.gamma });
    await addFeedback({ message: "the site" });
    const both = ["the other way", "one way"];
    for (const about of ["beta-vs-alpha", "alpha-vs-beta", "ALPHA-vs-beta", "old-alpha-vs-beta"]) {
      expect(await found({ about })).toEqual(both);
    }
    for (const about of ["alpha-vs-nobody", "alpha-vs-alpha", "old-alpha-vs-alpha", "nonsense", "\u0000"]) {
      expect(await list({ about })).toEqual({ entries: [], total: 0, page: 1, pages: 1 });
      expect(await countPicks(about)).toBeNull();
      expect(await countByState(query({ about }), ada)).toMatchObject({ new: 0 });
    }
    await db().technology.update({ where: { id: ids.beta }, data: { slug: "omega", name: "Omega" } });
    await db().redirect.create({ data: { slug: "beta", technologyId: ids.beta } });
    for (const about of ["beta-vs-alpha", "omega-vs-alpha"]) expect(await found({ about })).toEqual(both);
    expect(await found({ q: "omega" })).toEqual(both);
    const renamed = {
      wouldPick: "Omega",
      about: { left: { slug: "omega", name: "Omega" }, path: "/compare/omega-vs-alpha" },
    };
    expect(await findFeedback(id)).toMatchObject(renamed);
    expect(await findStatus(statusToken)).toMatchObject(renamed);
    await db().technology.update({ where: { id: ids.beta }, data: { state: "unpublished" } });
    expect(await found({ about: "omega-vs-alpha" })).toEqual(both);
    expect((await findFeedback(id))?.about?.path).toBeNull();
    await db().redirect.deleteMany({ where: { slug: "beta" } });
    await db().technology.update({
      where: { id: ids.beta },
      data: { slug: "beta", name: "Beta", state: "live" },
    });
  });

  it("has its page at the address in alphabetical order, where no editor has compared the two", async () => {
    const { id } = await addFeedback({ leftId: ids.gamma, rightId: ids.alpha });
    expect(await findFeedback(id)).toMatchObject({
      about: { left: { slug: "gamma" }, right: { slug: "alpha" }, path: "/compare/alpha-vs-gamma" },
    });
  });

  it("counts who would pick what, spam left out, both orders together", async () => {
    const swapped = { leftId: ids.alpha, rightId: ids.beta };
    await addFeedback({ ...pair(), wouldPickId: ids.alpha });
    await addFeedback({ ...swapped, wouldPickId: ids.alpha, state: "accepted" });
    await addFeedback({ ...swapped, wouldPickId: ids.beta, state: "declined" });
    await addFeedback({ ...pair(), wouldPickId: null });
    await addFeedback({ ...pair(), wouldPickId: ids.beta, state: "spam" });
    await addFeedback({ leftId: ids.alpha, rightId: ids.gamma, wouldPickId: ids.alpha });
    expect(await countPicks("old-alpha-vs-beta")).toEqual({
      left: { slug: "alpha", name: "Alpha", count: 2 },
      right: { slug: "beta", name: "Beta", count: 1 },
      neither: 1,
    });
  });
});

describe("a message", () => {
  it.each(["", "x", "00000000-0000-0000-0000-000000000000", "\u0000", "1; DROP TABLE"])(
    "that is not there is null: %j",
    async (id) => {
      expect(await findFeedback(id)).toBeNull();
    },
  );
});

describe("the export", () => {
  const read = async (asked: Record<string, unknown> = {}) => {
    let file = "";
    for await (const part of readCsv(query(asked), ada)) file += part;
    return file;
  };

  it("has the messages that the inbox finds, of all pages, newest first", async () => {
    await addFeedback({
      ...pair(),
      message: '=1+1 "x"',
      name: "Robin",
      suspicions: ["links", "flood"],
      state: "spam",
    });
    await addFeedback({ message: "two\nlines", state: "declined", outcomeReason: "No." });
    const lines = (await read({ state: "declined" })).split("\r\n");
    expect(lines[0]?.startsWith('\uFEFF"Number","Received","State","About"')).toBe(true);
    expect(lines[1]).toMatch(/^"2","20\d\d-.*Z","declined","","","two\nlines","",.*,"No\.",/);
    expect(lines.slice(2)).toEqual([""]);
    const [, spam] = (await read({ state: "spam" })).split("\r\n");
    expect(spam).toMatch(
      /"Beta vs Alpha","neither","'=1\+1 ""x""".*"links, flood","https:\/\/nicepick\.example\/admin/,
    );
    expect((await read({ about: "alpha-vs-nobody" })).split("\r\n")).toHaveLength(2);
  });

  it("goes on beyond a batch and misses none", async () => {
    await db().$executeRaw`
      INSERT INTO "Feedback" (id, key, "contentHash", message, "statusToken")
      SELECT gen_random_uuid(), 'k', n::text, 'x', n::text FROM generate_series(1, 2500) AS n`;
    const numbers = (await read())
      .split("\r\n")
      .slice(1, -1)
      .map((line) => Number(/^"(\d+)"/.exec(line)?.[1]));
    expect(numbers).toEqual(Array.from({ length: 2_500 }, (_, index) => 2_500 - index));
  });
});
