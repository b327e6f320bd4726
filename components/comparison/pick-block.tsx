import { IceCube } from "@/components/ui/ice-cube";
import type { Verdict } from "@/lib/verdict/types";

/** The answer, before everything else: the pick, or plainly why there is none. */
export function PickBlock({ verdict }: { verdict: Verdict }) {
  const { heading, name, text, basis } = verdict.pickBlock;
  const picked = verdict.pick !== null;
  const slug = picked ? verdict.sections.find(({ picked: winner }) => winner)?.slug : undefined;
  return (
    <section
      aria-labelledby="pick"
      className={
        picked
          ? "relative overflow-hidden rounded-2xl border border-ice-line bg-linear-to-br from-ice-wash to-ice-deep p-6 md:p-9"
          : "rounded-2xl border border-line border-dashed bg-raised p-6 md:p-9"
      }
    >
      {picked && (
        <IceCube className="absolute -right-6 -bottom-10 hidden size-64 text-ice opacity-25 lg:block" />
      )}
      <h2
        id="pick"
        className={
          picked ? "font-semibold text-ice text-lg" : "font-bold text-3xl tracking-tight md:text-4xl"
        }
      >
        {picked && <span>🧊 </span>}
        {heading}
      </h2>
      {name && (
        <p
          className={`mt-1 font-bold font-display tracking-tight ${name.length > 34 ? "text-3xl" : "text-4xl md:text-5xl"}`}
        >
          <a href={`/technologies/${slug}`} className="hover:underline">
            {name}
          </a>
        </p>
      )}
      {text && <p className="mt-4 max-w-[62ch] text-lg leading-relaxed">{text}</p>}
      {basis && <p className="mt-4 max-w-[75ch] text-soft">{basis}</p>}
    </section>
  );
}
