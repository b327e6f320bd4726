import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import { requireEnv } from "../env";
import { ABOUT_JOINS } from "./about-queries";
import { CSV_START, csvLine } from "./csv";
import { findConditions } from "./inbox-queries";
import type { InboxQuery } from "./schema";

const BATCH = 1_000;
/** Higher than any message's number. */
const BEYOND = 2_147_483_647;

type Row = {
  id: string;
  number: number;
  receivedAt: Date;
  state: string;
  about: string | null;
  wouldPick: string | null;
  message: string | null;
  builtWith: string | null;
  name: string | null;
  email: string | null;
  assignee: string | null;
  outcomeReason: string | null;
  changedAt: Date | null;
  closedAt: Date | null;
  suspicions: string[];
};

const HEADINGS = [
  ...["Number", "Received", "State", "About", "Would pick", "Message", "Built with", "Name", "E-mail"],
  ...["Assignee", "Reason", "Page changed", "Closed", "Suspicions", "Address"],
];

/**
 * The messages that are asked for as the parts of a CSV file, newest first. They are read as the file is: whoever stops reading stops the reading.
 */
export async function* readCsv(query: Omit<InboxQuery, "page">, actorId: string): AsyncGenerator<string> {
  yield CSV_START + csvLine(HEADINGS);
  const where = await findConditions(query, actorId);
  if (!where) return;
  let before = BEYOND;
  for (;;) {
    const rows = await listRows(where, before, BATCH);
    if (rows.length > 0) yield rows.map((row) => csvLine(toCells(row))).join("");
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return;
    before = last.number;
  }
}

function listRows(where: Prisma.Sql, before: number, take: number): Promise<Row[]> {
  return db().$queryRaw<Row[]>`
    SELECT f.id::text, f.number, f."receivedAt", f.state::text AS state, l.name || ' vs ' || r.name AS about,
      CASE WHEN f."leftId" IS NULL THEN NULL ELSE COALESCE(w.name, 'neither') END AS "wouldPick", f.message,
      f."builtWith", f.name, f.email, u.name AS assignee, f."outcomeReason", v."createdAt" AS "changedAt",
      f."closedAt", COALESCE(f.suspicions, '{}') AS suspicions
    FROM (
      SELECT f.* FROM "Feedback" f WHERE f.number < ${before}::int AND ${where}
      ORDER BY f.number DESC LIMIT ${take}::int
    ) AS f ${ABOUT_JOINS}
    LEFT JOIN "User" u ON u.id = f."assigneeId"
    LEFT JOIN "Revision" v ON v.id = f."revisionId"
    ORDER BY f.number DESC`;
}

function toCells(row: Row): (string | number | null)[] {
  const { id, number, state, about, wouldPick, message, builtWith, name, email, assignee } = row;
  return [
    ...[number, row.receivedAt.toISOString(), state, about, wouldPick, message, builtWith, name, email],
    ...[
      assignee,
      row.outcomeReason,
      row.changedAt?.toISOString() ?? null,
      row.closedAt?.toISOString() ?? null,
    ],
    ...[row.suspicions.join(", "), `${requireEnv().SITE_URL}/admin/feedback/${id}`],
  ];
}
