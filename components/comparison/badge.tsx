import { DateText } from "@/components/ui/date";
import type { CuratedParts } from "@/lib/comparisons/types";

const pill = "rounded-full border border-ice-line bg-ice-wash px-3 py-1 font-semibold text-ice text-sm";

/** Says where the page comes from: composed from two records, or written by an editor. */
export function ComparisonBadge({ curated }: { curated?: CuratedParts }) {
  if (!curated) {
    return (
      <details className="max-w-xl text-soft text-sm">
        <summary className={`${pill} inline-flex cursor-pointer list-none items-center gap-1.5`}>
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
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-soft text-sm">
      <span className={pill}>Curated</span>
      <span>{category}</span>
      <Dot />
      <DateText iso={publishedAt} precision="month" />
      <Dot />
      <span>{readingMinutes} min read</span>
      {author && (
        <>
          <Dot />
          <span>by {author}</span>
        </>
      )}
      {verifiedAt && (
        <>
          <Dot />
          <span>
            last verified <DateText iso={verifiedAt} />
          </span>
        </>
      )}
    </div>
  );
}

function Dot() {
  return <span aria-hidden="true">·</span>;
}
