import type { ReactNode } from "react";
import { cardClass } from "@/components/ui/card";
import { Heading } from "@/components/ui/heading";
import { PickSign } from "@/components/ui/pick-mark";
import { TextLink } from "@/components/ui/text-link";
import { pairPath } from "@/lib/pair/pair";
import type { Verdict } from "@/lib/verdict/types";
import { ANCHORS } from "./anchors";

/** When to choose which; left out where nothing on file bears on it. */
export function VerdictLines({ verdict }: { verdict: Verdict }) {
  if (verdict.lines.length === 0) return null;
  return (
    <section>
      <Heading level={2} id={ANCHORS.verdict} className="mb-5">
        The Verdict
      </Heading>
      <div className="grid gap-6 md:grid-cols-2 md:gap-12">
        {verdict.lines.map(({ side, label, sentences }) => (
          <div
            key={side}
            className={`border-l-4 pl-5 text-lg leading-relaxed ${side === verdict.pick ? "border-ice" : "border-line"}`}
          >
            <p className="font-semibold">{label}</p>
            {sentences.map((sentence, index) => (
              <p key={index} className="mt-1 max-w-[60ch]">
                {sentence}
              </p>
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

/** The last word. Its heading stands on every comparison. */
export function BottomLine({ verdict }: { verdict: Verdict }) {
  const { heading, text, nearest } = verdict.bottomLine;
  const picked = verdict.pick !== null;
  return (
    <section className={`${cardClass(picked ? "lit" : "open")} px-6 py-8 text-center md:px-12 md:py-12`}>
      <h2 id={ANCHORS.bottomLine} className="font-semibold text-ice text-lg">
        <PickSign /> The Bottom Line
      </h2>
      <p className={`mt-2 font-display ${heading.length > 40 ? "text-heading" : "text-title"}`}>{heading}</p>
      {text && <p className="mx-auto mt-4 max-w-[56ch] text-lg leading-relaxed">{text}</p>}
      {nearest && (
        <div className="mt-4 text-lg">
          <p>{nearest.label}</p>
          <ul className="mt-2 space-y-2">
            {nearest.pairs.map(({ left, right }) => (
              <li key={`${left.slug} ${right.slug}`}>
                <TextLink href={pairPath({ left: left.slug, right: right.slug })}>
                  {left.name} vs {right.name}
                </TextLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/**
 * Where to disagree: by mail, where an address is set, and on the page itself by the form that it brings. Nothing where
 * there is neither.
 */
export function Disagree(props: { picked: boolean; address: string | undefined; form: ReactNode }) {
  const { picked, address, form } = props;
  if (!address && !form) return null;
  return (
    <section
      aria-labelledby={ANCHORS.disagree}
      className={form ? "grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]" : "text-center"}
    >
      <div className="space-y-2">
        <Heading level={2} id={ANCHORS.disagree}>
          {picked ? "Disagree with our pick?" : "Would you pick one?"}
        </Heading>
        {address && (
          <p className="text-lg">
            <TextLink href={`mailto:${address}`}>{address}</TextLink>
          </p>
        )}
        {form && (
          <p className="max-w-[40ch] text-lg text-soft leading-relaxed print:hidden">
            Make your case. Our editors read every one. Where you convince us, we change the page.
          </p>
        )}
      </div>
      {form && <div className="min-w-0 print:hidden">{form}</div>}
    </section>
  );
}
