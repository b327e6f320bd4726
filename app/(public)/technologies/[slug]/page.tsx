import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { MoreComparisons } from "@/components/comparison/more";
import { Picker } from "@/components/comparison/picker";
import { TechnologyFacts } from "@/components/technology/facts";
import { PointList, RelatedLine } from "@/components/technology/points";
import { RingTag } from "@/components/technology/ring-tag";
import { DateText } from "@/components/ui/date";
import { findTechnologyPage } from "@/lib/technologies/queries";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

/** proxy.ts has sent on every address that is not canonical; one lookup serves head and body. */
const loadPage = cache(async (slug: string) => (await findTechnologyPage(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, lead, slug } = await loadPage((await params).slug);
  return { title: name, description: lead, alternates: { canonical: `/technologies/${slug}` } };
}

export default async function TechnologyPage({ params }: Props) {
  const technology = await loadPage((await params).slug);
  const { name, kind, category, ring, tagline, description, lead, pros, cons, related, comparisons } =
    technology;
  return (
    <article className="space-y-12 md:space-y-16">
      <header className="space-y-5">
        <p className="flex flex-wrap items-center gap-3 text-soft text-sm">
          <span>
            {kind} · {category}
          </span>
          {ring && <RingTag ring={ring} />}
        </p>
        <h1
          className={`font-bold tracking-tight ${name.length > 34 ? "text-3xl md:text-4xl" : "text-4xl md:text-6xl"}`}
        >
          {name}
        </h1>
        {tagline && <p className="max-w-[56ch] text-soft text-xl">{tagline}</p>}
      </header>
      <div className="grid gap-12 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] md:gap-16">
        <div className="space-y-12">
          <section className="max-w-[66ch] space-y-4 text-lg leading-relaxed">
            <p className="whitespace-pre-line">{description}</p>
            <p className="border-ice border-l-4 pl-5">{lead}</p>
          </section>
          {pros.length > 0 && <PointList title="Pros" level={2} sign="+" points={pros} />}
          {related.length > 0 && <RelatedLine related={related} />}
          {cons.length > 0 && <PointList title="Cons" level={2} sign="-" points={cons} />}
        </div>
        <TechnologyFacts technology={technology} />
      </div>
      <footer className="space-y-10 border-line border-t pt-10 print:hidden">
        <section>
          <h2 className="mb-3 font-semibold text-lg">Compare {name} with…</h2>
          <Picker left={{ value: name }} action="Compare" />
        </section>
        <MoreComparisons name={name} others={comparisons} />
        <p className="text-soft text-sm">
          Last updated <DateText iso={technology.updatedAt} />
        </p>
      </footer>
    </article>
  );
}
