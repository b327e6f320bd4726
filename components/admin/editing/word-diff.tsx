import { diffWordsWithSpace } from "diff";

/** A text, with what was taken out of an older one and what was put in. */
export function WordDiff({ from, to }: { from: string; to: string }) {
  return diffWordsWithSpace(from, to).map(({ value, added, removed }, index) => {
    if (added)
      return (
        <ins key={index} className="rounded-sm bg-ice-deep no-underline">
          {value}
        </ins>
      );
    if (removed)
      return (
        <del key={index} className="text-bad decoration-bad/60">
          {value}
        </del>
      );
    return <span key={index}>{value}</span>;
  });
}
