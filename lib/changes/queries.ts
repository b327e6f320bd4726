import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { Place } from "../cursor";
import { db } from "../db";
import type { Ring } from "../verdict/types";
import type { Change, ImportCounts, Stand, VerdictChange } from "./types";

type Outcome = Stand["outcome"];

type Row = {
  id: string;
  at: Date;
  kind: "comparison_added" | "verdict_changed" | "technology_added" | "rating_changed" | "import";
  slug: string | null;
  name: string | null;
  lead: string | null;
  left: string | null;
  leftName: string | null;
  right: string | null;
  rightName: string | null;
  category: string | null;
  summary: string | null;
  fromOutcome: Outcome | null;
  toOutcome: Outcome | null;
  fromPick: string | null;
  toPick: string | null;
  fromRing: Ring | null;
  toRing: Ring | null;
  reason: string | null;
  byReader: boolean;
  counts: Record<string, number> | null;
};

/** The longest history that a page shows. */
const LONGEST_HISTORY = 10;

/**
 * What changed for readers, newest first: `take` entries of the list at most, from a place on. What is not on the site
 * any more is left out, so there may be fewer. `more`: where the next page begins; null at the end. One statement.
 */
export async function listChanges(input: {
  take: number;
  before?: Place | undefined;
}): Promise<{ changes: Change[]; more: { at: string; id: string } | null }> {
  const { take, before } = input;
  const from = before ? Prisma.sql`AND (at, id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT told.id::text, told.at, told.kind::text, t.slug, t.name, t.lead,
      l.slug AS "left", l.name AS "leftName", r.slug AS "right", r.name AS "rightName", g.name AS category,
      COALESCE(c."shortAnswer", c.standfirst) AS summary,
      told."fromOutcome"::text, told."toOutcome"::text, fp.name AS "fromPick", tp.name AS "toPick",
      told."fromRing"::text, told."toRing"::text, told.reason, told.counts, ${byReader(Prisma.sql`told`)} AS "byReader"
    FROM (SELECT * FROM "Change" WHERE "importId" IS NULL ${from} ORDER BY at DESC, id DESC LIMIT ${take + 1}::int) AS told
    LEFT JOIN "Technology" t ON t.id = told."technologyId" AND t.state = 'live'
    LEFT JOIN "Comparison" c ON c.id = told."comparisonId" AND c.state = 'live'
    LEFT JOIN "Technology" l ON l.id = c."leftId" AND l.state = 'live'
    LEFT JOIN "Technology" r ON r.id = c."rightId" AND r.state = 'live'
    LEFT JOIN "Category" g ON g.id = l."categoryId"
    LEFT JOIN "Technology" fp ON fp.id = told."fromPickId"
    LEFT JOIN "Technology" tp ON tp.id = told."toPickId"
    ORDER BY told.at DESC, told.id DESC`;
  const last = rows.at(take - 1);
  return {
    changes: rows.slice(0, take).flatMap((row) => toChange(row) ?? []),
    more: rows.length > take && last ? { at: last.at.toISOString(), id: last.id } : null,
  };
}

/** Whether a publication followed a reader's message that was accepted with it. `change` is a row of Change. */
function byReader(change: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM "Revision" v JOIN "Feedback" f ON f."revisionId" = v.id
    WHERE v."comparisonId" = ${change}."comparisonId" AND v.number = ${change}.number
      AND f.state = 'accepted' AND v."createdAt" > f."receivedAt")`;
}

function toChange(row: Row): Change | null {
  const base = { id: row.id, at: row.at.toISOString() };
  if (row.kind === "import") return { ...base, kind: "import", counts: toCounts(row.counts ?? {}) };
  if (row.kind === "technology_added" || row.kind === "rating_changed") return toTechnologyChange(row, base);
  const { left, leftName, right, rightName, category, toOutcome } = row;
  if (!left || !leftName || !right || !rightName || !category || !toOutcome) return null;
  const comparison = {
    left: { slug: left, name: leftName },
    right: { slug: right, name: rightName },
    category,
  };
  const to = toStand(toOutcome, row.toPick);
  if (row.kind === "comparison_added" || !row.fromOutcome) {
    return {
      ...base,
      kind: "comparison-added",
      comparison,
      to,
      ...(row.summary !== null && { summary: row.summary }),
    };
  }
  const { reason, byReader: byOne } = row;
  const from = toStand(row.fromOutcome, row.fromPick);
  return {
    ...base,
    kind: "verdict-changed",
    comparison,
    from,
    to,
    byReader: byOne,
    ...(reason !== null && { reason }),
  };
}

function toTechnologyChange(row: Row, base: { id: string; at: string }): Change | null {
  const { slug, name, lead, fromRing: from, toRing: to } = row;
  if (!slug || !name || !lead) return null;
  const technology = { slug, name };
  const rated = to !== null && { to };
  if (row.kind === "technology_added") {
    return { ...base, kind: "technology-added", technology, ...rated, summary: lead };
  }
  return { ...base, kind: "rating-changed", technology, ...(from !== null && { from }), ...rated };
}

function toStand(outcome: Outcome, pick: string | null): Stand {
  return { outcome, ...(pick !== null && { pick }) };
}

function toCounts(counts: Record<string, number>): ImportCounts {
  return {
    comparisonsAdded: counts.comparison_added ?? 0,
    technologiesAdded: counts.technology_added ?? 0,
    verdictsChanged: counts.verdict_changed ?? 0,
    ratingsChanged: counts.rating_changed ?? 0,
  };
}

/** What `verdictHistory` gives. */
export type HistoryRow = Pick<
  Row,
  "fromOutcome" | "toOutcome" | "fromPick" | "toPick" | "reason" | "byReader"
> & {
  at: string;
};

/**
 * SQL for how the verdict of a pair's live comparison has changed, newest first, as JSON. The sides are ids, of the
 * statement around it. Changes that came with a large import are in it.
 */
export function verdictHistory(left: Prisma.Sql, right: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT COALESCE(json_agg(entry), '[]') FROM (
    SELECT past.at, past."fromOutcome", past."toOutcome", fp.name AS "fromPick", tp.name AS "toPick", past.reason,
      ${byReader(Prisma.sql`past`)} AS "byReader"
    FROM "Comparison" k JOIN "Change" past ON past."comparisonId" = k.id AND past.kind = 'verdict_changed'
    LEFT JOIN "Technology" fp ON fp.id = past."fromPickId"
    LEFT JOIN "Technology" tp ON tp.id = past."toPickId"
    WHERE LEAST(k."leftId", k."rightId") = LEAST(${left}, ${right})
      AND GREATEST(k."leftId", k."rightId") = GREATEST(${left}, ${right}) AND k.state = 'live'
    ORDER BY past.at DESC LIMIT ${LONGEST_HISTORY}::int) AS entry)`;
}

export function toHistory(rows: HistoryRow[]): VerdictChange[] {
  return rows.flatMap(({ at, fromOutcome, toOutcome, fromPick, toPick, reason, byReader: byOne }) => {
    if (!fromOutcome || !toOutcome) return [];
    return [
      {
        at: new Date(at).toISOString(),
        from: toStand(fromOutcome, fromPick),
        to: toStand(toOutcome, toPick),
        byReader: byOne,
        ...(reason !== null && { reason }),
      },
    ];
  });
}
