import "server-only";
import { inAddressOrder, pairPath } from "../pair/pair";
import { listCuratedHits } from "./case-queries";
import { findNamed, findSides, findTechnologies } from "./find";
import { readBegunSides, readQuery } from "./query";
import { titleOf } from "./titles";
import type { Hit } from "./types";

/** A page that a text may mean, under the words that a list shows for it. */
export type PageSuggestion = { href: string; label: string; hint: string };

const MOST = 7;
const MOST_COMPARISONS = 2;

/** Pages that a text typed so far may mean, best first: a comparison where it asks for one, technologies, comparisons. */
export async function listPageSuggestions(field: string): Promise<PageSuggestion[]> {
  const query = readQuery(field);
  if (query.kind !== "text") return [];
  const { text } = query;
  const pairs = await listPairs(text);
  if (pairs.length > 0) return pairs;
  const { hits, nearest } = await findTechnologies(text, { take: MOST, wide: false });
  const found = hits.length > 0 ? hits : nearest;
  const curated = await listCuratedHits(
    text,
    found.slice(0, 1).map(({ id }) => id),
  );
  return [
    ...found.map(toSuggestion),
    ...curated.slice(0, MOST_COMPARISONS).map(({ left, right, epithets }) => ({
      href: pairPath({ left: left.slug, right: right.slug }),
      label: titleOf({ left, right, ...(epithets && { epithets }) }),
      hint: "comparison",
    })),
  ].slice(0, MOST + MOST_COMPARISONS);
}

function toSuggestion({ slug, name, label, kind, category }: Hit): PageSuggestion {
  const also = label === name ? "" : `${label} · `;
  return { href: `/technologies/${slug}`, label: name, hint: `${also}${kind} · ${category.name}` };
}

/** For "x vs" with whatever follows it: the comparison that is meant, or those that may be. */
async function listPairs(text: string): Promise<PageSuggestion[]> {
  const begun = readBegunSides(text);
  if (!begun) return [];
  if (begun.right === "") return (await findNamed(text)) ? [] : findOne(begun.left);
  const sides = await findSides(text);
  const left = sides && (sides.left.meant ?? sides.left.nearest[0]);
  if (!sides || !left) return [];
  const rights = sides.right.meant ? [sides.right.meant] : rivalsFirst(left, sides.right.nearest);
  return rights.filter(({ id }) => id !== left.id).map((right) => pairOf(left, right));
}

/** Of what may be meant by the other side, what does the same job comes first: "go vs ru" is Rust before Ruff. */
function rivalsFirst(left: Hit, rights: Hit[]): Hit[] {
  const apart = ({ kind, category }: Hit) =>
    (category.slug === left.category.slug ? 0 : 1) + (kind === left.kind ? 0 : 1);
  return rights.toSorted((one, other) => apart(one) - apart(other));
}

async function findOne(text: string): Promise<PageSuggestion[]> {
  const { hits } = await findTechnologies(text, { take: 1, wide: false });
  return hits.map(toSuggestion);
}

/** By the order of addresses: where an editor turned it round, that address leads on. */
function pairOf(left: Hit, right: Hit): PageSuggestion {
  const href = pairPath(inAddressOrder({ left: left.slug, right: right.slug }));
  return { href, label: titleOf({ left, right }), hint: "comparison" };
}
