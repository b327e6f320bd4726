import { decide, type Judged } from "./decide";
import type { Outcome } from "./types";

/** One of those that are put against each other: what `decide` goes by, and a name to say. */
export type Contender = Judged & { name: string };

/** What an editor wrote of a pair, in the order of its address. `pick` is the slug of one of the two. */
export type CuratedOutcome = {
  left: string;
  right: string;
  outcome: "pick" | "too-close" | "different-jobs";
  pick?: string;
};

/** What we say of a pair: an editor's word where there is one (`left` is then the first in the address). */
export type Meeting = { outcome: Outcome; pick?: string; curatedLeft?: string };

/** `tied`: others share the place. `of`: the head-to-heads with an outcome, which are the picks, the others' and the close ones. */
export type Standing<C extends Contender> = {
  contender: C;
  place: number;
  tied: boolean;
  picked: number;
  passedOver: number;
  close: number;
  of: number;
};

/** Against whom it was picked, who was picked over it, and with whom it is too close to call; the best placed first. */
export type Meetings<C extends Contender> = { over: C[]; under: C[]; close: C[] };

export type Standings<C extends Contender> = {
  /** Best first; those that share a place in the order of their slugs. */
  ranked: Standing<C>[];
  /** Nothing is decided between these and any other; in the order of their slugs. */
  unranked: C[];
  meetingsOf(contender: C): Meetings<C>;
};

/** What we say of two technologies. Editors come first; where none has spoken, `decide` is the only judge. */
export function meet(one: Judged, other: Judged, curated: ReadonlyMap<string, CuratedOutcome>): Meeting {
  const written = curated.size > 0 && curated.get(keyOf(one.slug, other.slug));
  if (written) {
    const { outcome, pick, left } = written;
    return { outcome, ...(outcome === "pick" && { pick }), curatedLeft: left };
  }
  const decision = decide(one, other);
  if (decision.outcome !== "pick") return { outcome: decision.outcome };
  return { outcome: "pick", pick: decision.pick === "left" ? one.slug : other.slug };
}

export function byPair(curated: readonly CuratedOutcome[]): Map<string, CuratedOutcome> {
  return new Map(curated.map((written) => [keyOf(written.left, written.right), written]));
}

/**
 * Puts everybody against everybody. A place comes from Copeland's method: how often one is picked, less how often
 * another is picked over it; who has as much shares the place. The order of the input does not matter; slugs must
 * be distinct. Quadratic: some 80,000 meetings for 400.
 */
export function rank<C extends Contender>(
  contenders: readonly C[],
  written: readonly CuratedOutcome[],
): Standings<C> {
  const curated = byPair(written);
  const everybody = contenders.toSorted(bySlug);
  const counts = countMeetings(everybody, curated);
  const met = counts.filter(({ picked, passedOver, close }) => picked + passedOver + close > 0);
  const ordered = met.sort((one, other) => scoreOf(other) - scoreOf(one));
  const ranked = ordered.map((counted, index) => {
    const first = ordered.findIndex((one) => scoreOf(one) === scoreOf(counted));
    const next = ordered[index + 1];
    return {
      ...counted,
      place: first + 1,
      tied: first !== index || (next !== undefined && scoreOf(next) === scoreOf(counted)),
      of: counted.picked + counted.passedOver + counted.close,
    };
  });
  const placed = ranked.map(({ contender }) => contender);
  const known = new Set(placed);
  return {
    ranked,
    unranked: everybody.filter((contender) => !known.has(contender)),
    meetingsOf: (contender) => meetingsOf(contender, placed, curated),
  };
}

type Counted<C extends Contender> = { contender: C; picked: number; passedOver: number; close: number };

function countMeetings<C extends Contender>(
  everybody: C[],
  curated: ReadonlyMap<string, CuratedOutcome>,
): Counted<C>[] {
  const counts = everybody.map((contender) => ({ contender, picked: 0, passedOver: 0, close: 0 }));
  for (const [index, one] of counts.entries()) {
    for (const other of counts.slice(index + 1)) {
      const { outcome, pick } = meet(one.contender, other.contender, curated);
      if (outcome === "too-close") {
        one.close += 1;
        other.close += 1;
      } else if (outcome === "pick") {
        const [better, worse] = pick === one.contender.slug ? [one, other] : [other, one];
        better.picked += 1;
        worse.passedOver += 1;
      }
    }
  }
  return counts;
}

function scoreOf({ picked, passedOver }: { picked: number; passedOver: number }): number {
  return picked - passedOver;
}

function meetingsOf<C extends Contender>(
  contender: C,
  placed: C[],
  curated: ReadonlyMap<string, CuratedOutcome>,
): Meetings<C> {
  const meetings: Meetings<C> = { over: [], under: [], close: [] };
  for (const other of placed) {
    if (other.slug === contender.slug) continue;
    const { outcome, pick } = meet(contender, other, curated);
    if (outcome === "too-close") meetings.close.push(other);
    else if (outcome === "pick") (pick === contender.slug ? meetings.over : meetings.under).push(other);
  }
  return meetings;
}

/** Slugs hold no space. */
function keyOf(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** By code unit. */
function bySlug(one: Contender, other: Contender): number {
  return one.slug < other.slug ? -1 : 1;
}
