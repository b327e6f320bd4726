import type { Metadata } from "next";
import { STATE_OPTIONS } from "@/components/admin/listing/filters";
import { ListScreen } from "@/components/admin/listing/list-screen";
import { requireActor } from "@/lib/auth/actor";
import { listCategoryEntries } from "@/lib/categories/list-queries";
import { categoryListSchema } from "@/lib/listing";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Categories" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CategoriesPage({ searchParams }: Props) {
  await requireActor("admin.enter");
  const query = categoryListSchema.parse(await searchParams);
  return (
    <ListScreen
      title="Categories"
      one="category"
      path="/admin/categories"
      query={query}
      list={await listCategoryEntries(query)}
      searches="Search by name or slug"
      filters={[{ name: "state", label: "State", any: "Any", value: query.state, options: STATE_OPTIONS }]}
      columns={[
        {
          head: "Technologies",
          className: "w-40",
          cell: ({ technologies }) => technologies.toLocaleString("en"),
        },
      ]}
      now={new Date().toISOString()}
    />
  );
}
