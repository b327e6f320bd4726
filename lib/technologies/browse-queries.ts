import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { CATALOGUE, categoryTag, dependOn } from "../cache";
import { db } from "../db";
import { limit } from "../limit-queries";
import type { Kind, Named, Ring } from "../verdict/types";
import { type BrowseFilters, type BrowsePage, LETTERS, MOST_PAGES, PAGE_SIZE, slugRange } from "./browse";
import type { TechnologyListEntry } from "./types";

const MOST_COUNTED = MOST_PAGES * PAGE_SIZE;
const MOST_CATEGORIES = 200;

type Row = {
  entries: (Omit<TechnologyListEntry, "tagline" | "ring"> & { tagline: string | null; ring: Ring | null })[];
  total: number;
  category: Named | null;
  kinds: Kind[];
  rings: Ring[];
  letters: string[];
  categories: Named[];
};

/**
 * One page of the live technologies that pass all filters, by slug, with what the filters may be set to; a page past
 * the end comes back empty with the count of pages. One statement, of which there are as many texts as combinations
 * of filters; for each of those there is an index, and of no index more than some thousand entries are read.
 */
export async function browseTechnologies(filters: BrowseFilters, page: number): Promise<BrowsePage> {
  dependOn(filters.category ? categoryTag(filters.category) : CATALOGUE);
  const [row] = await db().$queryRaw<Row[]>`
    SELECT
      COALESCE((SELECT json_agg(json_build_object('slug', t.slug, 'name', t.name, 'kind', t.kind, 'ring', t.ring,
          'tagline', t.tagline, 'category', c.name) ORDER BY t.slug)
        FROM (SELECT t.slug FROM "Technology" t WHERE ${passing(filters)}
          ORDER BY t.slug LIMIT ${limit(PAGE_SIZE)} OFFSET ${skipped(page)}) AS shown
        JOIN "Technology" t ON t.slug = shown.slug JOIN "Category" c ON c.id = t."categoryId"), '[]') AS entries,
      (SELECT count(*)::int FROM (
        SELECT t.slug FROM "Technology" t WHERE ${passing(filters)} ORDER BY t.slug LIMIT ${limit(MOST_COUNTED + 1)}) AS counted) AS total,
      ${filters.category ? Prisma.sql`(SELECT json_build_object('slug', slug, 'name', name) FROM "Category" WHERE slug = ${filters.category} AND state = 'live')` : Prisma.sql`NULL`} AS category,
      ARRAY(SELECT every.one::text FROM unnest(enum_range(NULL::"Kind")) AS every(one)
        CROSS JOIN LATERAL (${anyOf({ ...filters, kind: undefined }, Prisma.sql`t.kind = every.one`)}) AS found) AS kinds,
      ARRAY(SELECT every.one::text FROM unnest(enum_range(NULL::"Ring")) AS every(one)
        CROSS JOIN LATERAL (${anyOf({ ...filters, ring: undefined }, Prisma.sql`t.ring = every.one`)}) AS found) AS rings,
      ARRAY(SELECT every.letter FROM unnest(${LETTERS}::text[], ${LOWS}::text[], ${HIGHS}::text[]) AS every(letter, low, high)
        CROSS JOIN LATERAL (${anyOf(
          { ...filters, letter: undefined },
          Prisma.sql`t.slug >= every.low AND t.slug < every.high`,
        )}) AS found) AS letters,
      COALESCE((SELECT json_agg(json_build_object('slug', every.slug, 'name', every.name) ORDER BY every.name, every.slug)
        FROM (SELECT id, slug, name FROM "Category" WHERE state = 'live' ORDER BY name, slug LIMIT ${limit(MOST_CATEGORIES)}) AS every
        CROSS JOIN LATERAL (${anyOf(
          { ...filters, category: undefined },
          Prisma.sql`t."categoryId" = every.id`,
        )}) AS found), '[]') AS categories`;
  const total = row?.total ?? 0;
  const count = Math.min(total, MOST_COUNTED);
  return {
    filters,
    entries: (row?.entries ?? []).map(({ tagline, ring, ...entry }) => ({
      ...entry,
      tagline: tagline ?? undefined,
      ring: ring ?? undefined,
    })),
    total: { count, more: total > MOST_COUNTED },
    page,
    pages: Math.max(1, Math.ceil(count / PAGE_SIZE)),
    ...(row?.category && { category: row.category }),
    options: {
      kinds: row?.kinds ?? [],
      categories: row?.categories ?? [],
      rings: row?.rings ?? [],
      letters: row?.letters ?? [],
    },
  };
}

const RANGES = LETTERS.map(slugRange);
const LOWS = RANGES.map(({ low }) => low);
const HIGHS = RANGES.map(({ high }) => high);

/** Past the last page nothing is found, and nothing is read on the way there. */
function skipped(page: number): number {
  return Math.min(page - 1, MOST_PAGES) * PAGE_SIZE;
}

function passing({ kind, category, ring, letter }: BrowseFilters): Prisma.Sql {
  const conditions = [Prisma.sql`t.state = 'live'`];
  if (category) {
    conditions.push(Prisma.sql`t."categoryId" = (SELECT id FROM "Category" WHERE slug = ${category})`);
  }
  if (kind) conditions.push(Prisma.sql`t.kind = ${kind}::"Kind"`);
  if (ring) conditions.push(Prisma.sql`t.ring = ${ring}::"Ring"`);
  if (letter) {
    const { low, high } = slugRange(letter);
    conditions.push(Prisma.sql`t.slug >= ${low} AND t.slug < ${high}`);
  }
  return Prisma.join(conditions, " AND ");
}

/**
 * Whether there is any: behind a LIMIT, where the planner cannot make it a join that reads everything, and in the order
 * of an index, without which it would rather look through the whole table for what may not be there.
 */
function anyOf(filters: BrowseFilters, condition: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT t.slug FROM "Technology" t WHERE ${passing(filters)} AND ${condition} ORDER BY t.slug LIMIT 1`;
}
