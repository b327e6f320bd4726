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
    hit.ring ? RINGS.indexOf(hit.ring) : RINGS.length,
  ];
  const keyed = hits.map((hit) => ({ hit, key: key(hit) }));
  keyed.sort((one, other) => compareKeys(one.key, other.key) || (one.hit.slug < other.hit.slug ? -1 : 1));
  return onceEach(keyed.map(({ hit }) => hit));
}

export function onceEach(hits: Hit[]): Hit[] {
  const seen = new Set<string>();
  return hits.filter(({ id }) => !seen.has(id) && seen.add(id));
}

const BY_NAME: Reason[] = ["name", "slug", "alias", "name begins", "alias begins", "slip"];

/** Whether what was found first is called what was typed, as far as that was typed, or but for a slip. */
export function isByName([first]: Hit[]): boolean {
  return first !== undefined && BY_NAME.includes(first.reason);
}

function compareKeys(one: number[], other: number[]): number {
  for (const [index, value] of one.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
