import type { Contender, Meetings } from "./standings";
import { withFinalMark } from "./words";

/** So many names are said before the rest are only counted. */
const NAMED = 2;

/** "Picked in 7 of 9 head-to-heads" */
export function recordLine({ picked, of }: { picked: number; of: number }): string {
  return of === 1 ? share(picked, of) : `${share(picked, of)} head-to-heads`;
}

/** "shares 4th place in Databases"; `category` is a name. */
export function placeWords({ place, tied }: { place: number; tied: boolean }, category: string): string {
  return `${tied ? "shares " : ""}${ordinal(place)} place in ${category}`;
}

/** "1st", "2nd", "11th" */
export function ordinal(place: number): string {
  const [tens, ones] = [place % 100, place % 10];
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][ones] ?? "th");
  return `${place.toLocaleString("en")}${ending}`;
}

/**
 * Why a technology stands where it does, in up to three sentences, from its head-to-heads alone: "Picked in 7 of 9:
 * over A, B and 5 more. Passed over for C. Too close to call with D." No verb has to agree with a name.
 */
export function placeReason<C extends Contender>({ over, under, close }: Meetings<C>): string {
  const of = over.length + under.length + close.length;
  if (of === 0) return "Nothing is decided between it and any other yet.";
  const sentences = [
    over.length > 0 ? `${share(over.length, of)}: over ${names(over)}` : share(0, of),
    ...(under.length > 0 ? [`Passed over for ${names(under)}`] : []),
    ...(close.length > 0 ? [`Too close to call with ${names(close)}`] : []),
  ];
  return sentences.map(withFinalMark).join(" ");
}

function share(picked: number, of: number): string {
  if (of === 1) return `${picked === 1 ? "Picked" : "Not picked"} in its only head-to-head`;
  if (picked === of) return `Picked in all ${of.toLocaleString("en")}`;
  const counted = picked === 0 ? "none" : picked.toLocaleString("en");
  return `Picked in ${counted} of ${of.toLocaleString("en")}`;
}

/** "A", "A and B", "A, B and C", "A, B and 5 more". */
function names(contenders: Contender[]): string {
  const all = contenders.map(({ name }) => name);
  const said =
    all.length > NAMED + 1
      ? [...all.slice(0, NAMED), `${(all.length - NAMED).toLocaleString("en")} more`]
      : all;
  return said.length === 1 ? (said[0] ?? "") : `${said.slice(0, -1).join(", ")} and ${said.at(-1)}`;
}
