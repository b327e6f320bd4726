import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import { momentText } from "../fields";
import type { Named } from "../verdict/types";

const byPosition = { orderBy: { position: "asc" } } as const;

/** What the composer and both pages need of a technology, in one statement. */
export const recordRelations = {
  category: { select: { slug: true, name: true } },
  popularity: true,
  points: byPosition,
  relations: byPosition,
} as const satisfies Prisma.TechnologyInclude;

type RecordRow = Prisma.TechnologyGetPayload<{ include: typeof recordRelations }>;

export function toPoints(row: RecordRow, side: "pro" | "con") {
  return row.points
    .filter((point) => point.side === side)
    .map(({ text, sourceTitle, sourceUrl, checkedAt }) => ({
      text,
      ...(sourceTitle && sourceUrl && { source: { title: sourceTitle, url: sourceUrl } }),
      ...(checkedAt && { checkedAt: momentText(checkedAt) }),
    }));
}

export function toPopularity(row: RecordRow) {
  if (!row.popularity) return undefined;
  const { value, unit, sourceTitle, sourceUrl, asOf } = row.popularity;
  return { value, unit, source: { title: sourceTitle, url: sourceUrl }, asOf: momentText(asOf) };
}

/** The live record behind each slug, old slugs included; a slug without one is not in the map. */
export async function findNames(slugs: string[]): Promise<Map<string, Named>> {
  if (slugs.length === 0) return new Map();
  const rows = await db().$queryRaw<{ asked: string; slug: string; name: string }[]>`
    SELECT asked.slug AS asked, found.slug, found.name
    FROM unnest(${slugs}::text[]) AS asked(slug)
    CROSS JOIN LATERAL (${liveBySlug(Prisma.sql`asked.slug`)}) AS found`;
  return new Map(rows.map(({ asked, slug, name }) => [asked, { slug, name }]));
}

/** SQL for the live technology of a slug: the one that has it, else the one that had it. */
export function liveBySlug(slug: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT id, slug, name FROM (
      SELECT t.id, t.slug, t.name, 0 AS rank FROM "Technology" t WHERE t.slug = ${slug} AND t.state = 'live'
      UNION ALL
      SELECT t.id, t.slug, t.name, 1 FROM "Redirect" r JOIN "Technology" t ON t.id = r."technologyId"
      WHERE r.slug = ${slug} AND t.state = 'live'
    ) AS candidates ORDER BY rank LIMIT 1`;
}

/** The live slug for a slug, old ones included. */
export async function findTechnologySlug(slug: string): Promise<string | null> {
  return (await findNames([slug])).get(slug)?.slug ?? null;
}
