import { cardClass } from "@/components/ui/card";
import { PickMark, PickSign } from "@/components/ui/pick-mark";
import type { Verdict } from "@/lib/verdict/types";

/** The answer, before everything else: the pick, or plainly why there is none. */
export function PickBlock({ verdict }: { verdict: Verdict }) {
  const { heading, name, text, basis } = verdict.pickBlock;
  const picked = verdict.pick !== null;
  const slug = picked ? verdict.sections.find(({ picked: winner }) => winner)?.slug : undefined;
  return (
    <section
      aria-labelledby="pick"
      className={`${cardClass(picked ? "lit" : "open")} relative overflow-hidden p-6 md:p-10`}
    >
      {picked && (
        <PickMark className="absolute top-1/2 right-12 hidden size-40 -translate-y-1/2 text-mark [--check:var(--ice-wash)] lg:block" />
      )}
      <h2 id="pick" className={picked ? "font-semibold text-ice text-lg" : "text-title"}>
        {picked && (
          <>
            <PickSign />{" "}
          </>
        )}
        {heading}
      </h2>
      {name && (
        <p className={`mt-2 font-display ${name.length > 34 ? "text-heading" : "text-title"}`}>
          <a href={`/technologies/${slug}`} className="hover:underline">
            {name}
          </a>
        </p>
      )}
      {text && <p className="mt-4 max-w-measure text-lede">{text}</p>}
      {basis && <p className="mt-4 max-w-[75ch] text-soft">{basis}</p>}
    </section>
  );
}
