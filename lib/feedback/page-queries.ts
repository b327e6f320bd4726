import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { dependOn, readersTag } from "../cache";
import { type HistoryRow, toHistory, verdictHistory } from "../changes/queries";
import { db } from "../db";
import type { ReadersSay } from "./types";

type Row = { changedAt: Date | null; agrees: number; disagrees: number; history: HistoryRow[] };

/**
 * What readers made of a pair, in one statement: when the page last changed because one disagreed, how the votes on
 * its present verdict stand, and how that verdict has changed. All three are slugs; `pick` null is a verdict without a pick.
 */
export async function findReadersSay(page: {
  left: string;
  right: string;
  pick: string | null;
}): Promise<ReadersSay> {
  const { left, right, pick } = page;
  const [row] = await db().$queryRaw<Row[]>`
    SELECT
      (SELECT max(v."createdAt") FROM "Feedback" f JOIN "Revision" v ON v.id = f."revisionId"
       WHERE f.state = 'accepted' AND v."createdAt" > f."receivedAt" AND ((f."leftId" = l.id AND f."rightId" = r.id)
         OR (f."leftId" = r.id AND f."rightId" = l.id))) AS "changedAt",
      COALESCE(tally.agrees, 0) AS agrees, COALESCE(tally.disagrees, 0) AS disagrees,
      ${verdictHistory(Prisma.sql`l.id`, Prisma.sql`r.id`)} AS history
    FROM "Technology" l CROSS JOIN "Technology" r
    LEFT JOIN "VoteTally" tally ON tally."leftId" = LEAST(l.id, r.id) AND tally."rightId" = GREATEST(l.id, r.id)
      AND tally.verdict = CASE ${pick}::text WHEN l.slug THEN l.id::text WHEN r.slug THEN r.id::text ELSE 'none' END
    WHERE l.slug = ${left} AND r.slug = ${right}`;
  dependOn(readersTag(left, right));
  if (!row) return { changedAt: null, agrees: 0, disagrees: 0, history: [] };
  return { ...row, changedAt: row.changedAt?.toISOString() ?? null, history: toHistory(row.history) };
}
