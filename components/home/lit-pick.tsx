import { CardLink, cardClass } from "@/components/ui/card";
import { PickMark, PickSign } from "@/components/ui/pick-mark";
import type { CuratedEntry } from "@/lib/comparisons/types";
import { pairPath } from "@/lib/pair/pair";

/** The newest pick, shown as its page shows it: what a reader gets here, at one glance. */
export function LitPick({ entry }: { entry: CuratedEntry }) {
  const { left, right, pick, summary } = entry;
  return (
    <section
      aria-labelledby="newest-pick"
      className={`${cardClass("lit")} relative flex flex-col justify-center overflow-hidden p-6 shadow-card md:p-8`}
    >
      <PickMark className="absolute -top-8 -right-8 size-36 text-mark opacity-20" />
      <h2 id="newest-pick" className="font-semibold text-ice">
        <PickSign /> Newest pick
      </h2>
      <p className="mt-2 font-display text-title">
        <CardLink href={pairPath({ left: left.slug, right: right.slug })}>{pick}</CardLink>
      </p>
      <p className="mt-1 text-soft">
        {left.name} vs {right.name}
      </p>
      {summary && <p className="mt-4 leading-relaxed">{summary}</p>}
    </section>
  );
}
