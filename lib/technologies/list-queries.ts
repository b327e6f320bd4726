import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import type { ListEntry, ListPage, TechnologyListQuery } from "../listing";
import { draftsOf, holds, listItems, standsAs } from "../listing-queries";

/** Kind and ring as typed where only a draft says them, and then perhaps empty. */
export type TechnologyEntry = ListEntry & { kind: string; category: string | null; ring: string | null };

/** Technologies for their editors: published or not, with the drafts of those that never were. */
export async function listTechnologyEntries(query: TechnologyListQuery): Promise<ListPage<TechnologyEntry>> {
  const { q, state, kind, category, ring } = query;
  const aliased = Prisma.sql`t.id IN (
    SELECT "technologyId" FROM "Alias" WHERE strpos(lower(name), ${q.toLowerCase()}::text) > 0)`;
  const found = holds(q, [
    Prisma.sql`t.name`,
    Prisma.sql`t.slug`,
    Prisma.sql`d.title`,
    Prisma.sql`d.slug`,
    Prisma.sql`d.document ->> 'aliases'`,
  ]);
  const standing = { published: Prisma.sql`t.state`, draft: Prisma.sql`d.id` };
  return listItems<TechnologyEntry>(
    {
      revisions: Prisma.sql`"technologyId"`,
      items: Prisma.sql`
        SELECT * FROM (
          SELECT COALESCE(t.id, d.id) AS id,
            COALESCE(NULLIF(d.title, ''), t.name, '') AS title,
            COALESCE(NULLIF(d.slug, ''), t.slug, '') AS slug,
            t.state AS published, d.id IS NOT NULL AS "hasDraft",
            COALESCE(d."updatedAt", t."updatedAt") AS "savedAt", d."updatedById" AS "savedById",
            CASE WHEN t.id IS NULL THEN d.document ->> 'kind' ELSE t.kind::text END AS kind,
            CASE WHEN t.id IS NULL THEN NULLIF(d.document ->> 'ring', '') ELSE t.ring::text END AS ring,
            COALESCE(c.name, planned.name) AS category,
            COALESCE(c.slug, planned.slug) AS "categorySlug"
          FROM "Technology" t
          FULL JOIN ${draftsOf("technology")} AS d ON d.id = t.id
          LEFT JOIN "Category" c ON c.id = t."categoryId"
          LEFT JOIN "Category" planned ON t.id IS NULL AND planned.slug = d.document ->> 'category'
          WHERE ${standsAs(state, standing)} AND (${found} OR (${q}::text <> '' AND ${aliased}))
        ) AS entry
        WHERE (${kind ?? null}::text IS NULL OR kind = ${kind ?? null}::text)
          AND (${ring ?? null}::text IS NULL OR COALESCE(ring, 'none') = ${ring ?? null}::text)
          AND (${category ?? null}::text IS NULL OR "categorySlug" = ${category ?? null}::text)`,
    },
    query,
  );
}

/** The categories to filter by, by name. */
export async function listCategoryNames(): Promise<{ slug: string; name: string }[]> {
  return db().category.findMany({
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
}
