import type { TechnologyListEntry } from "@/lib/technologies/types";
import { RingTag } from "./ring-tag";

/** A technology in a list; in a list `within` one category that goes without saying. */
export function TechnologyRow({ entry, within }: { entry: TechnologyListEntry; within?: string }) {
  const { slug, name, kind, category, tagline, ring } = entry;
  return (
    <li className="relative border-line border-b py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <a
          href={`/technologies/${slug}`}
          className="min-w-0 font-display font-semibold text-xl after:absolute after:inset-0 hover:underline"
        >
          {name}
        </a>
        {ring && <RingTag ring={ring} />}
      </div>
      <p className="mt-0.5 text-soft text-sm">{category === within ? kind : `${kind} · ${category}`}</p>
      {tagline && <p className="mt-1 text-soft">{tagline}</p>}
    </li>
  );
}
