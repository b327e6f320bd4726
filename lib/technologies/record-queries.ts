import "server-only";
import { type Point, type Popularity, Prisma, type Technology } from "@/prisma/generated/client";
import { dependOn, nameTag, technologyTag } from "../cache";
import { db } from "../db";
import { momentText } from "../fields";
import type { Named } from "../verdict/types";

/** A row of Technology with what belongs to a record beside it; moments inside JSON are text. */
export type RecordRow = Technology & {
  category: { slug: string; name: string };
  popularity: (Omit<Popularity, "asOf"> & { asOf: string }) | null;
  points: (Omit<Point, "checkedAt"> & { checkedAt: string | null })[];
  /** In order; with the live record behind each slug, where there is one. */
  related: { asked: string; slug: string | null; name: string | null }[];
  /** The live curated comparison that has this record on the left and another of those asked for on the right. */
  curatedId: string | null;
};

/**
 * By their names: while servers are brought to a newer version one by one, that may have added more, and a statement that gives
 * whatever there is fails once on each connection that has it prepared.
 */
const COLUMNS = Prisma.raw(
  Object.values(Prisma.TechnologyScalarFieldEnum)
    .map((name) => `t."${name}"`)
    .join(", "),
);

/**
 * The live technologies of some slugs, whole, in one statement. Written by hand: it is most of what a page costs, and
 * Prisma takes several times as long to put the same together.
 */
export async function listRecords(slugs: string[]): Promise<RecordRow[]> {
  const rows = await db().$queryRaw<RecordRow[]>`
    SELECT ${COLUMNS},
      json_build_object('slug', c.slug, 'name', c.name) AS category,
      (SELECT row_to_json(p) FROM "Popularity" p WHERE p."technologyId" = t.id) AS popularity,
      COALESCE((SELECT json_agg(p ORDER BY p.position) FROM "Point" p WHERE p."technologyId" = t.id), '[]') AS points,
      COALESCE((SELECT json_agg(json_build_object('asked', relation.slug, 'slug', found.slug, 'name', found.name)
          ORDER BY relation.position)
        FROM "Relation" relation LEFT JOIN LATERAL (${liveBySlug(Prisma.sql`relation.slug`)}) AS found ON true
        WHERE relation."technologyId" = t.id), '[]') AS related,
      (SELECT k.id::text FROM "Comparison" k JOIN "Technology" o ON o.id = k."rightId"
        WHERE k."leftId" = t.id AND o.slug = ANY(${slugs}::text[]) AND k.state = 'live') AS "curatedId"
    FROM "Technology" t JOIN "Category" c ON c.id = t."categoryId"
    WHERE t.slug = ANY(${slugs}::text[]) AND t.state = 'live'`;
  const named = rows.flatMap(({ related }) => related.flatMap(({ asked, slug }) => [asked, slug ?? asked]));
  dependOn(...slugs.map(technologyTag), ...named.map(nameTag));
  return rows;
}

export function toPoints(row: RecordRow, side: "pro" | "con") {
  return row.points
    .filter((point) => point.side === side)
    .map(({ text, sourceTitle, sourceUrl, checkedAt }) => ({
      text,
      ...(sourceTitle && sourceUrl && { source: { title: sourceTitle, url: sourceUrl } }),
      ...(checkedAt && { checkedAt: momentText(new Date(checkedAt)) }),
    }));
}

/** The live records behind the related slugs of some rows. */
export function toNames(rows: RecordRow[]): Map<string, Named> {
  const found = rows.flatMap(({ related }) => related);
  return new Map(found.flatMap(({ asked, slug, name }) => (slug && name ? [[asked, { slug, name }]] : [])));
}

export function toPopularity({ popularity }: RecordRow) {
  if (!popularity) return undefined;
  const { value, unit, sourceTitle, sourceUrl, asOf } = popularity;
  return { value, unit, source: { title: sourceTitle, url: sourceUrl }, asOf: momentText(new Date(asOf)) };
}

/** The live record behind each slug, old slugs included; a slug without one is not in the map. */
export async function findNames(slugs: string[]): Promise<Map<string, Named>> {
  if (slugs.length === 0) return new Map();
  const rows = await db().$queryRaw<{ asked: string; slug: string; name: string }[]>`
    SELECT asked.slug AS asked, found.slug, found.name
    FROM unnest(${slugs}::text[]) AS asked(slug)
    CROSS JOIN LATERAL (${liveBySlug(Prisma.sql`asked.slug`)}) AS found`;
  dependOn(...[...slugs, ...rows.map(({ slug }) => slug)].map(nameTag));
  return new Map(rows.map(({ asked, slug, name }) => [asked, { slug, name }]));
}

/**
 * SQL for the live technology of a slug: the one that has it, else the one that had it. `slug` may be a column of the
 * statement around it: the names in here are such that none of them hides it.
 */
export function liveBySlug(slug: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT id, slug, name FROM (
      SELECT holder.id, holder.slug, holder.name, 0 AS rank FROM "Technology" holder
      WHERE holder.slug = ${slug} AND holder.state = 'live'
      UNION ALL
      SELECT heir.id, heir.slug, heir.name, 1 FROM "Redirect" former
      JOIN "Technology" heir ON heir.id = former."technologyId"
      WHERE former.slug = ${slug} AND heir.state = 'live'
    ) AS candidates ORDER BY rank LIMIT 1`;
}

/** The live slug for a slug, old ones included. */
export async function findTechnologySlug(slug: string): Promise<string | null> {
  return (await findNames([slug])).get(slug)?.slug ?? null;
}
