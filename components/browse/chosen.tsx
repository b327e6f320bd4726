import { type BrowseFilters, type BrowsePage, browsePath } from "@/lib/technologies/browse";
import { RING_NAMES } from "@/lib/verdict/basis";
import { KIND_NAMES } from "./kind-names";

/** The filters that are set, each with the way to the list without it. */
export function ChosenFilters({ list }: { list: BrowsePage }) {
  const { filters } = list;
  const chosen = chosenFilters(list);
  if (chosen.length === 0) return null;
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-2">
      {chosen.map(({ field, words }) => (
        <li key={field}>
          <a
            href={browsePath({ ...filters, [field]: undefined })}
            className="inline-flex min-h-9 items-center gap-2 rounded-full border border-ice-line bg-ice-wash px-3.5 py-1 text-ui text-ice hover:bg-ice-deep"
          >
            <span className="sr-only">Remove the filter </span>
            {words}
            <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      {chosen.length > 1 && (
        <li>
          <a href="/technologies" className="px-2 py-1.5 text-soft underline hover:text-ink">
            Clear all
          </a>
        </li>
      )}
    </ul>
  );
}

function chosenFilters({ filters, category }: BrowsePage): { field: keyof BrowseFilters; words: string }[] {
  const { kind, ring, letter } = filters;
  return [
    ...(kind ? [{ field: "kind" as const, words: KIND_NAMES[kind].one }] : []),
    ...(category ? [{ field: "category" as const, words: category.name }] : []),
    ...(ring ? [{ field: "ring" as const, words: `Rated ${RING_NAMES[ring]}` }] : []),
    ...(letter ? [{ field: "letter" as const, words: `From ${letter.toUpperCase()}` }] : []),
  ];
}
