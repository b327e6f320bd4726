import { Heading } from "@/components/ui/heading";
import { PickMark } from "@/components/ui/pick-mark";
import { pairPath } from "@/lib/pair/pair";
import type { Alternative, TechnologyPage } from "@/lib/technologies/types";
import { Logo } from "./logo";
import { RingTag } from "./ring-tag";

/** What else there is for the job, and whom we pick of the two: each entry leads to the comparison. */
export function Alternatives({ technology }: { technology: TechnologyPage }) {
  const { name, alternatives } = technology;
  if (alternatives.length === 0) return null;
  return (
    <section aria-labelledby="alternatives">
      <Heading level={2} id="alternatives" className="mb-2">
        Alternatives to {name}
      </Heading>
      <ul className="grid gap-x-12 md:grid-cols-2">
        {alternatives.map((alternative) => (
          <AlternativeRow key={alternative.slug} alternative={alternative} of={technology} />
        ))}
      </ul>
    </section>
  );
}

function AlternativeRow({ alternative, of }: { alternative: Alternative; of: TechnologyPage }) {
  const { slug, name, kind, ring, logo, tagline } = alternative;
  return (
    <li className="relative flex gap-4 border-line border-b py-5">
      <Logo name={name} logo={logo} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a
            href={`/technologies/${slug}`}
            className="relative z-[1] min-w-0 font-display font-semibold text-xl leading-snug hover:underline"
          >
            {name}
          </a>
          {ring && <RingTag ring={ring} />}
          {kind !== of.kind && <span className="text-soft text-sm">{kind}</span>}
        </p>
        {tagline && <p className="mt-0.5 text-soft">{tagline}</p>}
        <p className="mt-1.5">
          <OutcomeLink alternative={alternative} of={of} />
        </p>
      </div>
    </li>
  );
}

function OutcomeLink({ alternative, of }: { alternative: Alternative; of: TechnologyPage }) {
  const { name, pick } = alternative;
  return (
    <a
      href={pairPath(alternative)}
      className="text-ice underline decoration-ice-line after:absolute after:inset-0 hover:decoration-current"
    >
      {pick && <PickMark className="mr-1.5 inline-block size-[1.1em] align-[-0.18em] text-mark" />}
      {outcomeWords(alternative, of)}
      <span className="sr-only">{`: ${of.name} or ${name}`}</span>
    </a>
  );
}

function outcomeWords({ slug, name, outcome, pick }: Alternative, of: TechnologyPage): string {
  if (pick) return `We pick ${pick === slug ? name : of.name}`;
  if (outcome === "too-close") return "Too close to call";
  return outcome === "different-jobs" ? "Different jobs" : "No pick yet";
}
