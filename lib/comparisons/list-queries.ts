import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { ComparisonListQuery, ListEntry, ListPage } from "../listing";
import { draftsOf, holds, listItems, standsAs } from "../listing-queries";

/** The outcome as published, or as typed where only a draft says it. `pick` is a name. */
export type ComparisonEntry = ListEntry & { outcome: string | null; pick: string | null };

/** Comparisons for their editors: published or not, with the drafts of those that never were. */
export async function listComparisonEntries(query: ComparisonListQuery): Promise<ListPage<ComparisonEntry>> {
  const { q, state, outcome } = query;
  const standing = { published: Prisma.sql`k.state`, draft: Prisma.sql`d.id` };
  const texts = [Prisma.sql`lower(${NAME})`, SLUG, Prisma.sql`lower(d.title)`, Prisma.sql`lower(d.slug)`];
  return listItems<ComparisonEntry>(
    {
      items: Prisma.sql`
        SELECT COALESCE(k.id, d.id) AS id, COALESCE(${NAME}, NULLIF(d.title, ''), '') AS title,
          COALESCE(d."updatedAt", k."updatedAt") AS "savedAt"
        FROM "Comparison" k FULL JOIN ${draftsOf("comparison")} AS d ON d.id = k.id
        ${SIDES}
        WHERE ${standsAs(state, standing)} AND ${holds(q, texts)}
          AND (${outcome ?? null}::text IS NULL OR ${outcome ?? null}::text =
            CASE WHEN k.id IS NULL THEN d.document ->> 'outcome' ELSE k.outcome::text END)`,
      columns: Prisma.sql`
        COALESCE(${SLUG}, NULLIF(d.slug, ''), '') AS slug, k.state AS published,
        CASE WHEN k.id IS NULL THEN NULLIF(d.document ->> 'outcome', '') ELSE k.outcome::text END AS outcome,
        CASE k."pickId" WHEN l.id THEN l.name WHEN r.id THEN r.name END AS pick`,
      joins: Prisma.sql`LEFT JOIN "Comparison" k ON k.id = shown.id ${SIDES}`,
      revisions: Prisma.sql`"comparisonId"`,
    },
    query,
  );
}

const SIDES = Prisma.sql`
  LEFT JOIN "Technology" l ON l.id = k."leftId"
  LEFT JOIN "Technology" r ON r.id = k."rightId"`;
const NAME = Prisma.sql`(l.name || ' vs ' || r.name)`;
const SLUG = Prisma.sql`(l.slug || '-vs-' || r.slug)`;
