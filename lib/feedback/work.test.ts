import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "../auth/types";
import { db } from "../db";
import { makeActor } from "../testing/accounts";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addComparison, addFeedback } from "../testing/feedback";
import { blockSender, unblockSender } from "./block-mutations";
import { findFeedback } from "./item-queries";
import { replyByMail } from "./reply-mutations";
import { listRevisionChoices } from "./revision-queries";
import { isSameStanding, type Standing, standAs } from "./standing";
import type { Stand } from "./state-mutations";
import { FEEDBACK_STATES } from "./states";
import {
  acceptFeedback,
  addNote,
  assignFeedback,
  declineFeedback,
  moveFeedback,
  undoLast,
} from "./work-mutations";

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
let ids: Awaited<ReturnType<typeof addComparison>>;
beforeEach(async () => {
  await emptyTestDatabase();
  ada = await makeActor("editor", "Ada");
  ids = await addComparison();
});

const T0 = Date.UTC(2026, 10, 22, 10);
const at = (second: number) => new Date(T0 + second * 1_000);
const now = at(0);

/** About Beta and Alpha, from somebody who can be answered. */
const add = (fields: Parameters<typeof addFeedback>[0] = {}) =>
  addFeedback({ leftId: ids.beta, rightId: ids.alpha, email: "reader@home.example", ...fields });

const rowOf = (id: string) => db().feedback.findUniqueOrThrow({ where: { id } });
const eventsOf = (feedbackId: string) =>
  db().feedbackEvent.findMany({ where: { feedbackId }, orderBy: [{ at: "asc" }, { id: "asc" }] });
const mailsOf = (feedbackId: string) =>
  db().mail.findMany({ where: { feedbackId }, orderBy: { number: "asc" } });

function value<T>(result: { ok: true; value: T } | { ok: false; message: string }): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

describe("an outcome", () => {
  it("closes the message with its reason, and the reader is told in a minute", async () => {
    const { id } = await add();
    const reason = "You are right: Alpha does this in one file now.";
    const accepted = await acceptFeedback({
      ...{ id, version: 1, reason, revisionId: ids.revisions.pair, actor: ada, now },
    });
    expect(accepted).toEqual({ ok: true, value: { version: 2, state: "accepted" } });
    expect(await rowOf(id)).toMatchObject({
      ...{
        state: "accepted",
        outcomeReason: reason,
        revisionId: ids.revisions.pair,
        closedAt: now,
        version: 2,
      },
    });
    const [mail, ...more] = await mailsOf(id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: "outcome", state: "queued", notBefore: at(60) });
    const [job] = await db().$queryRaw<{ run_at: Date }[]>`SELECT run_at FROM graphile_worker.jobs`;
    expect(job?.run_at).toEqual(at(60));
    const [entry] = await db().auditEntry.findMany({ where: { action: "feedback.accept" } });
    expect(entry).toMatchObject({ actor: "Ada", actorId: ada.id, itemId: id, item: "message #1" });
  });

  it("is not mailed to somebody who left no address", async () => {
    const { id } = await add({ email: null });
    value(await declineFeedback({ id, version: 1, reason: "No.", actor: ada, now }));
    expect(await rowOf(id)).toMatchObject({ state: "declined", outcomeReason: "No.", revisionId: null });
    expect(await mailsOf(id)).toEqual([]);
  });

  it("names only a publication of what the message is about", async () => {
    const { id } = await add();
    const accept = (revisionId: string) =>
      acceptFeedback({ id, version: 1, reason: "Yes.", revisionId, actor: ada, now });
    for (const revisionId of [ids.revisions.gamma, randomUUID()]) {
      expect(await accept(revisionId)).toMatchObject({
        ...{
          ok: false,
          code: "invalid",
          fields: { revisionId: expect.stringContaining("not a publication") },
        },
      });
    }
    expect(await rowOf(id)).toMatchObject({ state: "new", version: 1 });
    expect(await eventsOf(id)).toEqual([]);
    expect(await accept(ids.revisions.alpha)).toMatchObject({ ok: true });
    const other = await addFeedback();
    expect(
      await acceptFeedback({
        ...{ id: other.id, version: 1, reason: "Yes.", revisionId: ids.revisions.alpha, actor: ada, now },
      }),
    ).toMatchObject({ ok: false, code: "invalid" });
  });

  it("offers the publications of the comparison and of both its technologies, newest first", async () => {
    const { id } = await add();
    await db().revision.create({
      data: {
        ...{ technologyId: ids.alpha, number: 2, snapshot: {}, actor: "Ada", reason: "A reader was right" },
        createdAt: new Date(Date.now() + 1_000),
      },
    });
    const choices = await listRevisionChoices(id);
    expect(choices[0]).toMatchObject({ item: "Alpha", number: 2, by: "Ada", reason: "A reader was right" });
    expect(choices.map(({ item }) => item).sort()).toEqual(["Alpha", "Alpha", "Beta", "Beta vs Alpha"]);
    expect(await listRevisionChoices((await addFeedback()).id)).toEqual([]);
  });

  it("has one mail at most on its way: a second thought calls the first off", async () => {
    const { id } = await add();
    value(await acceptFeedback({ id, version: 1, reason: "Yes.", revisionId: null, actor: ada, now }));
    value(await declineFeedback({ id, version: 2, reason: "No, after all.", actor: ada, now: at(5) }));
    expect((await mailsOf(id)).map(({ state, error }) => [state, error])).toEqual([
      ["unsent", "The decision was changed before this was sent."],
      ["queued", null],
    ]);
    // Back to what was said first: that mail had not gone out, so it is due again.
    value(await undoLast({ id, version: 3, actor: ada, now: at(10) }));
    expect((await mailsOf(id)).map(({ state }) => state)).toEqual(["unsent", "unsent", "queued"]);
    value(await undoLast({ id, version: 4, actor: ada, now: at(15) }));
    expect((await mailsOf(id)).map(({ state }) => state)).toEqual(["unsent", "unsent", "unsent"]);
    expect(await rowOf(id)).toMatchObject({ state: "new", outcomeReason: null, closedAt: null, version: 5 });
  });

  it("leaves a mail alone that is being sent, or was", async () => {
    const { id } = await add();
    value(await acceptFeedback({ id, version: 1, reason: "Yes.", revisionId: null, actor: ada, now }));
    await db().mail.updateMany({ data: { attempts: 1 } });
    value(await undoLast({ id, version: 2, actor: ada, now: at(90) }));
    expect(await mailsOf(id)).toMatchObject([{ state: "queued", attempts: 1 }]);
  });

  it("said again word for word is the same one", async () => {
    const { id } = await add();
    const accept = (version: number) =>
      acceptFeedback({ id, version, reason: "Yes.", revisionId: null, actor: ada, now });
    value(await accept(1));
    expect(await accept(2)).toEqual({ ok: true, value: { version: 2, state: "accepted" } });
    expect(await mailsOf(id)).toHaveLength(1);
    expect(await eventsOf(id)).toHaveLength(1);
  });
});

describe("two editors", () => {
  type Asked = { id: string; version: number; actor: Actor; now: Date };
  const COMMANDS: [string, (asked: Asked) => Promise<{ ok: boolean }>][] = [
    ["accept", (asked) => acceptFeedback({ ...asked, reason: "Yes.", revisionId: null })],
    ["decline", (asked) => declineFeedback({ ...asked, reason: "No." })],
    ["move", (asked) => moveFeedback({ ...asked, state: "answered" })],
    ["undo", (asked) => undoLast(asked)],
    ["assign", (asked) => assignFeedback({ ...asked, assigneeId: ada.id })],
  ];

  it.each(COMMANDS)("cannot both go on from one version: %s", async (_name, command) => {
    const { id } = await add();
    value(await moveFeedback({ id, version: 1, state: "open", actor: ada, now }));
    const results = await Promise.all(
      Array.from({ length: 4 }, () => command({ id, version: 2, actor: ada, now })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok)) {
      expect(result).toMatchObject({
        ...{ code: "stale", message: "Somebody else has changed this just now. Look again." },
      });
    }
    expect((await rowOf(id)).version).toBe(3);
  });

  it.each(COMMANDS)("are told of a message that is not there: %s", async (_name, command) => {
    expect(await command({ id: randomUUID(), version: 1, actor: ada, now })).toMatchObject({
      ...{ ok: false, code: "not-found" },
    });
  });
});

describe("states", () => {
  it.each(FEEDBACK_STATES)("every one can be left for every other, and come back to: %s", async (from) => {
    const outcome = from === "accepted" || from === "declined" ? { outcomeReason: "So." } : {};
    for (const to of ["new", "open", "answered", "spam"] as const) {
      if (to === from) continue;
      const { id } = await add({ state: from, ...outcome });
      const before = await rowOf(id);
      value(await moveFeedback({ id, version: 1, state: to, actor: ada, now }));
      const closed = to === "answered" ? now : null;
      expect(await rowOf(id)).toMatchObject({ state: to, closedAt: closed, outcomeReason: null });
      value(await undoLast({ id, version: 2, actor: ada, now: at(1) }));
      const { state, closedAt, outcomeReason } = before;
      expect(await rowOf(id)).toMatchObject({ state, closedAt, outcomeReason, version: 3 });
      expect((await findFeedback(id))?.undoTo).toBeNull();
    }
  });

  it("a message released from the spam is news to the editors, once", async () => {
    const { id } = await add({ state: "spam" });
    value(await moveFeedback({ id, version: 1, state: "new", actor: ada, now }));
    const { noticeId } = await rowOf(id);
    expect(await mailsOf(id)).toMatchObject([{ id: noticeId, kind: "feedback", state: "queued" }]);
    value(await undoLast({ id, version: 2, actor: ada, now }));
    value(await moveFeedback({ id, version: 3, state: "new", actor: ada, now }));
    expect(await rowOf(id)).toMatchObject({ state: "new", noticeId });
    expect(await db().mail.count()).toBe(1);
  });

  it("whatever is done and undone, undoing goes back step by step the way it came", async () => {
    const step = fc.oneof(
      { weight: 2, arbitrary: fc.constant({ do: "undo" } as const) },
      fc.record({
        do: fc.constant("accept" as const),
        reason: fc.constantFrom("Yes.", "Indeed."),
        linked: fc.boolean(),
      }),
      fc.record({ do: fc.constant("decline" as const), reason: fc.constantFrom("No.", "Not yet.") }),
      {
        weight: 2,
        arbitrary: fc.record({
          do: fc.constant("move" as const),
          state: fc.constantFrom("new", "open", "answered", "spam"),
        }),
      },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const { id } = await add({ noticeId: null });
        const past: Standing[] = [];
        let current = standAs("new", now);
        let version = 1;
        const run = async (to: Standing | null, work: () => Promise<{ ok: boolean; value?: Stand }>) => {
          const result = await work();
          if (to === null) return expect(result).toMatchObject({ ok: false, code: "conflict" });
          if (!isSameStanding(current, to)) version += 1;
          current = isSameStanding(current, to) ? current : to;
          expect(result).toEqual({ ok: true, value: { version, state: to.state } });
          const { state, outcomeReason, revisionId, closedAt } = await rowOf(id);
          expect({ state, outcomeReason, revisionId, closedAt: closedAt?.toISOString() ?? null }).toEqual(
            current,
          );
          expect(await db().mail.count({ where: { feedbackId: id, kind: "outcome", state: "queued" } })).toBe(
            state === "accepted" || state === "declined" ? 1 : 0,
          );
        };
        const undo = async (second: number) => {
          const to = past.pop() ?? null;
          // An undo is a change of its own, also where it comes back to the same words.
          await run(to, () => undoLast({ id, version, actor: ada, now: at(second) }));
        };
        const go = (to: Standing, work: () => Promise<{ ok: boolean; value?: Stand }>) => {
          if (!isSameStanding(current, to)) past.push(current);
          return run(to, work);
        };
        for (const [index, one] of steps.entries()) {
          const time = at(index);
          const asked = { id, version, actor: ada, now: time };
          if (one.do === "undo") await undo(index);
          else if (one.do === "move")
            await go(standAs(one.state, time), () => moveFeedback({ ...asked, state: one.state }));
          else {
            const { reason } = one;
            const revisionId = one.do === "accept" && one.linked ? ids.revisions.alpha : null;
            const to = standAs(one.do === "accept" ? "accepted" : "declined", time, { reason, revisionId });
            await go(to, () =>
              one.do === "accept"
                ? acceptFeedback({ ...asked, reason, revisionId })
                : declineFeedback({ ...asked, reason }),
            );
          }
        }
        for (const [index] of [...past].entries()) await undo(100 + index);
        expect(current.state).toBe("new");
        expect(await undoLast({ id, version, actor: ada, now })).toMatchObject({ code: "conflict" });
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  }, 120_000);
});

describe("assigning", () => {
  it("has a new message read, by somebody who works on messages", async () => {
    const { id } = await add();
    const assign = (version: number, assigneeId: string | null) =>
      assignFeedback({ id, version, assigneeId, actor: ada, now });
    const author = await makeActor("author", "Ben");
    const gone = await makeActor("editor", "Cleo");
    await db().user.update({ where: { id: gone.id }, data: { disabledAt: now } });
    for (const one of [author.id, gone.id, randomUUID()]) {
      expect(await assign(1, one)).toMatchObject({
        code: "invalid",
        fields: { assigneeId: expect.any(String) },
      });
    }
    const { version, state } = value(await assign(1, ada.id));
    expect(state).toBe("open");
    expect(await rowOf(id)).toMatchObject({ assigneeId: ada.id, state: "open", version });
    // What is undone is the state; whose it is stays.
    const undone = value(await undoLast({ id, version, actor: ada, now: at(1) }));
    expect(await rowOf(id)).toMatchObject({ assigneeId: ada.id, state: "new" });
    value(await assign(undone.version, null));
    const item = await findFeedback(id);
    expect(item).toMatchObject({ assigneeId: null, state: "new" });
    expect(item?.events.filter(({ kind }) => kind === "assignment")).toMatchObject([
      { by: "Ada", to: "Ada" },
      { by: "Ada", to: null },
    ]);
  });
});

describe("replying", () => {
  const reply = (id: string, more: { key?: string; close?: boolean; text?: string } = {}) =>
    replyByMail({ id, key: randomUUID(), text: "Thank you.", close: false, actor: ada, now, ...more });

  it("queues one mail for one key, however often and however many at once", async () => {
    const { id } = await add();
    const key = randomUUID();
    const results = await Promise.all(Array.from({ length: 5 }, () => reply(id, { key })));
    for (const result of results) expect(result).toEqual({ ok: true, value: { version: 2, state: "open" } });
    expect(await mailsOf(id)).toMatchObject([{ kind: "reply", eventId: key, state: "queued" }]);
    const item = await findFeedback(id);
    expect(item?.events.find((event) => event.kind === "reply")).toMatchObject({
      ...{ id: key, text: "Thank you.", mail: { kind: "reply", state: "queued" } },
    });
    const other = await add();
    expect(await reply(other.id, { key })).toMatchObject({ ok: false, code: "conflict" });
    expect(await mailsOf(other.id)).toEqual([]);
  });

  it.each([
    ["new", false, "open"],
    ["new", true, "answered"],
    ["open", true, "answered"],
    ["open", false, "open"],
    ["spam", false, "spam"],
    ["declined", true, "declined"],
  ] as const)("to a message that is %s, closing %s, leaves it %s", async (state, close, after) => {
    const { id } = await add({ state, ...(state === "declined" && { outcomeReason: "No." }) });
    expect(value(await reply(id, { close })).state).toBe(after);
    expect((await eventsOf(id)).filter(({ kind }) => kind === "state")).toHaveLength(state === after ? 0 : 1);
  });

  it("is refused where there is nobody to write to", async () => {
    const { id } = await add({ email: null });
    expect(await reply(id)).toMatchObject({ ok: false, code: "conflict" });
    expect(await eventsOf(id)).toEqual([]);
  });

  it("is refused where the site sends no mail", async () => {
    const { id } = await add();
    const url = process.env.SMTP_URL;
    vi.resetModules();
    process.env.SMTP_URL = "";
    const { replyByMail: mailless } = await import("./reply-mutations");
    const refused = await mailless({ id, key: randomUUID(), text: "Hello", close: true, actor: ada, now });
    process.env.SMTP_URL = url;
    expect(refused).toMatchObject({ ok: false, code: "conflict", message: "This site sends no mail." });
    expect(await eventsOf(id)).toEqual([]);
  });
});

describe("notes and blocks", () => {
  it("keeps notes in order, and nothing else changes", async () => {
    const { id } = await add();
    for (const [index, text] of ["One", "Two"].entries())
      value(await addNote({ id, text, actor: ada, now: at(index) }));
    const item = await findFeedback(id);
    expect(item?.events).toMatchObject([
      { kind: "note", text: "One", by: "Ada" },
      { kind: "note", text: "Two", by: "Ada" },
    ]);
    expect(item).toMatchObject({ state: "new", version: 1 });
  });

  it("blocks a sender until they are unblocked, also once the hash is gone from the message", async () => {
    const { id } = await add({ networkHash: "n1", emailHash: "e1" });
    const blocked = async () => (await findFeedback(id))?.blocked;
    const block = (what: "network" | "email", second: number) =>
      blockSender({ id, what, actor: ada, now: at(second) });
    expect(await blocked()).toEqual({ network: false, email: false });
    value(await block("network", 1));
    value(await block("network", 2));
    value(await block("email", 3));
    expect(await blocked()).toEqual({ network: true, email: true });
    expect((await db().blockedSender.findMany()).map(({ hash }) => hash).sort()).toEqual(["e1", "n1"]);
    expect(await rowOf(id)).toMatchObject({ state: "new", version: 1 });
    await db().feedback.update({ where: { id }, data: { networkHash: null } });
    expect(await blocked()).toEqual({ network: true, email: true });
    value(await unblockSender({ id, what: "network", actor: ada, now: at(4) }));
    expect(await blocked()).toEqual({ network: null, email: true });
    expect((await db().blockedSender.findMany()).map(({ hash }) => hash)).toEqual(["e1"]);
    expect(await block("network", 5)).toMatchObject({ ok: false, code: "conflict" });
    value(await unblockSender({ id, what: "network", actor: ada, now: at(6) }));
    const entries = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(entries.map(({ action }) => action).filter((action) => action.startsWith("feedback."))).toEqual([
      ...["feedback.block", "feedback.block", "feedback.unblock"],
    ]);
  });
});
