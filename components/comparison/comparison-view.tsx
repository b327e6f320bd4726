import type { ReactNode } from "react";
import type { ComparisonPage } from "@/lib/comparisons/types";
import { ComparisonBadge } from "./badge";
import { BottomLine, Disagree, VerdictLines } from "./closing";
import { CuratedParts } from "./curated-parts";
import { PickBlock } from "./pick-block";
import { SideSection } from "./side-section";
import { ComparisonTitle } from "./title";

/**
 * A comparison as it is read: on its public page and in every preview of it. What leads on from there (`children`)
 * is the public page's own. `contact` is where to disagree.
 */
export function ComparisonView(props: { page: ComparisonPage; contact?: string; children?: ReactNode }) {
  const { page, contact, children } = props;
  const { verdict, curated, left, right } = page;
  return (
    <div className="space-y-14 md:space-y-20">
      <header className="space-y-6">
        <ComparisonBadge {...(curated && { curated })} />
        <ComparisonTitle title={verdict.title} left={left.name} right={right.name} />
        <p className="max-w-[62ch] text-lg text-soft leading-relaxed md:text-xl">{verdict.intro}</p>
      </header>
      <PickBlock verdict={verdict} />
      <div className="grid gap-x-12 gap-y-12 md:grid-cols-2 md:grid-rows-[repeat(4,auto)] md:gap-y-6">
        {verdict.sections.map((section) => (
          <SideSection key={section.side} section={section} />
        ))}
      </div>
      {curated && <CuratedParts parts={curated} page={page} />}
      <VerdictLines verdict={verdict} />
      <BottomLine verdict={verdict} />
      <Disagree picked={verdict.pick !== null} address={contact} />
      {children}
    </div>
  );
}
