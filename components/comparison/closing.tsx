import { TextLink } from "@/components/ui/text-link";
import { pairPath } from "@/lib/pair/pair";
import type { Verdict } from "@/lib/verdict/types";

/** When to choose which; left out where nothing on file bears on it. */
export function VerdictLines({ verdict }: { verdict: Verdict }) {
  if (verdict.lines.length === 0) return null;
  return (
    <section>
      <h2 className="mb-5 font-bold text-3xl tracking-tight">The Verdict</h2>
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
    <section
      className={`rounded-2xl px-6 py-8 text-center md:px-12 md:py-12 ${picked ? "bg-ice-wash" : "border border-line border-dashed"}`}
    >
      <h2 className="font-semibold text-ice text-lg">
        <span>🧊 </span>The Bottom Line
      </h2>
      <p
        className={`mt-2 font-bold font-display tracking-tight ${heading.length > 40 ? "text-3xl" : "text-4xl md:text-5xl"}`}
      >
        {heading}
      </p>
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

/** Where to disagree; nothing where no address is set. */
export function Disagree({ picked, address }: { picked: boolean; address?: string }) {
  if (!address) return null;
  return (
    <p className="text-center text-lg">
      {picked ? "Disagree with our pick?" : "Would you pick one?"}{" "}
      <TextLink href={`mailto:${address}`}>{address}</TextLink>
    </p>
  );
}
