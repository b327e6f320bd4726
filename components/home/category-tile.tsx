import { leaderNames } from "@/components/ranking/leader-row";
import { CardItem, CardLink } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { PickMark } from "@/components/ui/pick-mark";
import type { Leader } from "@/lib/rankings/types";

/** Of more than these, the first by alphabet would be the only one named. */
const MOST_NAMED = 2;

/** A category to go on from: how much is in it, and who leads it. */
export function CategoryTile({ leader }: { leader: Leader }) {
  const { category, technologies, first, sharing } = leader;
  const count = `${technologies.count.toLocaleString("en")}${technologies.more ? "+" : ""}`;
  return (
    <CardItem className="flex flex-col justify-between gap-3 p-5">
      <div>
        <Heading level={3}>
          <CardLink href={`/categories/${category.slug}`}>{category.name}</CardLink>
        </Heading>
        <p className="mt-0.5 text-small text-soft">
          {count} {technologies.count === 1 ? "technology" : "technologies"}
        </p>
      </div>
      {first.length > 0 && (
        // Above the link that covers the card.
        <a
          href={`/best/${category.slug}`}
          className="relative z-[1] flex min-w-0 items-center gap-1.5 self-start py-0.5 text-ice text-ui hover:underline"
        >
          <PickMark className="size-[1.1em] text-mark" />
          <span className="min-w-0">
            {sharing > MOST_NAMED
              ? `${sharing.toLocaleString("en")} share the first place`
              : `Best: ${leaderNames(leader)}`}
          </span>
        </a>
      )}
    </CardItem>
  );
}
