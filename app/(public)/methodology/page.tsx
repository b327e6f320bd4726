import type { Metadata } from "next";
import { Part } from "@/components/methodology/part";
import { changingParts, ratingParts } from "@/components/methodology/parts";
import { JsonLd } from "@/components/seo/json-ld";
import { Heading } from "@/components/ui/heading";
import { MOST_CONTENDERS } from "@/lib/rankings/standings-queries";
import { plainGraph } from "@/lib/seo/graph/list";
import { METHODOLOGY, methodologyMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return methodologyMetadata();
}

export default function MethodologyPage() {
  const parts = [...ratingParts, ...changingParts({ contenders: MOST_CONTENDERS })];
  return (
    <div className="space-y-12">
      <JsonLd graph={plainGraph("AboutPage", METHODOLOGY)} />
      <header className="max-w-3xl space-y-3">
        <Heading level={1}>How we pick</Heading>
        <p className="text-lg text-soft leading-relaxed md:text-xl">
          We take a side wherever there is one to take, and every side we take can be checked. These are the
          rules.
        </p>
      </header>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <nav aria-label="On this page" className="lg:sticky lg:top-8 lg:self-start">
          <ol className="grid gap-x-8 border-line border-l-2 sm:grid-cols-2 lg:grid-cols-1">
            {parts.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`} className="block py-1.5 pl-4 text-soft hover:text-ink hover:underline">
                  {title}
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className="max-w-[66ch] space-y-14">
          {parts.map(({ id, title, body }) => (
            <Part key={id} id={id} title={title}>
              {body}
            </Part>
          ))}
        </div>
      </div>
    </div>
  );
}
