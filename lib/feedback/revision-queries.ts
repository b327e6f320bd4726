import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type DbOrTransaction, db } from "../db";
import type { RevisionChoice } from "./types";

const MOST_CHOICES = 20;

type Row = Omit<RevisionChoice, "at"> & { at: Date };

/** SQL: what there is to say of "Revision" v; an item is called as it is called now. */
const COLUMNS = Prisma.sql`
  v.id::text, v.number, v.actor AS by, v."createdAt" AS at, v.reason,
  COALESCE(t.name, kl.name || ' vs ' || kr.name, '') AS item`;
const JOINS = Prisma.sql`
  LEFT JOIN "Technology" t ON t.id = v."technologyId"
  LEFT JOIN "Comparison" k ON k.id = v."comparisonId"
  LEFT JOIN "Technology" kl ON kl.id = k."leftId"
  LEFT JOIN "Technology" kr ON kr.id = k."rightId"`;

/** The newest publications of what a message is about, its comparison's and both technologies', newest first. */
export async function listRevisionChoices(feedbackId: string): Promise<RevisionChoice[]> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "Feedback" f
    CROSS JOIN LATERAL (
      (SELECT id FROM "Revision" WHERE "technologyId" = f."leftId" ORDER BY number DESC LIMIT ${MOST_CHOICES}::int)
      UNION ALL
      (SELECT id FROM "Revision" WHERE "technologyId" = f."rightId" ORDER BY number DESC LIMIT ${MOST_CHOICES}::int)
      UNION ALL
      (SELECT p.id FROM "Comparison" c JOIN "Revision" p ON p."comparisonId" = c.id
       WHERE LEAST(c."leftId", c."rightId") = LEAST(f."leftId", f."rightId")
         AND GREATEST(c."leftId", c."rightId") = GREATEST(f."leftId", f."rightId")
       ORDER BY p.number DESC LIMIT ${MOST_CHOICES}::int)
    ) AS chosen
    JOIN "Revision" v ON v.id = chosen.id ${JOINS}
    WHERE f.id = ${feedbackId}::uuid
    ORDER BY v."createdAt" DESC, v.id DESC LIMIT ${MOST_CHOICES}::int`;
  return rows.map(toChoice);
}

/** A publication by its id, as one of the choices. */
export async function findRevisionChoice(id: string): Promise<RevisionChoice | null> {
  const [row] = await db().$queryRaw<Row[]>`
    SELECT ${COLUMNS} FROM "Revision" v ${JOINS} WHERE v.id = ${id}::uuid`;
  return row ? toChoice(row) : null;
}

/** Whether a publication is one of the comparison, or of a technology, that a message is about. */
export async function isRevisionChoice(
  tx: DbOrTransaction,
  { leftId, rightId }: { leftId: string | null; rightId: string | null },
  revisionId: string,
): Promise<boolean> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT v.id::text FROM "Revision" v LEFT JOIN "Comparison" k ON k.id = v."comparisonId"
    WHERE v.id = ${revisionId}::uuid AND (v."technologyId" IN (${leftId}::uuid, ${rightId}::uuid)
      OR (k."leftId" IN (${leftId}::uuid, ${rightId}::uuid) AND k."rightId" IN (${leftId}::uuid, ${rightId}::uuid)))`;
  return found !== undefined;
}

function toChoice({ at, ...row }: Row): RevisionChoice {
  return { ...row, at: at.toISOString() };
}
