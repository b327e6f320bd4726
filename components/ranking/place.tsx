import { Logo } from "@/components/technology/logo";
import { RingTag } from "@/components/technology/ring-tag";
import { cardClass } from "@/components/ui/card";
import { PickTag } from "@/components/ui/pick-mark";
import { TextLink } from "@/components/ui/text-link";
import { pairPath } from "@/lib/pair/pair";
import type { RankingPlace } from "@/lib/rankings/types";
import { nextWords } from "./words";

type Props = { entry: RankingPlace; level: 2 | 3; showKind: boolean; showMark?: boolean };

/**
 * One place of a ranking: who, with which record, and why. The first is lit where nobody shares it. `showKind`: the
 * ranking has several; `showMark`: few enough entries stand above it.
 */
export function Place({ entry, level, showKind, showMark = true }: Props) {
  const { place, tied, slug, name, kind, ring, summary, logo, picked, of, reason, next } = entry;
  const isFirst = place === 1 && !tied;
  const Heading = `h${level}` as const;
  return (
    <li
      className={`grid grid-cols-[2.75rem_minmax(0,1fr)] gap-x-3 py-6 md:grid-cols-[4rem_minmax(0,1fr)_8.5rem] md:gap-x-5 ${isFirst ? `-mx-4 px-4 md:-mx-6 md:px-6 ${cardClass("lit")}` : "border-line border-b"}`}
    >
      <p
        className={`pt-0.5 font-bold font-display text-3xl leading-tight ${isFirst ? "text-ice" : "text-soft"}`}
      >
        <span className="sr-only">{tied ? "Shared place " : "Place "}</span>
        {tied && <span aria-hidden="true">=</span>}
        {place.toLocaleString("en")}
      </p>
      <div className="min-w-0 space-y-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          {showMark && <Logo name={name} logo={logo} size="small" />}
          <Heading className="min-w-0 text-heading">
            <a href={`/technologies/${slug}`} className="decoration-ice-line hover:underline">
              {name}
            </a>
          </Heading>
          {isFirst && <PickTag />}
          {ring && <RingTag ring={ring} />}
          {showKind && <span className="text-small text-soft">{kind}</span>}
        </div>
        <p className="max-w-measure text-body">{summary}</p>
        <p className="max-w-measure text-soft">{reason}</p>
        {next && (
          <p>
            <TextLink href={pairPath(next)}>{nextWords(entry)}</TextLink>
          </p>
        )}
      </div>
      <p className="col-start-2 mt-3 text-small text-soft md:col-start-3 md:mt-0 md:text-right">
        <b className={`block font-display text-2xl leading-tight ${isFirst ? "text-ice" : "text-ink"}`}>
          {picked.toLocaleString("en")}
          <span className="font-normal text-soft"> of {of.toLocaleString("en")}</span>
        </b>
        {of === 1 ? "head-to-head" : "head-to-heads"}
      </p>
    </li>
  );
}
