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
  const key = `${pairKey({ left, right })} ${pick}`;
  const found = kept.get(key);
  kept.delete(key);
  const entry = found && found.until > now ? found : { until: now + KEPT_MS, tally: readTally(asked) };
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= MOST_KEPT) break;
    kept.delete(oldest);
  }
  // A failure is for those who wait for it now, not for a minute.
  entry.tally.catch(() => kept.get(key) === entry && kept.delete(key));
  return entry.tally;
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
