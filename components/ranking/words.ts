import type { RankingPlace } from "@/lib/rankings/types";

/** "1st", "2nd", "11th" */
export function ordinal(place: number): string {
  const [tens, ones] = [place % 100, place % 10];
  const ending = tens > 10 && tens < 14 ? "th" : (["th", "st", "nd", "rd"][ones] ?? "th");
  return `${place.toLocaleString("en")}${ending}`;
}

/** What the link to the comparison with the next place says. */
export function nextWords({ name, slug, next }: Pick<RankingPlace, "name" | "slug" | "next">): string {
  if (!next) return "";
  if (next.pick === undefined) return `${name} or ${next.name}?`;
  return next.pick === slug ? `Why ${name} over ${next.name}` : `Why ${next.name} over ${name}`;
}
