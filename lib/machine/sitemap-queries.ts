import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import { inAddressOrder, pairPath } from "../pair/pair";
import { FEWEST_POINTS } from "../seo/indexable";

/** An address of the sitemap: a path, and when what is there changed last, where that is known. */
export type Place = { path: string; changedAt?: Date };

/** A place to go on from, in the order of one section. */
type Cursor = string;

/** Some rows of a section and where the next ones begin; null at the end. */
export type Chunk = { places: Place[]; next: Cursor | null };

/** A technology is compared in the sitemap with so many of the best rated for its job. */
const LEADERS = 5;

export type SectionCounts = { categories: number; comparisons: number; technologies: number };

/** How many live records of each sort there are. */
export async function countRecords(): Promise<SectionCounts> {
  const [row] = await db().$queryRaw<[SectionCounts]>`
    SELECT (SELECT count(*)::int FROM "Category" WHERE state = 'live') AS categories,
      (SELECT count(*)::int FROM "Comparison" WHERE state = 'live') AS comparisons,
      (SELECT count(*)::int FROM "Technology" WHERE state = 'live') AS technologies`;
  return row;
}

/**
 * The slug (of a comparison: the id) behind which the rows from `skip` on begin; null where there are not so many. It
 * walks over index entries alone.
 */
export async function findStart(
  section: "categories" | "comparisons" | "technologies",
  skip: number,
): Promise<Cursor | null> {
  if (skip === 0) return "";
  const row = { skip: skip - 1, take: 1, where: { state: "live" as const } };
  if (section === "comparisons") {
    const found = await db().comparison.findFirst({ ...row, orderBy: { id: "asc" }, select: { id: true } });
    return found?.id ?? null;
  }
  const bySlug = { ...row, orderBy: { slug: "asc" as const }, select: { slug: true } };
  const found =
    section === "categories"
      ? await db().category.findFirst(bySlug)
      : await db().technology.findFirst(bySlug);
  return found?.slug ?? null;
}

export async function listTechnologyPlaces(after: Cursor, take: number): Promise<Chunk> {
  const rows = await db().$queryRaw<{ slug: string; changedAt: Date }[]>`
    SELECT slug, "updatedAt" AS "changedAt" FROM "Technology" WHERE state = 'live' AND slug > ${after}
    ORDER BY slug LIMIT ${take}::int`;
  const places = rows.map(({ slug, changedAt }) => ({ path: `/technologies/${slug}`, changedAt }));
  return { places, next: nextOf(rows, take, ({ slug }) => slug) };
}

/** Each category, and its ranking. */
export async function listCategoryPlaces(after: Cursor, take: number): Promise<Chunk> {
  const rows = await db().$queryRaw<{ slug: string }[]>`
    SELECT slug FROM "Category" WHERE state = 'live' AND slug > ${after} ORDER BY slug LIMIT ${take}::int`;
  const places = rows.flatMap(({ slug }) => [{ path: `/categories/${slug}` }, { path: `/best/${slug}` }]);
  return { places, next: nextOf(rows, take, ({ slug }) => slug) };
}

const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** What editors wrote; a comparison one of whose sides is not on the site is not there either. */
export async function listComparisonPlaces(after: Cursor, take: number): Promise<Chunk> {
  const rows = await db().$queryRaw<
    { id: string; left: string | null; right: string | null; changedAt: Date }[]
  >`
    SELECT k.id::text, l.slug AS left, r.slug AS right, GREATEST(k."updatedAt", l."updatedAt", r."updatedAt") AS "changedAt"
    FROM (SELECT * FROM "Comparison" WHERE state = 'live' AND id > ${after || FIRST_ID}::uuid
      ORDER BY id LIMIT ${take}::int) AS k
    LEFT JOIN "Technology" l ON l.id = k."leftId" AND l.state = 'live'
    LEFT JOIN "Technology" r ON r.id = k."rightId" AND r.state = 'live'
    ORDER BY k.id`;
  const places = rows.flatMap(({ left, right, changedAt }) =>
    left && right ? [{ path: pairPath({ left, right }), changedAt }] : [],
  );
  return { places, next: nextOf(rows, take, ({ id }) => id) };
}

type Leader = { slug: string; changedAt: string; fit: boolean };

/**
 * For each of the next technologies that is rated, its comparisons with the best rated ones of its category and kind:
 * they do the same job and have a verdict. Those that search engines are not to list (lib/seo/indexable.ts) are left
 * out, and those that an editor wrote, which are in a section of their own. A pair stands at one of its two sides
 * alone: none comes twice.
 */
export async function listPairPlaces(after: Cursor, take: number): Promise<Chunk> {
  const rows = await db().$queryRaw<{ slug: string; changedAt: Date; leaders: Leader[] | null }[]>`
    SELECT t.slug, t."updatedAt" AS "changedAt", CASE WHEN t.ring IS NOT NULL THEN (
      SELECT json_agg(json_build_object('slug', best.slug, 'changedAt', best."updatedAt", 'fit', ${isWeighty("t")} AND ${isWeighty("best")} AND NOT EXISTS (
        SELECT 1 FROM "Comparison" k WHERE k.state = 'live'
          AND LEAST(k."leftId", k."rightId") = LEAST(t.id, best.id)
          AND GREATEST(k."leftId", k."rightId") = GREATEST(t.id, best.id))))
      FROM (
        SELECT x.id, x.slug, x."updatedAt" FROM "Technology" x
        WHERE x.state = 'live' AND x."categoryId" = t."categoryId" AND x.kind = t.kind AND x.ring IS NOT NULL
        ORDER BY x.ring, x.slug LIMIT ${LEADERS}::int) AS best) END AS leaders
    FROM (SELECT * FROM "Technology" WHERE state = 'live' AND slug > ${after} ORDER BY slug LIMIT ${take}::int) AS t
    ORDER BY t.slug`;
  const places = rows.flatMap(({ slug, changedAt, leaders }) => {
    const isLeader = leaders?.some((leader) => leader.slug === slug);
    return (leaders ?? [])
      .filter((leader) => leader.slug !== slug && leader.fit && (!isLeader || slug < leader.slug))
      .map((leader) => ({
        path: pairPath(inAddressOrder({ left: slug, right: leader.slug })),
        changedAt: new Date(Math.max(changedAt.getTime(), Date.parse(leader.changedAt))),
      }));
  });
  return { places, next: nextOf(rows, take, ({ slug }) => slug) };
}

/** At most this many addresses come of one technology in `listPairPlaces`. */
export const PAIRS_EACH = LEADERS;

/** SQL for `isIndexablePair`'s rule about a side: points are numbered from 0. */
function isWeighty(alias: "t" | "best"): Prisma.Sql {
  const id = Prisma.raw(`${alias}.id`);
  const has = (side: "pro" | "con") => Prisma.sql`EXISTS (SELECT 1 FROM "Point" p
    WHERE p."technologyId" = ${id} AND p.side = ${side}::"PointSide" AND p.position = ${FEWEST_POINTS - 1}::int)`;
  return Prisma.sql`(${has("pro")} AND ${has("con")})`;
}

function nextOf<Row>(rows: Row[], take: number, cursorOf: (row: Row) => Cursor): Cursor | null {
  const last = rows.at(-1);
  return rows.length === take && last ? cursorOf(last) : null;
}
