import "server-only";
import { listCuratedHits } from "./case-queries";
import { findSides, findTechnologies } from "./find";
import { readQuery } from "./query";
import type { ComparisonHit, Hit, Reason, Side } from "./types";

/** What the page of a search shows. `known`: something is called exactly what was typed. */
export type SearchView =
  | { kind: "empty" }
  | { kind: "too-long" }
  | { kind: "sides"; text: string; left: Side; right: Side }
  | {
      kind: "found";
      text: string;
      hits: Hit[];
      nearest: Hit[];
      comparisons: ComparisonHit[];
      known: boolean;
    };

const MOST_HITS = 20;
const MOST_COMPARISONS = 6;

const NAMED: Reason[] = ["name", "slug", "alias"];

export async function findSearchView(field: string | string[] | undefined): Promise<SearchView> {
  const query = readQuery(field);
  if (query.kind !== "text") return query;
  const { text } = query;
  const sides = await findSides(text);
  if (sides) return { kind: "sides", text, ...sides };
  const { hits, nearest } = await findTechnologies(text, { take: MOST_HITS, wide: true });
  const comparisons = await listCuratedHits(
    text,
    hits.filter(({ reason }) => reason !== "case").map(({ id }) => id),
  );
  const known = hits.some(({ reason }) => NAMED.includes(reason));
  return { kind: "found", text, hits, nearest, comparisons: comparisons.slice(0, MOST_COMPARISONS), known };
}
