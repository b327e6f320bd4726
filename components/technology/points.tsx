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
      <ul className="max-w-[66ch] space-y-3 leading-relaxed">
        {points.map(({ text, source, checkedAt }, index) => (
          <li key={index} className="flex gap-3">
            <span
              aria-hidden="true"
              className={`w-3 shrink-0 text-center font-bold ${sign === "+" ? "text-good" : "text-bad"}`}
            >
              {sign}
            </span>
            <span className="min-w-0">
              {text}
              <SourceNote {...(source && { source })} {...(checkedAt && { checkedAt })} />
            </span>
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
