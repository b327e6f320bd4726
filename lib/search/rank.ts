import type { Named } from "../verdict/types";
import { type Hit, REASONS, type Reason } from "./types";

// The order of what was found. Pure.

const RINGS = ["adopt", "trial", "assess", "hold"];

/** Each technology once, by the best of its reasons; among equals what is written as typed, shorter, or rated higher. */
export function hitsInOrder<H extends Hit>(text: string, hits: H[], costOf?: (hit: H) => number): Hit[] {
  const typed = text.toLowerCase();
  const key = (hit: H) => [
    REASONS.indexOf(hit.reason),
    costOf?.(hit) ?? 0,
    hit.label.toLowerCase() === typed ? 0 : 1,
    [...hit.label].length,
    ringOf(hit),
  ];
  const keyed = hits.map((hit) => ({ hit, key: key(hit) }));
  keyed.sort((one, other) => compareKeys(one.key, other.key) || (one.hit.slug < other.hit.slug ? -1 : 1));
  return onceEach(keyed.map(({ hit }) => hit));
}

export function onceEach(hits: Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const CALLED: Reason[] = ["name", "slug", "alias"];

/** Whether a technology is called exactly what was typed. */
export function isCalledSo({ reason }: Hit): boolean {
  return CALLED.includes(reason);
}

const BY_NAME: Reason[] = [...CALLED, "name begins", "alias begins", "slip"];

/** Whether what was found first is called what was typed, as far as that was typed, or but for a slip. */
export function isByName([first]: Hit[]): boolean {
  return first !== undefined && BY_NAME.includes(first.reason);
}

/** For a text that is what categories are called: what is in one of them first, and the better rated of that. */
export function inCategoriesFirst(hits: Hit[], categories: Named[]): Hit[] {
  const isIn = (hit: Hit) => categories.some(({ slug }) => slug === hit.category.slug);
  const inside = hits.filter(isIn).toSorted((one, other) => ringOf(one) - ringOf(other));
  return [...inside, ...hits.filter((hit) => !isIn(hit))];
}

function ringOf({ ring }: Hit): number {
  return ring ? RINGS.indexOf(ring) : RINGS.length;
}

function compareKeys(one: number[], other: number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
