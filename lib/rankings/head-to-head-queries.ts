import "server-only";
import { db } from "../db";
import { limit } from "../limit-queries";
import { findSmallLogo } from "../technologies/logos";
import type { Alternative, HeadToHead } from "../technologies/types";
import { comparableKinds } from "../verdict/decide";
import { byPair, type Contender, type CuratedOutcome, meet } from "../verdict/standings";
import { findNewest } from "./newest-queries";
import { pairOf } from "./ranking-queries";
import { findStandings, type Ranked } from "./standings-queries";

const MOST_ALTERNATIVES = 8;
const MOST_CURATED = 200;

/**
 * How a live technology fares in its category, by the standings that its ranking shows, and what else there is for its
 * job: of its own kind first, then by place.
 */
export async function findHeadToHeads(
  own: Contender & { id: string },
): Promise<{ record?: HeadToHead; alternatives: Alternative[] }> {
  const standings = await findStandings({ category: own.category }, await findNewest());
  const kinds = comparableKinds(own.kind);
  const everybody = [...standings.ranked.map(({ contender }) => contender), ...standings.unranked];
  const comparable = everybody.filter(({ slug, kind }) => slug !== own.slug && kinds.includes(kind));
  const shown = [
    ...comparable.filter(({ kind }) => kind === own.kind),
    ...comparable.filter(({ kind }) => kind !== own.kind),
  ].slice(0, MOST_ALTERNATIVES);
  const curated = standings.contenders.has(own.slug) ? standings.curated : await findCurated(own.id);
  const standing = standings.ranked.find(({ contender }) => contender.slug === own.slug);
  return {
    ...(standing && {
      record: {
        picked: standing.picked,
        of: standing.of,
        place: standing.place,
        tied: standing.tied,
        ranked: standings.ranked.length,
      },
    }),
    alternatives: await Promise.all(shown.map((other) => toAlternative(own, other, curated))),
  };
}

async function toAlternative(
  own: Contender,
  other: Ranked,
  curated: ReadonlyMap<string, CuratedOutcome>,
): Promise<Alternative> {
  const { slug, name, kind, ring, tagline } = other;
  const { outcome, pick, curatedLeft } = meet(own, other, curated);
  return {
    slug,
    name,
    kind,
    ring,
    tagline,
    logo: await findSmallLogo(other.logo),
    ...pairOf(own.slug, slug, curatedLeft),
    curated: curatedLeft !== undefined,
    outcome,
    pick,
  };
}

/** What editors wrote of a technology that is not among those whom the standings are of. */
async function findCurated(id: string): Promise<Map<string, CuratedOutcome>> {
  const rows = await db().$queryRaw<(Omit<CuratedOutcome, "pick"> & { pick: string | null })[]>`
    SELECT l.slug AS left, r.slug AS right, k.outcome::text AS outcome,
      CASE k."pickId" WHEN l.id THEN l.slug WHEN r.id THEN r.slug END AS pick
    FROM (
      (SELECT * FROM "Comparison" WHERE "leftId" = ${id}::uuid AND state = 'live' LIMIT ${limit(MOST_CURATED)})
      UNION ALL
      (SELECT * FROM "Comparison" WHERE "rightId" = ${id}::uuid AND state = 'live' LIMIT ${limit(MOST_CURATED)})
    ) AS k
    JOIN "Technology" l ON l.id = k."leftId" JOIN "Technology" r ON r.id = k."rightId"`;
  return byPair(rows.map(({ pick, ...row }) => ({ ...row, ...(pick !== null && { pick }) })));
}
