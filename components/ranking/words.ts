import type { RankingPlace } from "@/lib/rankings/types";

/** What the link to the comparison with the next place says. */
export function nextWords({ name, slug, next }: Pick<RankingPlace, "name" | "slug" | "next">): string {
  if (!next) return "";
  if (next.pick === undefined) return `${name} or ${next.name}?`;
  return next.pick === slug ? `Why ${name} over ${next.name}` : `Why ${next.name} over ${name}`;
}
