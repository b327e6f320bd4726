import { betterRing, usedMore } from "./decide";
import type { Outcome, Popularity, Ring, Side, TechnologyRecord } from "./types";

export const RING_NAMES: Record<Ring, string> = {
  adopt: "Adopt",
  trial: "Trial",
  assess: "Assess",
  hold: "Hold",
};

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** "120 million", "1.2 billion", "950": two significant digits at least, in words from a thousand up. */
const inWords = new Intl.NumberFormat("en", { notation: "compact", compactDisplay: "long" });

/**
 * What the outcome rests on, in one line; undefined where nothing on file bears on it. An editor's pick
 * (`curated`) may go against the ratings, and then the line says so instead of claiming them.
 */
export function basisLine(
  input: { left: TechnologyRecord; right: TechnologyRecord; curated: boolean },
  outcome: Outcome,
  pick: Side | null,
  hasLines: boolean,
): string | undefined {
  const { left, right } = input;
  if (outcome === "different-jobs") return undefined;
  if (outcome === "unrated") return "We have not rated both yet.";
  const better = betterRing(left.ring, right.ring);
  if (better) return ringsApart(input, better, pick);
  const equal = left.ring && left.ring === right.ring ? `We rate both ${RING_NAMES[left.ring]}` : null;
  if (!pick) return equal ? `${equal}.${hasLines ? " Choose by the lines below." : ""}` : undefined;
  const ringsMatch = left.ring === right.ring;
  const figures =
    ringsMatch && usedMore(left.popularity, right.popularity) === pick && figuresLine(input, pick);
  if (figures) return equal ? `${equal}; ${figures}` : figures;
  return equal ? `${equal}.` : undefined;
}

function ringsApart(
  { left, right }: { left: TechnologyRecord; right: TechnologyRecord },
  better: Side,
  pick: Side | null,
): string {
  const [first, second] = pick === "right" ? [right, left] : [left, right];
  const ratings = `Our ratings: ${rated(first)}; ${rated(second)}.`;
  if (pick === null) return ratings;
  if (pick !== better) return `${ratings} Our editors decide against them here.`;
  // Faint praise for a faint pick; Hold is never the better of two.
  return first.ring === "assess" ? `${ratings} The better of the two.` : ratings;
}

function rated(record: TechnologyRecord): string {
  return record.ring ? `${record.name}, ${RING_NAMES[record.ring]}` : record.name;
}

/** A claim about use never goes without its figures, source and month. */
function figuresLine(
  { left, right }: { left: TechnologyRecord; right: TechnologyRecord },
  pick: Side,
): string | null {
  const [first, second] = pick === "left" ? [left, right] : [right, left];
  if (!first.popularity || !second.popularity) return null;
  const { value, unit, source } = first.popularity;
  const figures = `${inWords.format(value)} ${unit} against ${inWords.format(second.popularity.value)}`;
  return `${first.name} is used more: ${figures} (${source.title}, ${months(first.popularity, second.popularity)}).`;
}

function months(first: Popularity, second: Popularity): string {
  const [one, two] = [monthOf(first.asOf), monthOf(second.asOf)];
  if (one.year !== two.year) return `${one.month} ${one.year} and ${two.month} ${two.year}`;
  return one.month === two.month ? `${one.month} ${one.year}` : `${one.month} and ${two.month} ${one.year}`;
}

function monthOf(isoDate: string): { year: string; month: string } {
  return { year: isoDate.slice(0, 4), month: MONTHS[Number(isoDate.slice(5, 7)) - 1] ?? "" };
}
