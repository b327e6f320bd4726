import "server-only";
import { type DbOrTransaction, db } from "../db";
import { ABOUT_COLUMNS, ABOUT_JOINS, type AboutRow, toAbout } from "./about-queries";
import type { FeedbackState } from "./states";
import type { FeedbackStatus } from "./types";

type Row = AboutRow & {
  state: FeedbackState;
  message: string | null;
  hasName: boolean;
  hasEmail: boolean;
  outcomeReason: string | null;
  changedAt: Date | null;
  receivedAt: Date;
  closedAt: Date | null;
  erasedAt: Date | null;
};

/**
 * What the reader who has a private link sees behind it; null where nothing is, whatever the token. Spam looks as if
 * it had just come in: nobody learns here what the filter takes.
 */
export async function findStatus(token: string): Promise<FeedbackStatus | null> {
  if (!isToken(token)) return null;
  const [row] = await db().$queryRaw<Row[]>`
    SELECT CASE f.state WHEN 'spam' THEN 'new' ELSE f.state::text END AS state, f.message,
      f.name IS NOT NULL AS "hasName", f.email IS NOT NULL AS "hasEmail", f."outcomeReason",
      v."createdAt" AS "changedAt", f."receivedAt", f."closedAt", f."erasedAt", ${ABOUT_COLUMNS}
    FROM "Feedback" f ${ABOUT_JOINS} LEFT JOIN "Revision" v ON v.id = f."revisionId"
    WHERE f."statusToken" = ${token}`;
  if (!row) return null;
  const { state, wouldPick, message, hasName, hasEmail, outcomeReason } = row;
  return {
    ...{ state, wouldPick, message, hasName, hasEmail, outcomeReason },
    about: toAbout(row),
    changedAt: row.changedAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    erasedAt: row.erasedAt?.toISOString() ?? null,
  };
}

/** The message behind a private link, by its id. */
export async function findIdByToken(tx: DbOrTransaction, token: string): Promise<string | null> {
  if (!isToken(token)) return null;
  const row = await tx.feedback.findUnique({ where: { statusToken: token }, select: { id: true } });
  return row?.id ?? null;
}

function isToken(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text);
}
