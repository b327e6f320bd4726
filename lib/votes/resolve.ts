import "server-only";
import { findSides } from "../comparisons/resolve";
import { isSlug, parsePair } from "../pair/pair";
import type { Named } from "../verdict/types";
import { NO_PICK } from "./choices";

type Side = Named & { id: string };

/** A verdict on a pair: the sides in the order of their page, and the one that it picks, where it does. */
export type VerdictSides = { left: Side; right: Side; pick: Side | null };

export type ResolvedVerdict = { ok: true; value: VerdictSides } | { ok: false; field: "pair" | "pick" };

/** The technologies that are meant, by their slugs of today or before; or which of the two texts means none. */
export async function resolveVerdict(asked: { pair: string; pick: string }): Promise<ResolvedVerdict> {
  const pair = parsePair(asked.pair);
  const sides = pair && (await findSides(pair));
  if (!sides || sides.left.id === sides.right.id) return { ok: false, field: "pair" };
  if (asked.pick === NO_PICK) return { ok: true, value: { ...sides, pick: null } };
  const pick = await findPick(asked.pick, [sides.left, sides.right]);
  return pick ? { ok: true, value: { ...sides, pick } } : { ok: false, field: "pick" };
}

async function findPick(slug: string, sides: Side[]): Promise<Side | null> {
  const bySlug = sides.find((side) => side.slug === slug);
  if (bySlug || !isSlug(slug)) return bySlug ?? null;
  const renamed = await findSides({ left: slug, right: slug });
  return sides.find(({ id }) => id === renamed?.left.id) ?? null;
}

/** How the tables of votes name a verdict: the smaller id first, whichever side the page shows first. */
export function verdictKey({ left, right, pick }: VerdictSides) {
  const [leftId, rightId] = left.id < right.id ? [left.id, right.id] : [right.id, left.id];
  return { leftId, rightId, verdict: pick?.id ?? NO_PICK };
}
