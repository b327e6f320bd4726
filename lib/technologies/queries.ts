import "server-only";
import { db } from "../db";
import { findHeadToHeads } from "../rankings/head-to-head-queries";
import { relatedNames } from "../verdict/compose";
import type { Named } from "../verdict/types";
import { listLinks } from "./links";
import { findLogo } from "./logos";
import { listOtherComparisons } from "./neighbour-queries";
import { listRecords, type RecordRow, toNames, toPoints, toPopularity } from "./record-queries";
import type { Suggestion, TechnologyList, TechnologyPage } from "./types";

const PAGE_SIZE = 60;
/** In UTF-16 units: no name or alias is longer than 120 characters. */
const LONGEST_QUERY = 240;

/** A live technology's page; null where there is none. */
export async function findTechnologyPage(slug: string): Promise<TechnologyPage | null> {
  const [row] = await listRecords([slug]);
  if (!row) return null;
  const where = { technologyId: row.id };
  const [logo, headToHeads, neighbours, comparisons, aliases, resources] = await Promise.all([
    findLogo(row.logo),
    findHeadToHeads(toContender(row)),
    findNeighbours(row),
    listOtherComparisons([row]),
    db().alias.findMany({ where, orderBy: { position: "asc" } }),
    db().resource.findMany({ where, orderBy: { position: "asc" } }),
  ]);
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    category: row.category,
    logo,
    description: row.description,
    lead: row.lead,
    tagline: row.tagline ?? undefined,
    ring: row.ring ?? undefined,
    pros: toPoints(row, "pro"),
    cons: toPoints(row, "con"),
    related: relatedNames({ slug: row.slug, related: row.related.map(({ asked }) => asked) }, toNames([row])),
    aliases: aliases.map(({ name }) => name),
    popularity: toPopularity(row),
    links: listLinks(row),
    license: row.license ?? undefined,
    firstReleased: row.firstReleased ?? undefined,
    resources: resources.map(({ title, url }) => ({ title, url })),
    updatedAt: row.updatedAt.toISOString(),
    ...headToHeads,
    comparisons: comparisons[0] ?? [],
    ...neighbours,
  };
}

function toContender(row: RecordRow) {
  const { id, slug, name, kind } = row;
  return {
    id,
    slug,
    name,
    kind,
    category: row.category.slug,
    related: [],
    ring: row.ring ?? undefined,
    popularity: toPopularity(row),
  };
}

type Neighbours = { previous?: Named; next?: Named };

/** The live technologies before and behind one in its category, by slug: one index probe each. */
async function findNeighbours({ slug, categoryId }: RecordRow): Promise<Neighbours> {
  const rows = await db().$queryRaw<(Named & { side: keyof Neighbours })[]>`
    (SELECT 'previous' AS side, slug, name FROM "Technology"
     WHERE state = 'live' AND "categoryId" = ${categoryId}::uuid AND slug < ${slug} ORDER BY slug DESC LIMIT 1)
    UNION ALL
    (SELECT 'next', slug, name FROM "Technology"
     WHERE state = 'live' AND "categoryId" = ${categoryId}::uuid AND slug > ${slug} ORDER BY slug LIMIT 1)`;
  return Object.fromEntries(rows.map(({ side, ...named }) => [side, named]));
}

/** The live technology a reader means by a name, an alias or a slug, in any case; names win over aliases. */
export async function findTechnologyByText(text: string): Promise<Named | null> {
  const wanted = searchable(text);
  if (wanted === null) return null;
  const rows = await db().$queryRaw<Named[]>`
    SELECT slug, name FROM (
      SELECT slug, name, 0 AS rank FROM "Technology" WHERE lower(name) COLLATE "C" = ${wanted} AND state = 'live'
      UNION ALL
      SELECT slug, name, 1 FROM "Technology" WHERE slug = ${wanted} AND state = 'live'
      UNION ALL
      SELECT t.slug, t.name, 2 FROM "Alias" a JOIN "Technology" t ON t.id = a."technologyId"
      WHERE lower(a.name) COLLATE "C" = ${wanted} AND t.state = 'live'
    ) AS found ORDER BY rank, slug LIMIT 1`;
  return rows[0] ?? null;
}

/** Live technologies whose name, alias or slug begins with the text, or else is like it. Best first. */
export async function listSuggestions(text: string, take = 8): Promise<Suggestion[]> {
  const wanted = searchable(text);
  if (wanted === null) return [];
  // A range finds what begins with the text by the index, whatever the text; LIKE would need a plan of its own.
  const end = `${wanted}\u{10FFFF}`;
  const rows = await db().$queryRaw<{ slug: string; name: string; kind: string; category: string }[]>`
    SELECT t.slug, t.name, t.kind::text AS kind, c.name AS category
    FROM (
      SELECT id, min(rank) AS rank, max(likeness) AS likeness FROM (
        (SELECT id, 0 AS rank, 1.0 AS likeness FROM "Technology"
         WHERE lower(name) COLLATE "C" >= ${wanted} AND lower(name) COLLATE "C" < ${end} AND state = 'live'
         ORDER BY lower(name) COLLATE "C" LIMIT ${take})
        UNION ALL
        (SELECT "technologyId", 1, 1.0 FROM "Alias"
         WHERE lower(name) COLLATE "C" >= ${wanted} AND lower(name) COLLATE "C" < ${end} ORDER BY lower(name) COLLATE "C" LIMIT ${take})
        UNION ALL
        (SELECT id, 2, similarity(lower(name), ${wanted}) FROM "Technology"
         WHERE lower(name) % ${wanted} AND state = 'live' ORDER BY 3 DESC LIMIT ${take})
        UNION ALL
        (SELECT "technologyId", 2, similarity(lower(name), ${wanted}) FROM "Alias"
         WHERE lower(name) % ${wanted} ORDER BY 3 DESC LIMIT ${take})
      ) AS hits GROUP BY id
    ) AS best
    JOIN "Technology" t ON t.id = best.id AND t.state = 'live'
    JOIN "Category" c ON c.id = t."categoryId"
    ORDER BY best.rank, best.likeness DESC, char_length(t.name), t.slug
    LIMIT ${take}`;
  return rows.map(({ slug, name, kind, category }) => ({ slug, name, hint: `${kind} · ${category}` }));
}

/** One page of all live technologies, by slug; a page past the end comes back empty with the count of pages. */
export async function listTechnologies(page: number): Promise<TechnologyList> {
  const [total, rows] = await Promise.all([
    db().technology.count({ where: { state: "live" } }),
    db().technology.findMany({
      where: { state: "live" },
      select: {
        slug: true,
        name: true,
        kind: true,
        tagline: true,
        ring: true,
        category: { select: { name: true } },
      },
      orderBy: { slug: "asc" },
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
      relationLoadStrategy: "join",
    }),
  ]);
  const entries = rows.map(({ category, tagline, ring, ...row }) => ({
    ...row,
    category: category.name,
    tagline: tagline ?? undefined,
    ring: ring ?? undefined,
  }));
  return { entries, total, page, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

/** The text as it is looked up, or null where no name can be meant: empty, over-long, or not storable as text. */
function searchable(text: string): string | null {
  const wanted = text.normalize("NFC").trim().toLowerCase();
  const usable =
    wanted !== "" && wanted.length <= LONGEST_QUERY && wanted.isWellFormed() && !/\p{Cc}/u.test(wanted);
  return usable ? wanted : null;
}
