import type { Metadata } from "next";
import { CuratedCard } from "@/components/comparison/curated-card";
import { Picker } from "@/components/comparison/picker";
import { CategoryTile } from "@/components/home/category-tile";
import { LitPick } from "@/components/home/lit-pick";
import { JsonLd } from "@/components/seo/json-ld";
import { Heading } from "@/components/ui/heading";
import { TextLink } from "@/components/ui/text-link";
import { listNewestCurated } from "@/lib/comparisons/queries";
import { listLeaders } from "@/lib/rankings/leader-queries";
import type { Leader } from "@/lib/rankings/types";
import { homeGraph } from "@/lib/seo/graph/site";
import { homeMetadata } from "@/lib/seo/pages";

export const dynamic = "force-dynamic";

export function generateMetadata(): Metadata {
  return homeMetadata();
}

const NEWEST = 7;
const CATEGORIES = 12;
/** Categories without a tile, of which these many are named. */
const NAMED = 40;

export default async function HomePage() {
  const [newest, leaders] = await Promise.all([listNewestCurated(NEWEST), listLeaders()]);
  const lit = newest.find(({ pick }) => pick !== undefined);
  const others = newest.filter((entry) => entry !== lit).slice(0, NEWEST - 1);
  return (
    <div className="space-y-part">
      <JsonLd graph={homeGraph()} />
      <header className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <div className="space-y-8 lg:py-6">
          <div className="space-y-4">
            <h1 className="text-display">X or Y? We pick one.</h1>
            <p className="max-w-[52ch] text-lede text-soft">
              Name two technologies. You get one page: a clear pick, the case for each side, and when to
              choose which.
            </p>
          </div>
          <Picker action="Compare" />
        </div>
        {lit && <LitPick entry={lit} />}
      </header>
      {newest.length === 0 && (
        <p className="text-lede text-soft">
          Our editors have not written a comparison yet.{" "}
          <TextLink href="/technologies">See what is on file.</TextLink>
        </p>
      )}
      {others.length > 0 && (
        <section>
          <Heading level={2} className="mb-6">
            Fresh from our editors
          </Heading>
          <ul className="grid gap-5 md:grid-cols-2 lg:grid-cols-3">
            {others.map((entry) => (
              <CuratedCard key={`${entry.left.slug} ${entry.right.slug}`} entry={entry} />
            ))}
          </ul>
        </section>
      )}
      {leaders.length > 0 && <Categories leaders={leaders} />}
      <section className="max-w-measure space-y-3">
        <Heading level={2}>Every pick says what it rests on</Heading>
        <p className="text-body text-soft">
          Our editors’ ratings, and figures with their source and date. Where that is not enough for a pick,
          the page says so.
        </p>
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          <TextLink href="/methodology">How we pick</TextLink>
          <TextLink href="/changes">What changed lately</TextLink>
        </p>
      </section>
    </div>
  );
}

/** The fullest categories as tiles, the others by name alone, all of them in the order of their names. */
function Categories({ leaders }: { leaders: Leader[] }) {
  const fullest = new Set(
    leaders
      .toSorted((one, other) => other.technologies.count - one.technologies.count)
      .slice(0, CATEGORIES)
      .map(({ category }) => category.slug),
  );
  const tiles = leaders.filter(({ category }) => fullest.has(category.slug));
  const others = leaders.filter(({ category }) => !fullest.has(category.slug));
  return (
    <section>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <Heading level={2}>Browse by category</Heading>
        {others.length > 0 && <TextLink href="/categories">All {leaders.length} categories</TextLink>}
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {tiles.map((leader) => (
          <CategoryTile key={leader.category.slug} leader={leader} />
        ))}
      </ul>
      {others.length > 0 && (
        <ul className="mt-6 gap-x-4 sm:columns-2 lg:columns-4">
          {others.slice(0, NAMED).map(({ category: { slug, name } }) => (
            <li key={slug} className="break-inside-avoid py-1">
              <TextLink href={`/categories/${slug}`}>{name}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
