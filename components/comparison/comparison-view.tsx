import type { ReactNode } from "react";
import type { ComparisonPage } from "@/lib/comparisons/types";
import { ComparisonBadge } from "./badge";
import { ChangedByReader } from "./changed-by-reader";
import { BottomLine, Disagree, VerdictLines } from "./closing";
import { CuratedParts } from "./curated-parts";
import { PickBlock } from "./pick-block";
import { SideSection } from "./side-section";
import { ComparisonTitle } from "./title";

type Props = {
  page: ComparisonPage;
  /** Where to disagree by mail. */
  contact?: string | undefined;
  /** When a reader had the page changed, as an ISO date. */
  changedAt?: string | null;
  /** The public page's own: what its readers say, where to disagree on the page, and what leads on from there. */
  votes?: ReactNode;
  form?: ReactNode;
  children?: ReactNode;
};

/** A comparison as it is read: on its public page and in every preview of it. */
export function ComparisonView(props: Props) {
  const { page, contact, changedAt = null, votes, form, children } = props;
  const { verdict, curated, left, right } = page;
  return (
    <div className="space-y-14 md:space-y-20">
      <header className="space-y-6">
        <div className="space-y-2">
          <ComparisonBadge {...(curated && { curated })} />
          {changedAt && <ChangedByReader at={changedAt} />}
        </div>
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
      {votes}
      <Disagree picked={verdict.pick !== null} address={contact} form={form} />
      {children}
    </div>
  );
}
