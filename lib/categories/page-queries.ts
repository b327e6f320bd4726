import "server-only";
import { categoryTag, dependOn } from "../cache";
import { db } from "../db";
import { limit } from "../limit-queries";
import { Memo } from "../memo";
import { findNewest } from "../rankings/newest-queries";
import { listPlaces, pairOf } from "../rankings/ranking-queries";
import { findStandings, type Ranked, type Written } from "../rankings/standings-queries";
import { browseTechnologies } from "../technologies/browse-queries";
import type { Kind } from "../verdict/types";
import type { CategoryPage, KindCount, WrittenEntry } from "./types";

const BEST = 3;
const MOST_WRITTEN = 8;
const MOST_COUNTED = 999;

const kept = new Memo<KindCount[]>({ forMs: 600_000, most: 200 });

/** The name of a live category by its slug; null where there is none. */
export async function findCategoryName(slug: string): Promise<string | null> {
  const row = await db().category.findUnique({ where: { slug, state: "live" }, select: { name: true } });
  return row?.name ?? null;
}

/** A live category's page; null where there is none. `page` is that of its technologies, from 1. */
export async function findCategoryPage(slug: string, page: number): Promise<CategoryPage | null> {
  const category = await db().category.findUnique({
    where: { slug, state: "live" },
    select: { name: true, description: true },
  });
  if (!category) return null;
  dependOn(categoryTag(slug));
  const newest = await findNewest();
  const [list, standings, kinds] = await Promise.all([
    browseTechnologies({ category: slug }, page),
    findStandings({ category: slug }, newest),
    kept.get(`${slug} ${newest}`, () => countKinds(slug)),
  ]);
  return {
    slug,
    name: category.name,
    ...(category.description !== null && { description: category.description }),
    best: await listPlaces(standings, BEST),
    ranked: standings.ranked.length,
    written: standings.written
      .slice(0, MOST_WRITTEN)
      .flatMap((written) => toWritten(written, standings.contenders)),
    kinds,
    list,
  };
}

function toWritten(written: Written, contenders: ReadonlyMap<string, Ranked>): WrittenEntry[] {
  const [left, right] = [contenders.get(written.left), contenders.get(written.right)];
  if (!left || !right) return [];
  const picked = written.pick === undefined ? undefined : contenders.get(written.pick);
  return [
    {
      ...pairOf(left.slug, right.slug, left.slug),
      leftName: left.name,
      rightName: right.name,
      outcome: written.outcome,
      ...(picked && { pick: picked.name }),
    },
  ];
}

/** How many of each kind there are, each counted up to a bound; kinds that are not there are left out. */
async function countKinds(slug: string): Promise<KindCount[]> {
  const rows = await db().$queryRaw<{ kind: Kind; count: number }[]>`
    SELECT every.one::text AS kind, counted.count FROM unnest(enum_range(NULL::"Kind")) AS every(one)
    CROSS JOIN LATERAL (SELECT count(*)::int FROM (
      SELECT t.slug FROM "Technology" t WHERE t.state = 'live'
        AND t."categoryId" = (SELECT id FROM "Category" WHERE slug = ${slug}) AND t.kind = every.one
      ORDER BY t.slug LIMIT ${limit(MOST_COUNTED + 1)}) AS some_of_it) AS counted
    WHERE counted.count > 0`;
  return rows.map(({ kind, count }) => ({
    kind,
    technologies: { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED },
  }));
}
