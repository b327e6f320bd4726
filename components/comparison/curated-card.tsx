import { Logo } from "@/components/technology/logo";
import { CardItem, CardLink } from "@/components/ui/card";
import { DateText } from "@/components/ui/date";
import { MetaLine } from "@/components/ui/meta-line";
import { PickSign } from "@/components/ui/pick-mark";
import type { CuratedEntry } from "@/lib/comparisons/types";
import { pairPath } from "@/lib/pair/pair";

const OUTCOMES = { pick: "Nice Pick", "too-close": "Too close to call", "different-jobs": "Different jobs" };

/** A curated comparison in a list: the pair, the short of it, and, at its foot, what came of it. */
export function CuratedCard({ entry }: { entry: CuratedEntry }) {
  const { left, right, category, outcome, pick, summary, publishedAt } = entry;
  return (
    <CardItem className="flex flex-col">
      <div className="flex-1 p-5 md:p-6">
        <div className="flex items-center gap-3">
          <div className="flex">
            <Logo name={left.name} logo={left.logo} size="small" />
            <Logo name={right.name} logo={right.logo} size="small" />
          </div>
          <MetaLine>
            {category}
            <DateText iso={publishedAt} precision="month" />
          </MetaLine>
        </div>
        <h3 className="mt-3 text-heading">
          <CardLink href={pairPath({ left: left.slug, right: right.slug })}>
            {left.name} <span className="font-normal text-soft">vs</span> {right.name}
          </CardLink>
        </h3>
        {summary && <p className="mt-2 text-soft leading-relaxed">{summary}</p>}
      </div>
      <p
        className={`rounded-b-[calc(var(--radius-card)-1px)] border-t px-5 py-3 md:px-6 ${pick ? "border-ice-line bg-ice-wash font-semibold text-ice" : "border-line text-soft"}`}
      >
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
