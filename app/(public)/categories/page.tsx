import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/browse/breadcrumbs";
import { CategoryCard } from "@/components/browse/category-card";
import { ListHead } from "@/components/browse/list-head";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { listLeaders } from "@/lib/rankings/leader-queries";

export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "Categories",
  description: "The fields that our technologies are in, and who leads each.",
  alternates: { canonical: "/categories" },
};

export default async function CategoriesPage() {
  const leaders = await listLeaders();
  return (
    <div className="space-y-8 md:space-y-10">
      <Breadcrumbs crumbs={[{ name: "Home", href: "/" }, { name: "Categories" }]} />
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
