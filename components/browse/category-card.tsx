import { leaderNames } from "@/components/ranking/leader-row";
import { Logo } from "@/components/technology/logo";
import { CardItem, CardLink } from "@/components/ui/card";
import type { Leader } from "@/lib/rankings/types";
import { countWords } from "@/lib/technologies/browse";
import { firstSentence } from "@/lib/verdict/first-sentence";

/** A category in the index: what it is about, how much is in it, and who leads it. */
export function CategoryCard({ leader }: { leader: Leader }) {
  const { category, technologies, first, sharing } = leader;
  const [one] = first;
  return (
    <CardItem className="flex flex-col gap-3 p-6">
      <div>
        <h2 className="text-heading">
          <CardLink href={`/categories/${category.slug}`}>{category.name}</CardLink>
        </h2>
        <p className="mt-1 text-soft text-sm">
          {countWords(technologies)} {technologies.count === 1 ? "technology" : "technologies"}
        </p>
      </div>
      {category.description && (
        <p className="text-soft leading-relaxed">{firstSentence(category.description)}</p>
      )}
      {one && (
        <p className="mt-auto flex min-w-0 items-center gap-3 border-line border-t pt-4">
          <Logo name={one.name} logo={one.logo} size="small" />
          <span className="min-w-0 leading-snug">
            <span className="text-soft">{sharing > 1 ? "Sharing the lead: " : "In the lead: "}</span>
            <b className="font-semibold">{leaderNames(leader)}</b>
          </span>
        </p>
      )}
    </CardItem>
  );
}
