import type { ReactNode } from "react";
import type { TechnologyPage } from "@/lib/technologies/types";
import { TechnologyFacts } from "./facts";
import { Logo } from "./logo";
import { PointList, RelatedLine } from "./points";
import { RingTag } from "./ring-tag";

/**
 * A technology as it is read: on its public page and in every preview of it. What leads on from there (`children`)
 * is the public page's own.
 */
export function TechnologyView(props: { technology: TechnologyPage; children?: ReactNode }) {
  const { technology, children } = props;
  const { name, kind, category, logo, ring, tagline, description, lead, pros, cons, related } = technology;
  return (
    <article className="space-y-12 md:space-y-16">
      <header className="space-y-5">
        <Logo name={name} logo={logo} size="large" />
        <p className="flex flex-wrap items-center gap-3 text-soft text-sm">
          <span>
            {kind} · {category.name}
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
      {children}
    </article>
  );
}
