import type { Metadata } from "next";
import { headers } from "next/headers";
import { CuratedCard } from "@/components/comparison/curated-card";
import { SearchForm } from "@/components/search/search-form";
import { FoundScreen, SeveralScreen, SidesScreen, WaysOn } from "@/components/search/search-screen";
import { Notice } from "@/components/ui/notice";
import { listNewestCurated } from "@/lib/comparisons/queries";
import { REFUSED_HEADER, readRefused } from "@/lib/feedback/refused-form";
import { findSearchView, type SearchView } from "@/lib/search/page";
import { LONGEST_QUERY } from "@/lib/search/query";
import { searchMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const NEWEST = 4;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { q } = await searchParams;
  const text = ((Array.isArray(q) ? q[0] : q) ?? "").trim().slice(0, LONGEST_QUERY).toWellFormed();
  return searchMetadata({ query: text });
}

/**
 * What a text finds. A question about two known things never gets here: proxy.ts leads it to its comparison. proxy.ts
 * shows this page in place of a wish that was refused, too.
 */
export default async function SearchPage({ searchParams }: Props) {
  const { q, asked } = await searchParams;
  const refused = readRefused((await headers()).get(REFUSED_HEADER));
  const view = await findSearchView(refused?.values.text ?? q);
  const wished = asked === "1" && view.kind !== "empty";
  return (
    <div className="max-w-4xl space-y-10">
      <header className="space-y-5">
        <h1 className="text-title">{headingOf(view)}</h1>
        <SearchForm text={"text" in view ? view.text : ""} />
      </header>
      {refused && (
        <Notice tone="bad" title={refused.message}>
          {refused.errors.text && (
            <>
              “{refused.values.text}” {refused.errors.text}.
            </>
          )}
        </Notice>
      )}
      {wished && !refused && (
        <Notice tone="good" title="Noted. Thank you.">
          Our editors see what is asked for most.
        </Notice>
      )}
      {view.kind === "found" && <FoundScreen view={view} asked={wished} />}
      {view.kind === "found" && foundNothing(view) && <Newest />}
      {view.kind === "several" && <SeveralScreen view={view} />}
      {view.kind === "sides" && <SidesScreen view={view} asked={wished} />}
      {view.kind === "too-long" && (
        <p className="text-lg">
          That is more than {LONGEST_QUERY} characters, and nothing on file is called so much. Search for a
          few words of it.
        </p>
      )}
      {(view.kind === "empty" || view.kind === "too-long") && <Start />}
    </div>
  );
}

function headingOf(view: SearchView): string {
  if (view.kind === "empty") return "What are you choosing between?";
  return view.kind === "too-long" ? "That is a lot to search for" : `Search: ${view.text}`;
}

/** Where nothing was searched for. */
async function Start() {
  return (
    <>
      <p className="text-lg text-soft">
        A name, another name for it (“k8s”), a few letters of it, or two at once: “go or rust” leads straight
        to their comparison.
      </p>
      <Newest />
      <WaysOn />
    </>
  );
}

/** Something to read, where there is nothing else to show. */
async function Newest() {
  const newest = await listNewestCurated(NEWEST);
  if (newest.length === 0) return null;
  return (
    <section>
      <h2 className="mb-5 font-bold text-2xl tracking-tight">Fresh from our editors</h2>
      <ul className="grid gap-5 md:grid-cols-2">
        {newest.map((entry) => (
          <CuratedCard key={`${entry.left.slug} ${entry.right.slug}`} entry={entry} />
        ))}
      </ul>
    </section>
  );
}

function foundNothing(view: Extract<SearchView, { kind: "found" }>): boolean {
  const { hits, nearest, comparisons, categories } = view;
  return hits.length + nearest.length + comparisons.length + categories.categories.length === 0;
}
