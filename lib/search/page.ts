import "server-only";
import { CATALOGUE, dependOn } from "../cache";
import { listLeadersOf } from "../rankings/leader-queries";
import type { Leader } from "../rankings/types";
import { currentRequest, onceInRequest } from "../request-context";
import { listCuratedHits } from "./case-queries";
import type { CategoryHits } from "./categories";
import { findCategories } from "./category-queries";
import { findSeveral, findSides, findTechnologies } from "./find";
import { readQuery } from "./query";
import { listSides } from "./question";
import { inCategoriesFirst, isByName } from "./rank";
import type { ComparisonHit, Hit, Side } from "./types";

/** What the page of a search shows. */
export type SearchView =
  | { kind: "empty" }
  | { kind: "too-long" }
  | { kind: "sides"; text: string; left: Side; right: Side }
  /** Three things or four, to be compared by twos. */
  | { kind: "several"; text: string; hits: Hit[] }
  | FoundView;

type FoundView = {
  kind: "found";
  text: string;
  hits: Hit[];
  nearest: Hit[];
  comparisons: ComparisonHit[];
  categories: CategoryHits;
  /** Who leads the categories that are called so. */
  leaders: Leader[];
};

const MOST_HITS = 12;
const MOST_COMPARISONS = 6;

/** Begins what a page is about to ask for, in a request in which that will be found begun. */
export function beginSearch(text: string): void {
  // What fails fails again for whoever asks for it.
  if (currentRequest()) findSearchView(text).catch(() => {});
}

export async function findSearchView(field: string | string[] | undefined): Promise<SearchView> {
  const query = readQuery(field);
  if (query.kind !== "text") return query;
  const { text } = query;
  // Whatever is published may be found by it.
  dependOn(CATALOGUE);
  return onceInRequest(`search for ${text}`, () => lookFor(text));
}

async function lookFor(text: string): Promise<SearchView> {
  const several = await findSeveral(text);
  if (several.length > 0) return { kind: "several", text, hits: several };
  // Most texts are no question: what they find is looked for while that is made sure.
  const found = listSides(text).length === 0 ? findWhatIsThere(text) : null;
  const [sides, view] = await Promise.all([findSides(text), found]);
  if (sides) return { kind: "sides", text, ...sides };
  return view ?? findWhatIsThere(text);
}

async function findWhatIsThere(text: string): Promise<FoundView> {
  const [{ hits, nearest, comparisons }, [categories, leaders]] = await Promise.all([
    findRecords(text),
    findCategories(text).then(async (found) => [found, await findLeaders(found)] as const),
  ]);
  return {
    kind: "found",
    text,
    hits: categories.sure && !isByName(hits) ? inCategoriesFirst(hits, categories.categories) : hits,
    nearest,
    comparisons: comparisons.slice(0, MOST_COMPARISONS),
    categories: categories.categories.length > 0 ? categories : categoryOf(hits),
    leaders,
  };
}

async function findRecords(text: string) {
  const { hits, nearest } = await findTechnologies(text, { take: MOST_HITS, wide: true });
  const comparisons = await listCuratedHits(
    text,
    hits.filter(({ reason }) => reason !== "case").map(({ id }) => id),
  );
  return { hits, nearest, comparisons };
}

async function findLeaders({ sure, categories }: CategoryHits): Promise<Leader[]> {
  return sure ? listLeadersOf(categories.map(({ slug }) => slug)) : [];
}

const FIRST_HITS = 4;

/** The category that most of what was found first is in. */
function categoryOf(hits: Hit[]): CategoryHits {
  const first = hits.slice(0, FIRST_HITS).map(({ category }) => category);
  const shared = first.filter(
    ({ slug }) => first.filter((one) => one.slug === slug).length > first.length / 2,
  );
  return { sure: false, categories: shared.length > 1 ? shared.slice(0, 1) : [] };
}
