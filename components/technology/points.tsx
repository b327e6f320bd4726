import { Fragment } from "react";
import { SourceNote } from "@/components/ui/source-note";
import { TextLink } from "@/components/ui/text-link";
import type { Point, RelatedName } from "@/lib/verdict/types";

type ListProps = { title: string; sign: "+" | "-"; points: Point[]; level: 2 | 3 };

/** Pros led by +, cons by -. */
export function PointList({ title, sign, points, level }: ListProps) {
  const Heading = `h${level}` as const;
  return (
    <div>
      <Heading className="mb-3 font-semibold text-lg">{title}</Heading>
      <ul className="points">
        {points.map(({ text, source, checkedAt }, index) => (
          <li key={index}>
            <b className={sign === "+" ? "text-good" : "text-bad"}>{sign}</b> {text}
            {(source || checkedAt) && <SourceNote source={source} checkedAt={checkedAt} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Names linked to their pages; one without a page is a plain word. */
export function RelatedLine({ related }: { related: RelatedName[] }) {
  return (
    <p className="max-w-[66ch] text-soft">
      Related to:{" "}
      {related.map(({ name, slug }, index) => (
        <Fragment key={index}>
          {index > 0 && ", "}
          {slug ? <TextLink href={`/technologies/${slug}`}>{name}</TextLink> : name}
        </Fragment>
      ))}
    </p>
  );
}
