import "server-only";
import { db } from "../db";
import { isSlug, pairKey, pairSegment } from "../pair/pair";
import { NO_PICK, type Tally } from "./choices";
import { resolveVerdict, verdictKey } from "./resolve";

const KEPT_MS = 60_000;
const MOST_KEPT = 1_000;

type Kept = { until: number; tally: Promise<Tally | null> };

/** By pair and verdict, the one not asked for the longest first. */
const kept = new Map<string, Kept>();

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
  const key = keyOf(asked);
  const found = kept.get(key);
  const entry = found && found.until > now ? found : { until: now + KEPT_MS, tally: readTally(asked) };
  keep(key, entry);
  // A failure is for those who wait for it now, not for a minute.
  entry.tally.catch(() => kept.get(key) === entry && kept.delete(key));
  return entry.tally;
}

/**
 * How readers stand to a verdict for those who read it this minute: what was found first is shown to all of them, so
 * that a page and what it asks for later say the same. `fresh` is how they stand now.
 */
export async function settleTally(
  asked: { left: string; right: string; pick: string },
  fresh: Tally,
  now = Date.now(),
): Promise<Tally> {
  const found = kept.get(keyOf(asked));
  if (found && found.until > now) return (await found.tally.catch(() => null)) ?? fresh;
  keep(keyOf(asked), { until: now + KEPT_MS, tally: Promise.resolve(fresh) });
  return fresh;
}

function keyOf({ left, right, pick }: { left: string; right: string; pick: string }): string {
  return `${pairKey({ left, right })} ${pick}`;
}

function keep(key: string, entry: Kept): void {
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
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
