import type { Decision, Kind, Popularity, Ring, Side, TechnologyRecord } from "./types";

/** Of a record, what the outcome depends on. */
export type Judged = Pick<TechnologyRecord, "slug" | "kind" | "category" | "related" | "ring" | "popularity">;

/** Best first. */
const RINGS: readonly Ring[] = ["adopt", "trial", "assess", "hold"];

/** Kinds of which one can stand in for another; every other kind competes with its own only. */
export const INTERCHANGEABLE: readonly (readonly Kind[])[] = [
  ["library", "framework"],
  ["tool", "platform", "service", "database", "framework"],
];

const DAY_MS = 86_400_000;
export const FIGURES_WITHIN_DAYS = 92;
export const CLEAR_LEAD = 1.25;

/** The kinds that can stand in for `kind`, itself first. */
export function comparableKinds(kind: Kind): Kind[] {
  const others = INTERCHANGEABLE.filter((group) => group.includes(kind)).flat();
  return [...new Set([kind, ...others])];
}

/** Same category, or one lists the other as related; and kinds that can stand in for each other. */
export function doSameJob(left: Judged, right: Judged): boolean {
  const near =
    left.category === right.category ||
    left.related.includes(right.slug) ||
    right.related.includes(left.slug);
  return near && canStandIn(left.kind, right.kind);
}

function canStandIn(kind: Kind, other: Kind): boolean {
  return kind === other || INTERCHANGEABLE.some((group) => group.includes(kind) && group.includes(other));
}

/** Who is picked where no editor has spoken. Symmetric: swapping the sides swaps nothing but the side's name. */
export function decide(left: Judged, right: Judged): Decision {
  if (!doSameJob(left, right)) return { outcome: "different-jobs" };
  const better = betterRing(left.ring, right.ring);
  if (better) return { outcome: "pick", pick: better, by: "ring" };
  if (left.ring === right.ring) {
    const used = usedMore(left.popularity, right.popularity);
    if (used) return { outcome: "pick", pick: used, by: "popularity" };
    if (left.ring) return { outcome: "too-close" };
  }
  return { outcome: "unrated" };
}

/** The side in the better ring; null when equal or when one is not rated. */
export function betterRing(left: Ring | undefined, right: Ring | undefined): Side | null {
  if (!left || !right || left === right) return null;
  return RINGS.indexOf(left) < RINGS.indexOf(right) ? "left" : "right";
}

/** The side with the clearly higher figure, where the two figures can be compared at all. */
export function usedMore(left: Popularity | undefined, right: Popularity | undefined): Side | null {
  if (!left || !right || left.value <= 0 || right.value <= 0) return null;
  if (left.unit !== right.unit || left.source.title !== right.source.title) return null;
  if (Math.max(left.value, right.value) < CLEAR_LEAD * Math.min(left.value, right.value)) return null;
  const apart = Math.abs(Date.parse(left.asOf) - Date.parse(right.asOf));
  if (!(apart <= FIGURES_WITHIN_DAYS * DAY_MS)) return null;
  return left.value > right.value ? "left" : "right";
}
