import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import type { WrittenList } from "@/lib/comparisons/types";
import { pairPath } from "@/lib/pair/pair";
import { OutcomeWords } from "./outcome-words";

/** What editors have written, category by category: the pairs, and what came of each. */
export function WrittenIndex({ list: { categories, more } }: { list: WrittenList }) {
  return (
    <section aria-labelledby="written" className="space-y-6">
      <Heading level={2} id="written">
        Written by our editors
      </Heading>
      <div className="gap-x-12 md:columns-2 lg:columns-3">
        {categories.map(({ name, entries }) => (
          <section key={name} className="break-inside-avoid pb-7">
            <Heading level={3} className="border-line border-b pb-1.5">
              {name}
            </Heading>
            <ul className="mt-2.5 space-y-2.5">
              {entries.map(({ left, right, outcome, pick }) => (
                <li key={`${left.slug} ${right.slug}`}>
                  <TextLink href={pairPath({ left: left.slug, right: right.slug })}>
                    {left.name} vs {right.name}
                  </TextLink>
                  <p className="text-sm text-soft">
                    <OutcomeWords outcome={outcome} {...(pick && { pick })} />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {more && (
        <p className="text-soft">
          These are the newest. <TextLink href="/search">The search</TextLink> finds the others.
        </p>
      )}
    </section>
  );
}
