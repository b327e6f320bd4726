import "server-only";
import { db } from "../db";
import { inAddressOrder } from "../pair/pair";
import { findSmallLogo } from "../technologies/logos";
import { placeReason } from "../verdict/standing-words";
import { meet, type Standing } from "../verdict/standings";
import type { Kind } from "../verdict/types";
import { findNewest } from "./newest-queries";
import { type CategoryStandings, findStandings, MOST_CONTENDERS, type Ranked } from "./standings-queries";
import { type NextPlace, type RankingPage, type RankingPlace, WITH_A_MARK } from "./types";

/** A page is to cost the same however many there are; the list of all of them has pages. */
const MOST_PLACES = 20;
const MOST_UNRANKED = 24;

/** The ranking of a live category (by slug), or of one kind in it; null where there is no such category. */
export async function findRanking(slug: string, kind?: Kind): Promise<RankingPage | null> {
  const [newest, category] = await Promise.all([findNewest(), findCategoryKinds(slug)]);
  if (!category) return null;
  const standings = await findStandings({ category: slug, kind }, newest);
  const { ranked, unranked, contenders, changedAt } = standings;
  return {
    category: { slug, name: category.name },
    ...(kind && { kind }),
    kinds: category.kinds,
    places: await listPlaces(standings, MOST_PLACES),
    ranked: ranked.length,
    contenders: contenders.size,
    isEverybody: contenders.size < MOST_CONTENDERS,
    unranked: unranked.slice(0, MOST_UNRANKED).map(({ slug, name }) => ({ slug, name })),
    unrankedMore: Math.max(0, unranked.length - MOST_UNRANKED),
    ...(changedAt !== undefined && { changedAt }),
  };
}

/** The first places of some standings, worked out once for each. */
export async function listPlaces(standings: CategoryStandings, most: number): Promise<RankingPlace[]> {
  const found =
    placesOf.get(standings) ??
    (await Promise.all(
      standings.ranked.slice(0, MOST_PLACES).map((standing, index) => toPlace(standing, index, standings)),
    ));
  placesOf.set(standings, found);
  return found.slice(0, most);
}

const placesOf = new WeakMap<CategoryStandings, RankingPlace[]>();

/** The live category of a slug, with the kinds that its live technologies are of. One index probe for each kind. */
async function findCategoryKinds(slug: string): Promise<{ name: string; kinds: Kind[] } | null> {
  const [row] = await db().$queryRaw<{ name: string; kinds: Kind[] }[]>`
    SELECT c.name, ARRAY(
      SELECT one::text FROM unnest(enum_range(NULL::"Kind")) AS every(one)
      CROSS JOIN LATERAL (
        SELECT t.slug FROM "Technology" t WHERE t.state = 'live' AND t."categoryId" = c.id AND t.kind = one
        ORDER BY t.slug LIMIT 1) AS found
    ) AS kinds
    FROM "Category" c WHERE c.slug = ${slug} AND c.state = 'live'`;
  return row ?? null;
}

async function toPlace(
  { contender, place, tied, picked, of }: Standing<Ranked>,
  index: number,
  standings: CategoryStandings,
): Promise<RankingPlace> {
  const { slug, name, kind, ring, tagline, lead } = contender;
  const next = findNext(contender, index, standings);
  return {
    place,
    tied,
    slug,
    name,
    kind,
    ring,
    summary: tagline ?? lead,
    logo: index < WITH_A_MARK ? await findSmallLogo(contender.logo) : undefined,
    picked,
    of,
    reason: placeReason(standings.meetingsOf(contender)),
    ...(next && { next }),
  };
}

/** The next one down with which it has a head-to-head. */
function findNext(
  contender: Ranked,
  index: number,
  { ranked, curated }: CategoryStandings,
): NextPlace | null {
  for (const { contender: other } of ranked.slice(index + 1)) {
    const { outcome, pick, curatedLeft } = meet(contender, other, curated);
    if (outcome !== "pick" && outcome !== "too-close") continue;
    return { slug: other.slug, name: other.name, ...pairOf(contender.slug, other.slug, curatedLeft), pick };
  }
  return null;
}

/** The canonical pair: an editor's order, else that of the slugs. */
export function pairOf(one: string, other: string, curatedLeft?: string): { left: string; right: string } {
  if (curatedLeft === undefined) return inAddressOrder({ left: one, right: other });
  return curatedLeft === one ? { left: one, right: other } : { left: other, right: one };
}
