import { Logo } from "@/components/technology/logo";
import { PointList, RelatedLine } from "@/components/technology/points";
import { PickTag } from "@/components/ui/pick-mark";
import type { Section } from "@/lib/verdict/types";

/** One side's case. Four rows, so that two sections next to each other keep their lines level. */
export function SideSection({ section, logo }: { section: Section; logo: string | undefined }) {
  const { name, slug, picked, lead, pros, cons, related, side } = section;
  const heading = `side-${side}`;
  return (
    <section
      aria-labelledby={heading}
      className={`grid content-start gap-y-6 border-t-4 pt-0 md:row-span-4 md:grid-rows-subgrid print:row-span-4 print:grid-rows-subgrid print:gap-y-4 ${picked ? "border-ice" : "border-line"}`}
    >
      <div className="sticky top-0 z-[1] flex items-center gap-3 bg-paper/95 pt-4 pb-2 print:static">
        <Logo name={name} logo={logo} />
        <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
          <h2 id={heading} className={`min-w-0 ${name.length > 34 ? "text-subheading" : "text-heading"}`}>
            <a href={`/technologies/${slug}`} className="decoration-ice-line hover:underline">
              {name}
            </a>
          </h2>
          {picked && <PickTag />}
        </div>
      </div>
      <p className="max-w-[62ch] text-lg leading-relaxed">{lead}</p>
      <div className="space-y-5">
        {pros.length > 0 && <PointList title="Pros" level={3} sign="+" points={pros} />}
        {related.length > 0 && <RelatedLine related={related} />}
      </div>
      <div>{cons.length > 0 && <PointList title="Cons" level={3} sign="-" points={cons} />}</div>
    </section>
  );
}
