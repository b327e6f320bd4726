import { TextLink } from "@/components/ui/text-link";
import type { RankingPage } from "@/lib/rankings/types";
import { browsePath } from "@/lib/technologies/browse";

/** Those without a place: between them and any other nothing is decided. */
export function Unranked({ ranking }: { ranking: RankingPage }) {
  const { unranked, unrankedMore, category, kind } = ranking;
  if (unranked.length === 0) return null;
  return (
    <section aria-labelledby="unranked">
      <h2 id="unranked" className="mb-3 font-semibold text-xl">
        Not ranked yet
      </h2>
      <p className="mb-4 max-w-[66ch] text-soft">
        Nothing is decided between these and any other: no rating, no figures to go by, or nothing of their
        kind to meet.
      </p>
      <ul className="flex flex-wrap gap-2">
        {unranked.map(({ slug, name }) => (
          <li key={slug} className="min-w-0">
            <a
              href={`/technologies/${slug}`}
              className="block rounded-full border border-line bg-raised px-3.5 py-1.5 hover:border-ice-line hover:bg-ice-wash"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
      {unrankedMore > 0 && (
        <p className="mt-4">
          <TextLink href={browsePath({ category: category.slug, kind })}>
            {`And ${unrankedMore.toLocaleString("en")} more`}
          </TextLink>
        </p>
      )}
    </section>
  );
}
