import { DateText } from "@/components/ui/date";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import type { VerdictChange } from "@/lib/changes/types";
import { verdictWords } from "@/lib/changes/words";

/** How our verdict on a pair has changed, newest first; nothing where it is the first. */
export function VerdictHistory({ history }: { history: VerdictChange[] }) {
  if (history.length === 0) return null;
  return (
    <section aria-labelledby="history">
      <Heading level={2} id="history" className="mb-4 text-subheading">
        How our verdict changed
      </Heading>
      <ol className="max-w-[66ch] border-ice-line border-l-2">
        {history.map(({ at, from, to, reason, byReader }) => (
          <li key={at} className="relative pb-5 pl-5 last:pb-0">
            <span
              aria-hidden="true"
              className="absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-ice bg-paper"
            />
            <p className="text-small text-soft">
              <DateText iso={at} />
              {byReader && ", after a reader disagreed"}
            </p>
            <p className="mt-0.5 font-semibold">{verdictWords(from, to)}</p>
            {reason && <p className="mt-0.5 leading-relaxed">{reason}</p>}
          </li>
        ))}
      </ol>
      <p className="mt-3 text-small text-soft">
        <TextLink href="/methodology#changing-our-mind">Why a verdict changes</TextLink>
      </p>
    </section>
  );
}
