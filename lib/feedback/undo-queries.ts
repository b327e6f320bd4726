import "server-only";
import type { DbOrTransaction } from "../db";
import type { Standing } from "./standing";

/** The change that an undo would take back; `calledOff`: it kept a mail about the outcome before from being sent. */
export type Undoable = { eventId: string; before: Standing; calledOff: boolean };

/**
 * The last change of a message's state that is neither an undo nor undone already. An undo names in its event what it
 * undoes; each event holds the version that it made, because clocks of two machines may differ.
 */
export async function findUndoable(tx: DbOrTransaction, feedbackId: string): Promise<Undoable | null> {
  const [found] = await tx.$queryRaw<Undoable[]>`
    SELECT e.id::text AS "eventId", e.before, COALESCE((e.after ->> 'calledOff')::boolean, false) AS "calledOff"
    FROM "FeedbackEvent" e
    WHERE e."feedbackId" = ${feedbackId}::uuid AND e.kind = 'state' AND e.after ->> 'undoes' IS NULL
      AND e.id::text NOT IN (
        SELECT u.after ->> 'undoes' FROM "FeedbackEvent" u
        WHERE u."feedbackId" = ${feedbackId}::uuid AND u.kind = 'state' AND u.after ->> 'undoes' IS NOT NULL)
    ORDER BY (e.after ->> 'version')::int DESC LIMIT 1`;
  return found ?? null;
}
