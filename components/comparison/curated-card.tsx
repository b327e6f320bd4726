import { DateText } from "@/components/ui/date";
import type { CuratedEntry } from "@/lib/comparisons/types";
import { pairPath } from "@/lib/pair/pair";

const OUTCOMES = { pick: "Nice Pick", "too-close": "Too close to call", "different-jobs": "Different jobs" };

/** A curated comparison in a list: the pair, what came of it, and the short of it. */
export function CuratedCard({ entry }: { entry: CuratedEntry }) {
  const { left, right, category, outcome, pick, summary, publishedAt } = entry;
  return (
    <li className="relative flex flex-col gap-3 rounded-2xl border border-line bg-raised p-6 hover:border-ice-line">
      <p className="text-soft text-sm">
        {category} · <DateText iso={publishedAt} precision="month" />
      </p>
      <h3 className="font-bold text-2xl leading-tight tracking-tight">
        {/* The link covers the card. */}
        <a
          href={pairPath({ left: left.slug, right: right.slug })}
          className="after:absolute after:inset-0 after:rounded-2xl hover:underline"
        >
          {left.name} <span className="font-normal text-soft">vs</span> {right.name}
        </a>
      </h3>
      <p className="font-semibold text-ice">
        {pick ? `🧊 ${OUTCOMES[outcome]}: ${pick}` : OUTCOMES[outcome]}
      </p>
      {summary && <p className="text-soft leading-relaxed">{summary}</p>}
    </li>
  );
}
