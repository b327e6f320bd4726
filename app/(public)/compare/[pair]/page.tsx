import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { VerdictHistory } from "@/components/changes/verdict-history";
import { ComparisonView } from "@/components/comparison/comparison-view";
import { MoreComparisons } from "@/components/comparison/more";
import { Neighbours } from "@/components/comparison/neighbours";
import { Picker } from "@/components/comparison/picker";
import { ReadersSay } from "@/components/comparison/readers-say";
import { FeedbackForm } from "@/components/feedback/feedback-form";
import { CopyLink } from "@/components/layout/copy-link";
import { EditLink } from "@/components/layout/edit-link";
import { PageEnd } from "@/components/layout/page-end";
import { JsonLd } from "@/components/seo/json-ld";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Heading } from "@/components/ui/heading";
import { findCuratedNeighbours } from "@/lib/comparisons/neighbour-queries";
import { findComparisonPage } from "@/lib/comparisons/queries";
import type { ComparisonPage as Comparison } from "@/lib/comparisons/types";
import { requireEnv } from "@/lib/env";
import { findReadersSay } from "@/lib/feedback/page-queries";
import { makeTicket } from "@/lib/feedback/ticket";
import { isMailOn } from "@/lib/mail/transport";
import { pairSegment, parsePair } from "@/lib/pair/pair";
import { comparisonMetadata, pathOf } from "@/lib/seo/comparison";
import { comparisonGraph } from "@/lib/seo/graph/comparison";
import { NO_PICK, type Tally } from "@/lib/votes/choices";
import { noteTally } from "@/lib/votes/queries";

// Every request reads the records as they are now; see docs/decisions/0004.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ pair: string }> };

/** proxy.ts has sent on every address that is not canonical; one lookup serves head and body. */
const loadPage = cache(async (segment: string) => {
  const pair = parsePair(segment);
  const page = pair && (await findComparisonPage(pair));
  if (!page) notFound();
  return page;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return comparisonMetadata(await loadPage((await params).pair));
}

export default async function ComparisonPage({ params }: Props) {
  const page = await loadPage((await params).pair);
  const { left, right, more } = page;
  const pick = pickOf(page);
  const sides = { left: left.slug, right: right.slug };
  const [readers, neighbours] = await Promise.all([
    findReadersSay({ ...sides, pick }),
    page.curated ? findCuratedNeighbours(sides) : null,
  ]);
  const tally = { agrees: readers.agrees, disagrees: readers.disagrees };
  noteTally({ ...sides, pick: pick ?? NO_PICK }, tally);
  return (
    <ComparisonView
      page={page}
      contact={requireEnv().FEEDBACK_TO[0]}
      changedAt={readers.changedAt}
      path={<Path page={page} />}
      tools={<CopyLink />}
      votes={<Votes page={page} tally={tally} />}
      form={<FeedbackForm about={{ left, right }} ticket={makeTicket(new Date())} mail={isMailOn()} />}
    >
      <footer className="space-y-10 border-line border-t pt-10 print:hidden">
        {neighbours && <Neighbours category={left.category.name} {...neighbours} />}
        <div className="grid gap-10 md:grid-cols-2 md:gap-12">
          <MoreComparisons name={left.name} others={more.left} />
          <MoreComparisons name={right.name} others={more.right} />
        </div>
        <section>
          <Heading level={2} className="mb-3 text-subheading">
            Change a side
          </Heading>
          <Picker left={{ value: left.name }} right={{ value: right.name }} action="Compare" />
        </section>
        <VerdictHistory history={readers.history} />
        <PageEnd path={pathOf(page)} updatedAt={page.updatedAt} />
      </footer>
      <EditLink />
      <JsonLd graph={comparisonGraph(page)} />
    </ComparisonView>
  );
}

function Path({ page: { left, right } }: { page: Comparison }) {
  const { slug, name } = left.category;
  const here = `${left.name} vs ${right.name}`;
  return (
    <Breadcrumbs
      steps={[{ name: "Home", href: "/" }, { name, href: `/categories/${slug}` }, { name: here }]}
    />
  );
}

/** There is nothing to agree with where the page takes no stand. */
function Votes({ page, tally }: { page: Comparison; tally: Tally }) {
  const { left, right, verdict } = page;
  if (verdict.outcome === "unrated") return null;
  return (
    <ReadersSay
      pair={pairSegment({ left: left.slug, right: right.slug })}
      pick={pickOf(page) ?? NO_PICK}
      tally={tally}
    />
  );
}

/** The slug of the side that is picked. */
function pickOf({ verdict, left, right }: Comparison): string | null {
  if (verdict.pick === null) return null;
  return verdict.pick === "left" ? left.slug : right.slug;
}
