import type { ReactNode } from "react";
import { cardClass } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import type { TechnologyPage } from "@/lib/technologies/types";
import { Alternatives } from "./alternatives";
import { TechnologyFacts } from "./facts";
import { Logo } from "./logo";
import { PointList, RelatedLine } from "./points";
import { RecordLine } from "./record-line";
import { RingTag } from "./ring-tag";

/**
 * A technology as it is read: on its public page and in every preview of it. What leads on from there (`children`)
 * is the public page's own.
 */
export function TechnologyView(props: { technology: TechnologyPage; children?: ReactNode }) {
  const { technology, children } = props;
  const { description, lead, pros, cons, related } = technology;
  return (
    <article className="space-y-part">
      <Head technology={technology} />
      <div className="grid gap-12 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] lg:gap-16">
        <div className="space-y-10 md:space-y-12">
          {/* No landmark: in the editors' preview it would be one of two with this name. */}
          <section>
            <Heading level={2} id="what-it-is" className="mb-3">
              What it is
            </Heading>
            <p className="max-w-[66ch] whitespace-pre-line text-lg leading-relaxed">{description}</p>
          </section>
          <section aria-labelledby="the-case" className={`${cardClass("lit")} p-6 md:p-8`}>
            <h2 id="the-case" className="mb-2 font-semibold text-ice">
              The case for it
            </h2>
            <p className="max-w-[58ch] text-xl leading-relaxed md:text-2xl md:leading-snug">{lead}</p>
          </section>
          {pros.length > 0 && <PointList title="Pros" level={2} sign="+" points={pros} />}
          {related.length > 0 && <RelatedLine related={related} />}
          {cons.length > 0 && <PointList title="Cons" level={2} sign="-" points={cons} />}
        </div>
        <TechnologyFacts technology={technology} />
      </div>
      <Alternatives technology={technology} />
      {children}
    </article>
  );
}

function Head({ technology }: { technology: TechnologyPage }) {
  const { name, kind, category, logo, ring, tagline } = technology;
  return (
    <header className="space-y-5">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-4">
        <Logo name={name} logo={logo} size="large" />
        <div className="min-w-0 flex-1 basis-64 space-y-1.5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-soft">
            <span>
              {kind} ·{" "}
              {category.slug ? (
                <a href={`/categories/${category.slug}`} className="hover:text-ink hover:underline">
                  {category.name}
                </a>
              ) : (
                category.name
              )}
            </span>
            {ring && <RingTag ring={ring} />}
          </p>
          <h1 className={name.length > 34 ? "text-heading md:text-title" : "text-title"}>{name}</h1>
        </div>
      </div>
      {tagline && <p className="max-w-[56ch] text-soft text-lede">{tagline}</p>}
      <RecordLine technology={technology} />
    </header>
  );
}
