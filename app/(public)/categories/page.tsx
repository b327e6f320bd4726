import type { Metadata } from "next";
import { CategoryCard } from "@/components/browse/category-card";
import { ListHead } from "@/components/browse/list-head";
import { JsonLd } from "@/components/seo/json-ld";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { listLeaders } from "@/lib/rankings/leader-queries";
import type { Leader } from "@/lib/rankings/types";
import { listGraph } from "@/lib/seo/graph/list";
import { pageMetadata } from "@/lib/seo/page-metadata";

export const dynamic = "force-dynamic";

const PAGE = {
  title: "Categories",
  description: "The fields that our technologies are in, and who leads each.",
  path: "/categories",
};

export function generateMetadata(): Metadata {
  return pageMetadata(PAGE);
}

export default async function CategoriesPage() {
  const leaders = await listLeaders();
  return (
    <div className="space-y-8 md:space-y-10">
      <JsonLd graph={listGraph({ ...PAGE, name: PAGE.title, entries: leaders.map(toEntry) })} />
      <Breadcrumbs steps={[{ name: "Home", href: "/" }, { name: "Categories" }]} />
      <ListHead title="Categories">
        <p>
          Start from the job to be done. Or see <TextLink href="/technologies">every technology</TextLink>{" "}
          there is.
        </p>
      </ListHead>
      {leaders.length === 0 ? (
        <Empty>Nothing is on file yet.</Empty>
      ) : (
        <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
          {leaders.map((leader) => (
            <CategoryCard key={leader.category.slug} leader={leader} />
          ))}
        </ul>
      )}
    </div>
  );
}

function toEntry({ category: { slug, name } }: Leader) {
  return { name, path: `/categories/${slug}` };
}
