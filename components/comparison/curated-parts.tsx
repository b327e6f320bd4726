import type { ReactNode } from "react";
import { Heading } from "@/components/ui/heading";
import { Markdown } from "@/components/ui/markdown";
import { TextLink } from "@/components/ui/text-link";
import type { ComparisonPage, CuratedParts as Parts } from "@/lib/comparisons/types";
import { ANCHORS } from "./anchors";
import { CriteriaTable } from "./criteria-table";

/** What an editor adds to a pair beyond the records. Each part stands only where it was written. */
export function CuratedParts({ parts, page }: { parts: Parts; page: ComparisonPage }) {
  const { left, right } = page;
  const uses = [
    { id: ANCHORS.useLeftIf, name: left.name, when: parts.useLeftIf },
    { id: ANCHORS.useRightIf, name: right.name, when: parts.useRightIf },
  ].filter(({ when }) => when.length > 0);
  return (
    <>
      {parts.shortAnswer && (
        <Part id={ANCHORS.shortAnswer} title="The short answer">
          <p className="max-w-measure text-lede">{parts.shortAnswer}</p>
        </Part>
      )}
      {uses.length > 0 && (
        <div className="grid gap-8 md:grid-cols-2 md:gap-12">
          {uses.map(({ id, name, when }) => (
            <Part key={id} id={id} title={`Use ${name} if`}>
              <ul className="max-w-[62ch] list-disc space-y-2 pl-5 leading-relaxed marker:text-ice">
                {when.map((sentence, index) => (
                  <li key={index}>{sentence}</li>
                ))}
              </ul>
            </Part>
          ))}
        </div>
      )}
      {parts.alsoConsider.length > 0 && (
        <Part id={ANCHORS.alsoConsider} title="Also consider">
          <ul className="max-w-[66ch] space-y-3 leading-relaxed">
            {parts.alsoConsider.map(({ name, why, slug }, index) => (
              <li key={index}>
                <strong className="font-semibold">
                  {slug ? <TextLink href={`/technologies/${slug}`}>{name}</TextLink> : name}
                </strong>
                : {why}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {parts.criteria.length > 0 && (
        <Part id={ANCHORS.criteria} title="Quick comparison">
          <CriteriaTable criteria={parts.criteria} left={left.name} right={right.name} />
        </Part>
      )}
      {parts.body && (
        <section aria-label="The case in full">
          <Markdown text={parts.body} />
        </section>
      )}
      {parts.faq.length > 0 && (
        <Part id={ANCHORS.faq} title="Questions and answers">
          <div className="max-w-[66ch] space-y-6">
            {parts.faq.map(({ question, answer }, index) => (
              <div key={index}>
                <Heading level={3}>{question}</Heading>
                <p className="mt-1 whitespace-pre-line leading-relaxed">{answer}</p>
              </div>
            ))}
          </div>
        </Part>
      )}
      {parts.sources.length > 0 && (
        <Part id={ANCHORS.sources} title="Sources">
          <ul className="max-w-[66ch] list-disc space-y-1.5 pl-5 marker:text-soft">
            {parts.sources.map(({ title, url }, index) => (
              <li key={index}>
                <TextLink href={url}>{title}</TextLink>
              </li>
            ))}
          </ul>
        </Part>
      )}
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section>
      <Heading level={2} id={id} className="mb-4">
        {title}
      </Heading>
      {children}
    </section>
  );
}
