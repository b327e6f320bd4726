import "server-only";
import { inAddressOrder, pairPath } from "../pair/pair";
import { alternativesPath, findAlternatives } from "./address";
import { listCuratedHits } from "./case-queries";
import { findCategories } from "./category-queries";
import { findNamed, findSides, findTechnologies } from "./find";
import { readQuery } from "./query";
import { listSides, readBegunSides } from "./question";
import { isByName } from "./rank";
import { titleOf } from "./titles";
import type { Hit } from "./types";

/** A page that a text may mean, under the words that a list shows for it. */
export type PageSuggestion = { href: string; label: string; hint: string };

const MOST = 7;
const MOST_CATEGORIES = 2;
const MOST_COMPARISONS = 2;

/**
 * Pages that a text typed so far may mean, best first: where its question leads; technologies, categories (first, where
 * no technology is called so), comparisons.
 */
export async function listPageSuggestions(field: string): Promise<PageSuggestion[]> {
  const query = readQuery(field);
  if (query.kind !== "text") return [];
  const { text } = query;
  // Most texts are no question: what they find is looked for while that is made sure.
  const isQuestion = readBegunSides(text) !== null || listSides(text).length > 0;
  const [leads, found] = await Promise.all([listLeads(text), isQuestion ? null : listFound(text)]);
  return leads.length > 0 ? leads : (found ?? listFound(text));
}

async function listFound(text: string): Promise<PageSuggestion[]> {
  const [{ hits, nearest }, { sure, categories }] = await Promise.all([
    findTechnologies(text, { take: MOST, wide: false }),
    findCategories(text),
  ]);
  const found = hits.length > 0 ? hits : nearest;
  const curated = await listCuratedHits(
    text,
    found.slice(0, 1).map(({ id }) => id),
  );
  const fields = categories.slice(0, sure ? MOST_CATEGORIES : 0).map(({ slug, name }) => ({
    href: `/categories/${slug}`,
    label: name,
    hint: "category",
  }));
  const technologies = found.slice(0, MOST).map(toSuggestion);
  return [
    ...(isByName(hits) ? [...technologies, ...fields] : [...fields, ...technologies]),
    ...curated.slice(0, MOST_COMPARISONS).map(({ left, right, epithets }) => ({
      href: pairPath({ left: left.slug, right: right.slug }),
      label: titleOf({ left, right, ...(epithets && { epithets }) }),
      hint: "comparison",
    })),
  ];
}

function toSuggestion({ slug, name, label, kind, category }: Hit): PageSuggestion {
  const also = label === name ? "" : `${label} · `;
  return { href: `/technologies/${slug}`, label: name, hint: `${also}${kind} · ${category.name}` };
}

/** Where a question leads: to the alternatives of a thing, or to the comparison of two, or those that may be meant. */
async function listLeads(text: string): Promise<PageSuggestion[]> {
  const asked = await findAlternatives(text);
  if (asked) {
    const hint = `${asked.kind} · ${asked.category.name}`;
    return [{ href: alternativesPath(asked), label: `Alternatives to ${asked.name}`, hint }];
  }
  const begun = readBegunSides(text);
  if (begun?.right === "") return (await findNamed(text)) ? [] : findOne(begun.left);
  const sides = await findSides(text);
  if (!sides || (!begun && !(sides.left.meant && sides.right.meant))) return [];
  const left = sides.left.meant ?? sides.left.nearest[0];
  if (!left) return [];
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
