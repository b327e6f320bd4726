import { CardItem, CardLink } from "@/components/ui/card";
import { DateText } from "@/components/ui/date";
import { MetaLine } from "@/components/ui/meta-line";
import { PickSign } from "@/components/ui/pick-mark";
import type { CuratedEntry } from "@/lib/comparisons/types";
import { pairPath } from "@/lib/pair/pair";

const OUTCOMES = { pick: "Nice Pick", "too-close": "Too close to call", "different-jobs": "Different jobs" };

/** A curated comparison in a list: the pair, what came of it, and the short of it. */
export function CuratedCard({ entry }: { entry: CuratedEntry }) {
  const { left, right, category, outcome, pick, summary, publishedAt } = entry;
  return (
    <CardItem className="flex flex-col p-5 md:p-6">
      <MetaLine>
        {category}
        <DateText iso={publishedAt} precision="month" />
      </MetaLine>
      <h3 className="mt-2 text-heading">
        <CardLink href={pairPath({ left: left.slug, right: right.slug })}>
          {left.name} <span className="font-normal text-soft">vs</span> {right.name}
        </CardLink>
      </h3>
      {summary && <p className="mt-2 text-soft leading-relaxed">{summary}</p>}
      <p className={`mt-auto pt-4 ${pick ? "font-semibold text-ice" : "text-soft"}`}>
        {pick ? (
          <>
            <PickSign /> {OUTCOMES[outcome]}: {pick}
          </>
        ) : (
          OUTCOMES[outcome]
        )}
      </p>
    </CardItem>
  );
}
