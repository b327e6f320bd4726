import "server-only";
import { db } from "../db";
import { Memo } from "../memo";
import { isSlug, pairKey, pairSegment } from "../pair/pair";
import { NO_PICK, type Tally } from "./choices";
import { resolveVerdict, verdictKey } from "./resolve";

const tallies = new Memo<Tally | null>({ forMs: 60_000, most: 1_000 });

/**
 * How readers stand to a verdict, at most a minute old: `pick` is the slug of the side that it picks, or "none". Null
 * where there is no such pair, or no such side of it. `now` is in milliseconds.
 */
export async function findTally(
  asked: { left: string; right: string; pick: string },
  now = Date.now(),
): Promise<Tally | null> {
  const { left, right, pick } = asked;
  if (![left, right].every(isSlug) || (pick !== NO_PICK && !isSlug(pick))) return null;
  return tallies.get(keyOf(asked), () => readTally(asked), now);
}

/** Takes over how readers stand as a page shows it, so that the page hears nothing older when it asks. */
export function noteTally(asked: { left: string; right: string; pick: string }, fresh: Tally): void {
  void tallies.put(keyOf(asked), Promise.resolve(fresh));
}

function keyOf({ left, right, pick }: { left: string; right: string; pick: string }): string {
  return `${pairKey({ left, right })} ${pick}`;
}

async function readTally(asked: { left: string; right: string; pick: string }): Promise<Tally | null> {
  const resolved = await resolveVerdict({ pair: pairSegment(asked), pick: asked.pick });
  if (!resolved.ok) return null;
  const found = await db().voteTally.findUnique({
    where: { leftId_rightId_verdict: verdictKey(resolved.value) },
    select: { agrees: true, disagrees: true },
  });
  return found ?? { agrees: 0, disagrees: 0 };
}
