import "server-only";
import { type ActionResult, refuse } from "../actions/result";
import type { By } from "../audit/mutations";
import { type DbOrTransaction, db } from "../db";
import { queueMail } from "../mail/outbox-mutations";
import { callOffOutcome } from "./call-off-mutations";
import { tellEditors, thankReader } from "./notice-mutations";
import type { Standing } from "./standing";
import type { FeedbackState } from "./states";

// What every change to a message begins and ends with.

/** For so long an undo calls off the mail about an outcome. */
const REGRET_MS = 60_000;

/** A message that this transaction has for itself. */
export type Held = Standing & {
  id: string;
  number: number;
  version: number;
  leftId: string | null;
  rightId: string | null;
  assigneeId: string | null;
  email: string | null;
  emailHash: string | null;
  networkHash: string | null;
  noticeId: string | null;
  erasedAt: Date | null;
};

/** How a message stands after a change: what the next one has to name, and its state. */
export type Stand = { version: number; state: FeedbackState };

export function standOf({ version, state }: Held): Stand {
  return { version, state };
}

/**
 * Runs a change to one message in a transaction of its own, while other changes to it wait. Refused when there is no
 * such message, or when it has another version than the one that was seen.
 */
export async function changeFeedback<T>(
  asked: { id: string; version?: number },
  change: (tx: DbOrTransaction, held: Held) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  return db().$transaction(async (tx): Promise<ActionResult<T>> => {
    const held = await holdFeedback(tx, asked.id);
    if (!held) return refuse("not-found", "There is no such message.");
    if (asked.version !== undefined && held.version !== asked.version) {
      return refuse("stale", "Somebody else has changed this just now. Look again.");
    }
    return change(tx, held);
  });
}

async function holdFeedback(tx: DbOrTransaction, id: string): Promise<Held | null> {
  const [row] = await tx.$queryRaw<(Omit<Held, "closedAt"> & { closedAt: Date | null })[]>`
    SELECT id::text, number, version, state::text AS state, "outcomeReason", "revisionId"::text AS "revisionId",
      "closedAt", "leftId"::text AS "leftId", "rightId"::text AS "rightId", "assigneeId"::text AS "assigneeId", email,
      "emailHash", "networkHash", "noticeId"::text AS "noticeId", "erasedAt"
    FROM "Feedback" WHERE id = ${id}::uuid FOR UPDATE`;
  return row ? { ...row, closedAt: row.closedAt?.toISOString() ?? null } : null;
}

/**
 * Puts a message into another state, with the event that an undo finds; of mails about an outcome at most one is
 * queued at a time. `tell`: the reader is told of the outcome. `undoes`: the event that this takes back.
 */
export async function putState(
  tx: DbOrTransaction,
  held: Held,
  change: { to: Standing; by: By; now: Date; tell?: boolean; undoes?: string },
): Promise<Held> {
  const { to, by, now, tell = false, undoes } = change;
  const calledOff = await callOffOutcome(tx, held.id);
  const version = held.version + 1;
  await tx.feedback.update({ where: { id: held.id }, data: { ...to, version }, select: { id: true } });
  const { state, outcomeReason, revisionId, closedAt } = held;
  await tx.feedbackEvent.create({
    data: {
      ...eventOf(held, by, now),
      kind: "state",
      before: { state, outcomeReason, revisionId, closedAt },
      after: { ...to, version, ...(calledOff && { calledOff }), ...(undoes !== undefined && { undoes }) },
    },
    select: { id: true },
  });
  if (tell && held.email !== null) {
    await queueMail(tx, {
      kind: "outcome",
      feedbackId: held.id,
      notBefore: new Date(now.getTime() + REGRET_MS),
    });
  }
  const released = state === "spam" && to.state === "new" && held.noticeId === null;
  if (released && held.erasedAt === null) {
    await tellEditors(tx, { feedbackId: held.id, now });
    if (held.emailHash !== null)
      await thankReader(tx, { feedbackId: held.id, emailHash: held.emailHash, now });
  }
  return { ...held, ...to, version };
}

/** What every event says: of which message it is, who did it and when. */
export function eventOf({ id }: { id: string }, by: By, now: Date) {
  return { feedbackId: id, at: now, actor: by.name, actorId: by.id ?? null };
}
