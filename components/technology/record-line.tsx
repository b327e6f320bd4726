import type { TechnologyPage } from "@/lib/technologies/types";
import { placeWords, recordLine } from "@/lib/verdict/standing-words";

/** How it fares against the others of its category, in one line that leads to the ranking. */
export function RecordLine({ technology }: { technology: TechnologyPage }) {
  const { record, category } = technology;
  if (!record) return null;
  return (
    <p className="text-lg">
      <b className="font-semibold">{recordLine(record)}</b>
      <span className="text-soft">: </span>
      <a
        href={`/best/${category.slug}`}
        className="text-ice underline decoration-ice-line hover:decoration-current"
      >
        {placeWords(record, category.name)}
      </a>
    </p>
  );
}
