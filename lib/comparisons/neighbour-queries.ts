import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { dependOn, nameTag } from "../cache";
import { db } from "../db";
import type { Pair } from "../pair/pair";
import type { NamedPair } from "../verdict/types";

/** How many comparisons are looked through on either side: a page costs the same however many there are. */
const FARTHEST = 60;

export type CuratedNeighbours = { previous: NamedPair | null; next: NamedPair | null };

type Row = Record<"way" | "left" | "leftName" | "right" | "rightName", string>;

/**
 * The live curated comparisons next to a pair's own (by its sides' live slugs), in the same category, the left side's,
 * and in the order in which they came onto file: the newer one is `previous`, as in lists. One statement.
 */
export async function findCuratedNeighbours({ left, right }: Pair): Promise<CuratedNeighbours> {
  const rows = await db().$queryRaw<Row[]>`
    WITH here AS (
      SELECT c.id, l."categoryId" FROM "Technology" l
      CROSS JOIN "Technology" r
      JOIN "Comparison" c ON LEAST(c."leftId", c."rightId") = LEAST(l.id, r.id)
        AND GREATEST(c."leftId", c."rightId") = GREATEST(l.id, r.id) AND c.state = 'live'
      WHERE l.slug = ${left} AND r.slug = ${right}
    )
    SELECT 'previous' AS way, near.* FROM here
    CROSS JOIN LATERAL (${nearest(Prisma.sql`c.id > here.id`, Prisma.sql`ASC`)}) AS near
    UNION ALL
    SELECT 'next' AS way, near.* FROM here
    CROSS JOIN LATERAL (${nearest(Prisma.sql`c.id < here.id`, Prisma.sql`DESC`)}) AS near`;
  dependOn(...rows.flatMap((row) => [nameTag(row.left), nameTag(row.right)]));
  const pairOf = (way: string): NamedPair | null => {
    const row = rows.find((found) => found.way === way);
    if (!row) return null;
    return { left: { slug: row.left, name: row.leftName }, right: { slug: row.right, name: row.rightName } };
  };
  return { previous: pairOf("previous"), next: pairOf("next") };
}

function nearest(side: Prisma.Sql, direction: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT l.slug AS "left", l.name AS "leftName", r.slug AS "right", r.name AS "rightName"
    FROM (
      SELECT c.id, c."leftId", c."rightId" FROM "Comparison" c
      WHERE c.state = 'live' AND ${side} ORDER BY c.id ${direction} LIMIT ${FARTHEST}
    ) AS c
    JOIN "Technology" l ON l.id = c."leftId" AND l.state = 'live' AND l."categoryId" = here."categoryId"
    JOIN "Technology" r ON r.id = c."rightId" AND r.state = 'live'
    ORDER BY c.id ${direction} LIMIT 1`;
}
