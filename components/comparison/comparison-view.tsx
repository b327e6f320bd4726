import type { ReactNode } from "react";
import type { ComparisonPage } from "@/lib/comparisons/types";
import { ComparisonBadge } from "./badge";
import { ChangedByReader } from "./changed-by-reader";
import { BottomLine, Disagree, VerdictLines } from "./closing";
import { Contents, listContents } from "./contents";
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
  // The public page's own: the way down to it, what to do with it, what its readers say, where to disagree on the page,
  // and what leads on from there.
  path?: ReactNode;
  tools?: ReactNode;
  votes?: ReactNode;
  form?: ReactNode;
  children?: ReactNode;
};

/** A comparison as it is read: on its public page and in every preview of it. */
export function ComparisonView(props: Props) {
  const { page, contact, changedAt = null, path, tools, votes, form, children } = props;
  const { verdict, left, right } = page;
  return (
    <div className="space-y-part">
      <header className="space-y-6">
        {path}
        <div className="relative">
          <div className="space-y-2 sm:pr-28">
            <ComparisonBadge {...(page.curated && { curated: page.curated })} />
            {changedAt && <ChangedByReader at={changedAt} />}
          </div>
          {tools && <div className="absolute top-0 right-0">{tools}</div>}
        </div>
        <ComparisonTitle title={verdict.title} left={left.name} right={right.name} />
        <p className="max-w-measure text-lede text-soft">{verdict.intro}</p>
      </header>
      <PickBlock verdict={verdict} />
      <div className="grid gap-x-12 gap-y-12 md:grid-cols-2 md:grid-rows-[repeat(4,auto)] md:gap-y-6 print:grid-cols-2 print:grid-rows-[repeat(4,auto)] print:gap-y-4">
        {verdict.sections.map((section) => (
          <SideSection key={section.side} section={section} logo={page[section.side].logo} />
        ))}
      </div>
      <TheCase page={page} />
      <VerdictLines verdict={verdict} />
      <BottomLine verdict={verdict} />
      {votes}
      <Disagree picked={verdict.pick !== null} address={contact} form={form} />
      {children}
    </div>
  );
}

/** What an editor wrote beyond the records, and, where that is long, what there is in it. */
function TheCase({ page }: { page: ComparisonPage }) {
  if (!page.curated) return null;
  const entries = listContents(page);
  const parts = <CuratedParts parts={page.curated} page={page} />;
  if (entries.length === 0) return <div className="space-y-part">{parts}</div>;
  return (
    <div className="space-y-12 lg:grid lg:grid-cols-[minmax(0,1fr)_12.5rem] lg:gap-x-16 lg:space-y-0">
      <Contents entries={entries} />
      <div className="space-y-part lg:col-start-1 lg:row-start-1">{parts}</div>
    </div>
  );
}
