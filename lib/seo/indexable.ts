import type { Kind } from "../verdict/types";

/** With less on file for a side, a composed page says too little to be found by itself. */
export const FEWEST_POINTS = 2;

/** One side of a pair, as far as the rule looks at it: how many pros and cons are on file. */
export type Weight = { kind: Kind; pros: number; cons: number };

/**
 * Whether search engines are to list the page of a pair. What an editor wrote always; a composed page only where both
 * sides are of one kind and have two pros and two cons at least. The others are read and followed all the same.
 */
export function isIndexablePair(pair: { left: Weight; right: Weight; curated: boolean }): boolean {
  const { left, right, curated } = pair;
  return curated || (left.kind === right.kind && isWeighty(left) && isWeighty(right));
}

function isWeighty({ pros, cons }: Weight): boolean {
  return pros >= FEWEST_POINTS && cons >= FEWEST_POINTS;
}
