import "server-only";
import { db } from "../db";
import { ABOUT_COLUMNS, ABOUT_JOINS, type AboutRow, toAbout } from "./about-queries";
import { findBlock, hashOf, type Sender } from "./block-queries";
import { listHistory } from "./event-queries";
import { findRevisionChoice } from "./revision-queries";
import { type FeedbackState, SUSPICIONS } from "./states";
import type { FeedbackItem } from "./types";
import { findUndoable } from "./undo-queries";

type Row = AboutRow &
  Sender & {
    number: number;
    version: number;
    state: FeedbackState;
    message: string | null;
    builtWith: string | null;
    name: string | null;
    email: string | null;
    suspicions: string[];
    outcomeReason: string | null;
    revisionId: string | null;
    assigneeId: string | null;
    assignee: string | null;
    statusToken: string;
    noticeId: string | null;
    receivedAt: Date;
    closedAt: Date | null;
    namesErasedAt: Date | null;
    erasedAt: Date | null;
  };

/** A message with all that was done with it; null where there is none, whatever the id. */
export async function findFeedback(id: string): Promise<FeedbackItem | null> {
  const row = await findRow(id);
  if (!row) return null;
  const [history, undoable, revision, network, email] = await Promise.all([
    listHistory(row),
    findUndoable(db(), row.id),
    row.revisionId === null ? null : findRevisionChoice(row.revisionId),
    findBlocked(row, "network"),
    findBlocked(row, "email"),
  ]);
  const { number, version, state, message, builtWith, name, wouldPick } = row;
  const { outcomeReason, assigneeId, assignee } = row;
  return {
    ...{ id: row.id, number, version, state, message, builtWith, name, email: row.email, wouldPick },
    ...{ outcomeReason, assigneeId, assignee, revision },
    about: toAbout(row),
    suspicions: SUSPICIONS.filter((one) => row.suspicions.includes(one)),
    receivedAt: row.receivedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    namesErasedAt: row.namesErasedAt?.toISOString() ?? null,
    erasedAt: row.erasedAt?.toISOString() ?? null,
    blocked: { network, email },
    undoTo: undoable?.before.state ?? null,
    statusPath: `/feedback/status/${row.statusToken}`,
    ...history,
  };
}

async function findRow(id: string): Promise<Row | null> {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return null;
  const [row] = await db().$queryRaw<Row[]>`
    SELECT f.id::text, f.number, f.version, f.state::text AS state, f.message, f."builtWith", f.name, f.email,
      f."emailHash", f."networkHash", COALESCE(f.suspicions, '{}') AS suspicions, f."outcomeReason",
      f."revisionId"::text AS "revisionId", f."assigneeId"::text AS "assigneeId", u.name AS assignee,
      f."statusToken", f."noticeId"::text AS "noticeId", f."receivedAt", f."closedAt", f."namesErasedAt", f."erasedAt", ${ABOUT_COLUMNS}
    FROM "Feedback" f ${ABOUT_JOINS} LEFT JOIN "User" u ON u.id = f."assigneeId"
    WHERE f.id = ${id}::uuid`;
  return row ?? null;
}

/** Null where it is not known any more where the message came from, and it was not blocked from here. */
async function findBlocked(sender: Sender, what: "network" | "email"): Promise<boolean | null> {
  if ((await findBlock(db(), sender, what)) !== null) return true;
  return hashOf(sender, what) === null ? null : false;
}
