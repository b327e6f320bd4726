import type { Metadata } from "next";
import { STATE_OPTIONS } from "@/components/admin/listing/filters";
import { ListScreen } from "@/components/admin/listing/list-screen";
import { requireActor } from "@/lib/auth/actor";
import { listCategoryOptions } from "@/lib/categories/queries";
import { technologyListSchema } from "@/lib/listing";
import { listTechnologyEntries } from "@/lib/technologies/list-queries";
import { KINDS, RINGS } from "@/lib/technologies/schema";
import { RING_NAMES } from "@/lib/verdict/basis";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "Technologies" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TechnologiesPage({ searchParams }: Props) {
  await requireActor("admin.enter");
  const query = technologyListSchema.parse(await searchParams);
  const [list, categories] = await Promise.all([listTechnologyEntries(query), listCategoryOptions()]);
  return (
    <ListScreen
      title="Technologies"
      one="technology"
      path="/admin/technologies"
      query={query}
      list={list}
      searches="Search by name, slug or alias"
      filters={[
        { name: "state", label: "State", any: "Any", value: query.state, options: STATE_OPTIONS },
        {
          name: "kind",
          label: "Kind",
          any: "Any",
          value: query.kind,
          options: KINDS.map((kind) => ({ value: kind, label: kind })),
        },
        {
          name: "category",
          label: "Category",
          any: "Any",
          value: query.category,
          options: categories.map(({ slug, name }) => ({ value: slug, label: name })),
        },
        {
          name: "ring",
          label: "Rating",
          any: "Any",
          value: query.ring,
          options: [
            ...RINGS.map((ring) => ({ value: ring, label: RING_NAMES[ring] })),
            { value: "none", label: "Not rated" },
          ],
        },
      ]}
      columns={[
        {
          head: "Kind and category",
          className: "w-52",
          cell: ({ kind, category }) => [kind, category].filter(Boolean).join(" · "),
        },
        {
          head: "Rating",
          className: "w-24",
          cell: ({ ring }) => (ring && ring in RING_NAMES ? RING_NAMES[ring as keyof typeof RING_NAMES] : ""),
        },
      ]}
      now={new Date().toISOString()}
    />
  );
}
