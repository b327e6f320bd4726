import "server-only";
import { inAddressOrder, type Pair, pairPath, parsePair, readSlug } from "../pair/pair";
import { findTechnologyByText } from "../technologies/queries";
import { findTechnologySlug } from "../technologies/record-queries";
import { findPairSides, type PairSide } from "./queries";

/** Where an address leads: it is the canonical one, it moves for ever, or nothing is there. */
export type Address = { kind: "here" } | { kind: "moved"; to: string } | { kind: "missing" };

/** The same of a list: of what it is asked for, something may not be known, and then its page says so. */
export type ListAddress = Address | { kind: "unknown" };

/** The address of a comparison, from the path segment exactly as it was asked for. One database statement. */
export async function resolveComparison(segment: string): Promise<Address> {
  const asked = parsePair(segment);
  if (!asked) return { kind: "missing" };
  const to = await findPairPath(asked);
  if (to === null) return { kind: "missing" };
  return to === `/compare/${segment}` ? { kind: "here" } : { kind: "moved", to };
}

/** The address of a technology, likewise. */
export async function resolveTechnology(segment: string): Promise<Address> {
  const asked = readSlug(segment);
  const slug = asked && (await findTechnologySlug(asked));
  if (!slug) return { kind: "missing" };
  return slug === segment ? { kind: "here" } : { kind: "moved", to: `/technologies/${slug}` };
}

/** The canonical path of two technologies by slug, old slugs included; null when either is not on file. */
export async function findPairPath(pair: Pair): Promise<string | null> {
  const sides = await findSides(pair);
  if (!sides) return null;
  const { left, right } = sides;
  return left.slug === right.slug
    ? `/technologies/${left.slug}`
    : pairPath({ left: left.slug, right: right.slug });
}

/** Both technologies of a pair, old slugs included, in the order of its page; null when either is not on file. */
export async function findSides(pair: Pair): Promise<{ left: PairSide; right: PairSide } | null> {
  const { left, right, curatedLeft } = await findPairSides(pair);
  if (!left || !right) return null;
  const first = curatedLeft ?? inAddressOrder({ left: left.slug, right: right.slug }).left;
  return first === left.slug ? { left, right } : { left: right, right: left };
}

/** The path for two texts a reader typed (names, aliases or slugs); null when either is not known. */
export async function findChosenPath(left: string, right: string): Promise<string | null> {
  const sides = await Promise.all([findTechnologyByText(left), findTechnologyByText(right)]);
  if (!sides[0] || !sides[1]) return null;
  return findPairPath({ left: sides[0].slug, right: sides[1].slug });
}
