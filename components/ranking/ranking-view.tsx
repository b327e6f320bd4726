import { KIND_NAMES } from "@/components/browse/kind-names";
import { ListHead } from "@/components/browse/list-head";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DateText } from "@/components/ui/date";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { type RankingPage, WITH_A_MARK } from "@/lib/rankings/types";
import { browsePath } from "@/lib/technologies/browse";
import { KindTabs } from "./kind-tabs";
import { Method } from "./method";
import { Place } from "./place";
import { Unranked } from "./unranked";

/** What is asked for, and nobody is named in it whose number a verb would have to follow. */
export function rankingTitle({ category, kind }: RankingPage): string {
  return kind ? `Best in ${category.name}: ${KIND_NAMES[kind].many}` : `Best in ${category.name}`;
}

/** A category's ranking, from the first place down. */
export function RankingView({ ranking }: { ranking: RankingPage }) {
  const { category, kind, places, ranked, changedAt } = ranking;
  const crumbs = [
    { name: "Home", href: "/" },
    { name: "Rankings", href: "/best" },
  ];
  return (
    <article className="space-y-10 md:space-y-12">
      <Breadcrumbs
        steps={
          kind
            ? [
                ...crumbs,
                { name: category.name, href: `/best/${category.slug}` },
                { name: KIND_NAMES[kind].one },
              ]
            : [...crumbs, { name: category.name }]
        }
      />
      <ListHead title={rankingTitle(ranking)}>
        <p>
          {ranked > 0 && "Ranked by who is picked when they meet. "}
          <TextLink href={`/categories/${category.slug}`}>{`All of ${category.name}`}</TextLink>
        </p>
      </ListHead>
      <KindTabs ranking={ranking} />
      {places.length === 0 ? (
        <Empty>
          Nothing is decided between any two here yet, so nobody is ranked.{" "}
          <TextLink href="/compare">Compare two of them</TextLink> and see what there is.
        </Empty>
      ) : (
        <ol className="list-none border-line border-t">
          {places.map((entry, index) => (
            <Place
              level={2}
              key={entry.slug}
              entry={entry}
              showKind={kind === undefined && ranking.kinds.length > 1}
              showMark={index < WITH_A_MARK}
            />
          ))}
        </ol>
      )}
      {ranked > places.length && (
        <p className="text-soft">
          These are the first {places.length.toLocaleString("en")} of {ranked.toLocaleString("en")} places.{" "}
          <TextLink href={browsePath({ category: category.slug, kind })}>
            See everything of it on file
          </TextLink>
        </p>
      )}
      <Unranked ranking={ranking} />
      <Method ranking={ranking} />
      {changedAt && (
        <p className="text-soft text-sm">
          Last changed <DateText iso={changedAt} />
        </p>
      )}
    </article>
  );
}
