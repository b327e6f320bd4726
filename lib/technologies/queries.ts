import "server-only";
import { categoryTag, dependOn } from "../cache";
import { db } from "../db";
import { findHeadToHeads } from "../rankings/head-to-head-queries";
import { findNamed, findTechnologies } from "../search/find";
import { relatedNames } from "../verdict/compose";
import type { Named } from "../verdict/types";
import { listLinks } from "./links";
import { findLogo } from "./logos";
import { listOtherComparisons } from "./neighbour-queries";
import { listRecords, type RecordRow, toNames, toPoints, toPopularity } from "./record-queries";
import type { Suggestion, TechnologyPage } from "./types";

/** A live technology's page; null where there is none. */
export async function findTechnologyPage(slug: string): Promise<TechnologyPage | null> {
  const [row] = await listRecords([slug]);
  if (!row) return null;
  dependOn(categoryTag(row.category.slug));
  const where = { technologyId: row.id };
  const [logo, headToHeads, neighbours, comparisons, aliases, resources] = await Promise.all([
    findLogo(row.logo),
    findHeadToHeads(toContender(row)),
    findNeighbours(row),
    listOtherComparisons([row]),
    db().alias.findMany({ where, orderBy: { position: "asc" } }),
    db().resource.findMany({ where, orderBy: { position: "asc" } }),
  ]);
  const isShown = new Set(headToHeads.alternatives.map((alternative) => alternative.slug));
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
    comparisons: (comparisons[0] ?? []).filter(({ slug, curated }) => curated || !isShown.has(slug)),
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

/** The live technology a reader means by a name, an alias or a slug, however it is written; names win over aliases. */
export async function findTechnologyByText(text: string): Promise<Named | null> {
  const found = await findNamed(text);
  return found && { slug: found.slug, name: found.name };
}

/** Live technologies that a text may mean, best first; where there are none, the nearest to it. */
export async function listSuggestions(text: string, take = 8): Promise<Suggestion[]> {
  const { hits, nearest } = await findTechnologies(text, { take, wide: false });
  const found = hits.length > 0 ? hits : nearest.slice(0, take);
  return found.map(({ slug, name, kind, category }) => ({ slug, name, hint: `${kind} · ${category.name}` }));
}
