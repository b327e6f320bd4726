import type { Metadata } from "next";
import { ListHead } from "@/components/browse/list-head";
import { LeaderRow } from "@/components/ranking/leader-row";
import { JsonLd } from "@/components/seo/json-ld";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { listLeaders } from "@/lib/rankings/leader-queries";
import { rankingPath } from "@/lib/rankings/resolve";
import type { Leader } from "@/lib/rankings/types";
import { listGraph } from "@/lib/seo/graph/list";
import { pageMetadata } from "@/lib/seo/page-metadata";

export const dynamic = "force-dynamic";

const PAGE = {
  title: "Rankings",
  description: "The best of each category, ranked by head-to-heads, with a reason at each place.",
  path: "/best",
};

export function generateMetadata(): Metadata {
  return pageMetadata(PAGE);
}

export default async function BestPage() {
  const leaders = await listLeaders();
  return (
    <div className="space-y-8 md:space-y-10">
      <JsonLd graph={listGraph({ ...PAGE, name: PAGE.title, entries: leaders.map(toEntry) })} />
      <Breadcrumbs steps={[{ name: "Home", href: "/" }, { name: "Rankings" }]} />
      <ListHead title="The best of each">
        <p>
          Who is picked most often when everybody meets everybody. Each ranking says how it came about, and
          why at each place.
        </p>
      </ListHead>
      {leaders.length === 0 ? (
        <Empty>
          Nothing is on file yet, so nothing is ranked.{" "}
          <TextLink href="/compare">Compare two technologies</TextLink>
        </Empty>
      ) : (
        <ul className="border-line border-t">
          {leaders.map((leader) => (
            <LeaderRow key={leader.category.slug} leader={leader} />
          ))}
        </ul>
      )}
    </div>
  );
}

function toEntry({ category }: Leader) {
  return { name: category.name, path: rankingPath(category.slug) };
}
