import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { ListEntry, ListPage, TechnologyListQuery } from "../listing";
import { draftsOf, holds, listItems, standsAs } from "../listing-queries";

/** Kind and ring as typed where only a draft says them, and then perhaps empty. */
export type TechnologyEntry = ListEntry & { kind: string; category: string | null; ring: string | null };

/** Technologies for their editors: published or not, with the drafts of those that never were. */
export async function listTechnologyEntries(query: TechnologyListQuery): Promise<ListPage<TechnologyEntry>> {
  return listItems<TechnologyEntry>(
    {
      items: Prisma.sql`
        SELECT COALESCE(t.id, d.id) AS id, COALESCE(NULLIF(d.title, ''), t.name, '') AS title,
          COALESCE(d."updatedAt", t."updatedAt") AS "savedAt"
        FROM "Technology" t FULL JOIN ${draftsOf("technology")} AS d ON d.id = t.id
        WHERE ${matches(query)}`,
      columns: Prisma.sql`
        COALESCE(NULLIF(d.slug, ''), t.slug, '') AS slug, t.state AS published,
        CASE WHEN t.id IS NULL THEN d.document ->> 'kind' ELSE t.kind::text END AS kind,
        CASE WHEN t.id IS NULL THEN NULLIF(d.document ->> 'ring', '') ELSE t.ring::text END AS ring,
        c.name AS category`,
      joins: Prisma.sql`
        LEFT JOIN "Technology" t ON t.id = shown.id
        LEFT JOIN "Category" c ON c.id = t."categoryId" OR (t.id IS NULL AND c.slug = d.document ->> 'category')`,
      revisions: Prisma.sql`"technologyId"`,
    },
    query,
  );
}

/** What readers see is what counts; what was never published is found by its draft. */
function matches({ q, state, kind, category, ring }: TechnologyListQuery): Prisma.Sql {
  const standing = { published: Prisma.sql`t.state`, draft: Prisma.sql`d.id` };
  const texts = [
    Prisma.sql`lower(t.name)`,
    Prisma.sql`t.slug`,
    Prisma.sql`lower(d.title)`,
    Prisma.sql`lower(d.slug)`,
    Prisma.sql`lower(d.document ->> 'aliases')`,
  ];
  return Prisma.sql`${standsAs(state, standing)}
    AND (${holds(q, texts)} OR (${q}::text <> '' AND t.id IN (
      SELECT "technologyId" FROM "Alias" WHERE strpos(lower(name), ${q.toLowerCase()}::text) > 0)))
    AND (${kind ?? null}::text IS NULL
      OR CASE WHEN t.id IS NULL THEN d.document ->> 'kind' ELSE t.kind::text END = ${kind ?? null}::text)
    AND (${ring ?? null}::text IS NULL OR ${ring ?? null}::text =
      COALESCE(CASE WHEN t.id IS NULL THEN NULLIF(d.document ->> 'ring', '') ELSE t.ring::text END, 'none'))
    AND (${category ?? null}::text IS NULL OR CASE WHEN t.id IS NULL
      THEN d.document ->> 'category' = ${category ?? null}::text
      ELSE t."categoryId" = (SELECT id FROM "Category" WHERE slug = ${category ?? null}::text) END)`;
}
