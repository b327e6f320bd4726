import "server-only";
import type { z } from "zod";
import { type ActionResult, done, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import { can } from "../auth/permissions";
import type { Actor } from "../auth/types";
import type { DbOrTransaction } from "../db";
import { isRevisionChoice } from "./revision-queries";
import type { acceptSchema, assignSchema, declineSchema, moveSchema, noteSchema, undoSchema } from "./schema";
import { isSameStanding, type Standing, standAs } from "./standing";
import { changeFeedback, eventOf, type Held, putState, type Stand, standOf } from "./state-mutations";
import { findUndoable } from "./undo-queries";

// What editors do with a message, but for mail and blocking.

type Work<Schema extends z.ZodType> = z.output<Schema> & { actor: Actor; now: Date };

/** The reader was right; `revisionId` is the publication that changed the page. They are told by mail, in a minute. */
export async function acceptFeedback(input: Work<typeof acceptSchema>): Promise<ActionResult<Stand>> {
  const { reason, revisionId, now } = input;
  return changeFeedback(input, async (tx, held) => {
    if (revisionId !== null && !(await isRevisionChoice(tx, held, revisionId))) {
      return refuse("invalid", "This cannot be accepted as it is.", {
        fields: { revisionId: "is not a publication of what this message is about" },
      });
    }
    return close(tx, held, { to: standAs("accepted", now, { reason, revisionId }), input });
  });
}

/** The page stays as it is, and why. They are told by mail, in a minute. */
export async function declineFeedback(input: Work<typeof declineSchema>): Promise<ActionResult<Stand>> {
  const { reason, now } = input;
  const to = standAs("declined", now, { reason, revisionId: null });
  return changeFeedback(input, (tx, held) => close(tx, held, { to, input }));
}

async function close(
  tx: DbOrTransaction,
  held: Held,
  { to, input }: { to: Standing; input: { actor: Actor; now: Date; reason: string } },
): Promise<ActionResult<Stand>> {
  if (isSameStanding(held, to)) return done(standOf(held));
  const { actor, now, reason } = input;
  const after = await putState(tx, held, { to, by: actor, now, tell: true });
  const action = to.state === "accepted" ? "feedback.accept" : "feedback.decline";
  await recordAudit(tx, { by: actor, action, item: auditItem(held), detail: { reason } });
  return done(standOf(after));
}

/** Into a state that needs nothing more said; a message that leaves the spam is news to the editors. */
export async function moveFeedback(input: Work<typeof moveSchema>): Promise<ActionResult<Stand>> {
  const { state, actor, now } = input;
  return changeFeedback(input, async (tx, held) => {
    if (held.state === state) return done(standOf(held));
    return done(standOf(await putState(tx, held, { to: standAs(state, now), by: actor, now })));
  });
}

/** Takes back the last change of state that is not taken back yet; asked again, the one before. */
export async function undoLast(input: Work<typeof undoSchema>): Promise<ActionResult<Stand>> {
  const { actor, now } = input;
  return changeFeedback(input, async (tx, held) => {
    const last = await findUndoable(tx, held.id);
    if (!last) return refuse("conflict", "There is nothing to undo.");
    const { eventId: undoes, before: to, calledOff: tell } = last;
    return done(standOf(await putState(tx, held, { to, by: actor, now, tell, undoes })));
  });
}

/** Gives a message to somebody, or, with null, to nobody. Whoever has a new one is reading it. */
export async function assignFeedback(input: Work<typeof assignSchema>): Promise<ActionResult<Stand>> {
  const { assigneeId, actor, now } = input;
  return changeFeedback(input, async (tx, held) => {
    if (held.assigneeId === assigneeId) return done(standOf(held));
    const name = assigneeId === null ? null : await findAssigneeName(tx, assigneeId);
    if (assigneeId !== null && name === null) {
      return refuse("invalid", "This cannot be given to them.", {
        fields: { assigneeId: "is not somebody who works on messages" },
      });
    }
    const version = held.version + 1;
    await tx.feedback.update({ where: { id: held.id }, data: { assigneeId, version }, select: { id: true } });
    await tx.feedbackEvent.create({
      data: {
        ...eventOf(held, actor, now),
        kind: "assignment",
        before: { assigneeId: held.assigneeId },
        after: { assigneeId, name },
      },
      select: { id: true },
    });
    const given = { ...held, assigneeId, version };
    if (assigneeId === null || held.state !== "new") return done(standOf(given));
    return done(standOf(await putState(tx, given, { to: standAs("open", now), by: actor, now })));
  });
}

async function findAssigneeName(tx: DbOrTransaction, id: string): Promise<string | null> {
  const user = await tx.user.findUnique({
    where: { id },
    select: { name: true, role: true, disabledAt: true },
  });
  return user && user.disabledAt === null && can(user.role, "feedback.work") ? user.name : null;
}

/** A note for the editors alone. What is erased stays so: nobody writes down again what it said. */
export async function addNote(input: Work<typeof noteSchema>): Promise<ActionResult<Stand>> {
  const { text, actor, now } = input;
  return changeFeedback({ id: input.id }, async (tx, held) => {
    if (held.erasedAt !== null) return refuse("conflict", "This message has been erased.");
    const data = { ...eventOf(held, actor, now), kind: "note", text } as const;
    await tx.feedbackEvent.create({ data, select: { id: true } });
    return done(standOf(held));
  });
}

/** A message as the audit log names it: by nothing that its reader wrote. */
export function auditItem({ id, number }: { id: string; number: number }) {
  return { id, name: `message #${number}` };
}
