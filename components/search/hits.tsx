import { leaderNames } from "@/components/ranking/leader-row";
import { Logo } from "@/components/technology/logo";
import { RingTag } from "@/components/technology/ring-tag";
import { PickSign } from "@/components/ui/pick-mark";
import { TextLink } from "@/components/ui/text-link";
import { inAddressOrder, pairPath } from "@/lib/pair/pair";
import type { Leader } from "@/lib/rankings/types";
import type { ComparisonHit, Hit } from "@/lib/search/types";
import type { Named } from "@/lib/verdict/types";

/** Technologies that were found, and by which other name of theirs, where it was not their own. */
export function TechnologyHits({ hits }: { hits: Hit[] }) {
  return (
    <ul>
      {hits.map((hit) => (
        <TechnologyHit key={hit.slug} hit={hit} />
      ))}
    </ul>
  );
}

function TechnologyHit({ hit }: { hit: Hit }) {
  const { slug, name, label, kind, category, ring, tagline } = hit;
  return (
    <li className="relative border-line border-b py-4 first:pt-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <a
          href={`/technologies/${slug}`}
          className="min-w-0 font-display font-semibold text-xl after:absolute after:inset-0 hover:underline"
        >
          {name}
        </a>
        {ring && <RingTag ring={ring} />}
      </div>
      <p className="mt-0.5 text-soft text-sm">
        {kind} · {category.name}
        {label !== name && <> · also known as {label}</>}
      </p>
      {tagline && <p className="mt-1 text-soft">{tagline}</p>}
    </li>
  );
}

/** Categories, each with who leads it where that is given. */
export function CategoryHits({ categories, leaders }: { categories: Named[]; leaders: Leader[] }) {
  return (
    <ul>
      {categories.map((category) => (
        <CategoryHit
          key={category.slug}
          category={category}
          leader={leaders.find((leader) => leader.category.slug === category.slug)}
        />
      ))}
    </ul>
  );
}

function CategoryHit({ category: { slug, name }, leader }: { category: Named; leader: Leader | undefined }) {
  const [first] = leader?.first ?? [];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-line border-b py-4 first:pt-0">
      <div className="min-w-0">
        <a href={`/categories/${slug}`} className="font-display font-semibold text-xl hover:underline">
          {name}
        </a>
        {leader && first && (
          <p className="mt-1 flex min-w-0 items-center gap-3">
            <Logo name={first.name} logo={first.logo} size="small" />
            <span className="min-w-0">
              <span className="text-soft">{leader.sharing > 1 ? "Sharing the lead: " : "In the lead: "}</span>
              <b className="font-semibold">{leaderNames(leader)}</b>
            </span>
          </p>
        )}
      </div>
      <TextLink href={`/best/${slug}`}>
        The whole ranking<span className="sr-only"> of {name}</span>
      </TextLink>
    </li>
  );
}

/** Comparisons that an editor wrote. */
export function ComparisonHits({ hits }: { hits: ComparisonHit[] }) {
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {hits.map(({ left, right, epithets, pick }) => (
        <li
          key={`${left.slug} ${right.slug}`}
          className="relative rounded-xl border border-line bg-raised px-5 py-4 hover:border-ice-line"
        >
          <a
            href={pairPath({ left: left.slug, right: right.slug })}
            className="font-display font-semibold text-lg after:absolute after:inset-0 after:rounded-xl hover:underline"
          >
            {left.name} <span className="font-normal text-soft">vs</span> {right.name}
          </a>
          {epithets && (
            <p className="mt-0.5 text-soft">
              {epithets[0]} vs {epithets[1]}
            </p>
          )}
          {pick && (
            <p className="mt-1 font-semibold text-ice text-small">
              <PickSign /> Nice Pick: {pick}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What may be meant by one side of a question: each technology, and its comparison with the other side where that is known. */
export function SideChoices({ choices, other }: { choices: Hit[]; other: Named | null }) {
  return (
    <ul className="space-y-2 text-lg">
      {choices
        .filter(({ slug }) => slug !== other?.slug)
        .map(({ slug, name, kind, category }) => (
          <li key={slug}>
            <TextLink
              href={
                other ? pairPath(inAddressOrder({ left: slug, right: other.slug })) : `/technologies/${slug}`
              }
            >
              {other ? `${name} vs ${other.name}` : name}
            </TextLink>{" "}
            <span className="text-soft text-sm">
              {kind} · {category.name}
            </span>
          </li>
        ))}
    </ul>
  );
}
