import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/browse/breadcrumbs";
import { ListHead } from "@/components/browse/list-head";
import { LeaderRow } from "@/components/ranking/leader-row";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { listLeaders } from "@/lib/rankings/leader-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Rankings",
  description: "The best of each category, ranked by head-to-heads, with a reason at each place.",
  alternates: { canonical: "/best" },
};

export default async function BestPage() {
  const leaders = await listLeaders();
  return (
    <div className="space-y-8 md:space-y-10">
      <Breadcrumbs crumbs={[{ name: "Home", href: "/" }, { name: "Rankings" }]} />
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
