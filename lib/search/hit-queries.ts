import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { readRows } from "../db";
import type { Kind, Ring } from "../verdict/types";
import type { Hit, Reason } from "./types";

// What all statements of a search have in common. The forms of a text that are compared (search_fold and others) are
// made in the database alone, by the functions of the migration "search".

/** That a technology is live, said so that no index is chosen for it: it would be one that reads all of them. */
export const LIVE = Prisma.sql`state::text = 'live'`;

/**
 * Rows of (id, reason, label) as hits, each with its label folded. Only live technologies are hits. What is found is
 * found once, whatever the planner takes the tables to hold.
 */
export async function readHits(found: Prisma.Sql): Promise<(Hit & { fold: string })[]> {
  return (await readRows<Row>(withRecords(found, Prisma.empty))).map(toHit);
}

/** The same for rows of (id, reason, label, asked), where several texts are asked for at once. */
export async function readHitsOfEach(found: Prisma.Sql): Promise<(Hit & { asked: string })[]> {
  const rows = await readRows<Row & { asked: string }>(withRecords(found, Prisma.sql`, found.asked`));
  return rows.map((row) => ({ ...toHit(row), asked: row.asked }));
}

function withRecords(found: Prisma.Sql, more: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    WITH found AS MATERIALIZED (${found})
    SELECT t.id::text, t.slug, t.name, t.kind::text AS kind, t.ring::text AS ring, t.tagline, c.slug AS "categorySlug",
      c.name AS "categoryName", found.reason, found.label, search_fold(found.label) AS fold${more}
    FROM found
    JOIN "Technology" t ON t.id = found.id AND t.state::text = 'live' JOIN "Category" c ON c.id = t."categoryId"`;
}

function toHit({ ring, tagline, categorySlug, categoryName, ...row }: Row): Hit & { fold: string } {
  return {
    ...row,
    ...(ring && { ring }),
    ...(tagline && { tagline }),
    category: { slug: categorySlug, name: categoryName },
  };
}

type Row = {
  id: string;
  slug: string;
  name: string;
  kind: Kind;
  ring: Ring | null;
  tagline: string | null;
  categorySlug: string;
  categoryName: string;
  reason: Reason;
  label: string;
  fold: string;
};

/** The same query over names and over aliases: `where` is about `named.name`. */
export function namesAndAliases(query: { where: Prisma.Sql; name: Reason; alias: Reason; most: number }) {
  const { where, name, alias, most } = query;
  return Prisma.sql`
    (SELECT id, ${name}::text AS reason, name AS label FROM "Technology" AS named
     WHERE ${where} AND ${LIVE} LIMIT ${most}::int)
    UNION ALL
    (SELECT "technologyId", ${alias}::text, name FROM "Alias" AS named WHERE ${where} LIMIT ${most}::int)`;
}
