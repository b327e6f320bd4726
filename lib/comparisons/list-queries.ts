import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { ComparisonListQuery, ListEntry, ListPage } from "../listing";
import { draftsOf, holds, listItems, standsAs } from "../listing-queries";

/** The outcome as published, or as typed where only a draft says it. `pick` is a name. */
export type ComparisonEntry = ListEntry & { outcome: string | null; pick: string | null };

/** Comparisons for their editors: published or not, with the drafts of those that never were. */
export async function listComparisonEntries(query: ComparisonListQuery): Promise<ListPage<ComparisonEntry>> {
  const { q, state, outcome } = query;
  const found = holds(q, [Prisma.sql`k.name`, Prisma.sql`k.slug`, Prisma.sql`d.title`, Prisma.sql`d.slug`]);
  const standing = { published: Prisma.sql`k.state`, draft: Prisma.sql`d.id` };
  return listItems<ComparisonEntry>(
    {
      revisions: Prisma.sql`"comparisonId"`,
      items: Prisma.sql`
        SELECT * FROM (
          SELECT COALESCE(k.id, d.id) AS id,
            COALESCE(k.name, NULLIF(d.title, ''), '') AS title,
            COALESCE(k.slug, NULLIF(d.slug, ''), '') AS slug,
            k.state AS published, d.id IS NOT NULL AS "hasDraft",
            COALESCE(d."updatedAt", k."updatedAt") AS "savedAt", d."updatedById" AS "savedById",
            CASE WHEN k.id IS NULL THEN NULLIF(d.document ->> 'outcome', '') ELSE k.outcome::text END AS outcome,
            k.pick
          FROM (
            SELECT own.*, l.name || ' vs ' || r.name AS name, l.slug || '-vs-' || r.slug AS slug,
              CASE own."pickId" WHEN l.id THEN l.name WHEN r.id THEN r.name END AS pick
            FROM "Comparison" own
            JOIN "Technology" l ON l.id = own."leftId"
            JOIN "Technology" r ON r.id = own."rightId"
          ) AS k
          FULL JOIN ${draftsOf("comparison")} AS d ON d.id = k.id
          WHERE ${standsAs(state, standing)} AND ${found}
        ) AS entry
        WHERE ${outcome ?? null}::text IS NULL OR outcome = ${outcome ?? null}::text`,
    },
    query,
  );
}
