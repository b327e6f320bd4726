import "server-only";
import { Prisma } from "@/prisma/generated/client";
import type { ListEntry, ListPage, ListQuery } from "../listing";
import { draftsOf, holds, listItems, standsAs } from "../listing-queries";

/** `technologies`: how many live ones are in it. */
export type CategoryEntry = ListEntry & { technologies: number };

/** Categories for their editors: published or not, with the drafts of those that never were. */
export async function listCategoryEntries(query: ListQuery): Promise<ListPage<CategoryEntry>> {
  const texts = [
    Prisma.sql`lower(c.name)`,
    Prisma.sql`c.slug`,
    Prisma.sql`lower(d.title)`,
    Prisma.sql`lower(d.slug)`,
  ];
  const standing = { published: Prisma.sql`c.state`, draft: Prisma.sql`d.id` };
  return listItems<CategoryEntry>(
    {
      items: Prisma.sql`
        SELECT COALESCE(c.id, d.id) AS id, COALESCE(NULLIF(d.title, ''), c.name, '') AS title,
          COALESCE(d."updatedAt", c."updatedAt") AS "savedAt"
        FROM "Category" c FULL JOIN ${draftsOf("category")} AS d ON d.id = c.id
        WHERE ${standsAs(query.state, standing)} AND ${holds(query.q, texts)}`,
      columns: Prisma.sql`
        COALESCE(NULLIF(d.slug, ''), c.slug, '') AS slug, c.state AS published,
        (SELECT count(*)::int FROM "Technology" t WHERE t."categoryId" = c.id AND t.state = 'live') AS technologies`,
      joins: Prisma.sql`LEFT JOIN "Category" c ON c.id = shown.id`,
      revisions: Prisma.sql`"categoryId"`,
    },
    query,
  );
}
