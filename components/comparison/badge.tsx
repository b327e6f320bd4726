import { DateText } from "@/components/ui/date";
import { MetaLine } from "@/components/ui/meta-line";
import { Pill, pillClass } from "@/components/ui/pill";
import type { CuratedParts } from "@/lib/comparisons/types";

/** Says where the page comes from: composed from two records, or written by an editor. */
export function ComparisonBadge({ curated }: { curated?: CuratedParts }) {
  if (!curated) {
    return (
      <details className="max-w-xl text-small text-soft">
        <summary
          className={`${pillClass("lit")} inline-flex min-h-6 cursor-pointer list-none items-center gap-1.5 font-semibold`}
        >
          Dynamic
          <svg
            aria-hidden="true"
            viewBox="0 0 16 16"
            className="size-3.5 fill-none stroke-current"
            strokeWidth="1.6"
          >
            <circle cx="8" cy="8" r="6.4" />
            <path d="M8 7.2v4M8 4.6v.4" strokeLinecap="round" />
          </svg>
        </summary>
        <p className="mt-2">
          Put together from what we have on file about both. The words are our editors’, the pick follows from
          our ratings.
        </p>
      </details>
    );
  }
  const { category, publishedAt, readingMinutes, author, verifiedAt } = curated;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <Pill tone="lit">
        <b className="font-semibold">Curated</b>
      </Pill>
      <MetaLine>
        {category}
        <DateText iso={publishedAt} precision="month" />
        {`${readingMinutes} min read`}
        {author && `by ${author}`}
        {verifiedAt && (
          <>
            last verified <DateText iso={verifiedAt} />
          </>
        )}
      </MetaLine>
    </div>
  );
}
