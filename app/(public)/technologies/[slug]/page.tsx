import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { MoreComparisons } from "@/components/comparison/more";
import { Picker } from "@/components/comparison/picker";
import { EditLink } from "@/components/layout/edit-link";
import { PageEnd } from "@/components/layout/page-end";
import { JsonLd } from "@/components/seo/json-ld";
import { Neighbours } from "@/components/technology/neighbours";
import { TechnologyView } from "@/components/technology/technology-view";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Heading } from "@/components/ui/heading";
import { technologyGraph } from "@/lib/seo/graph/technology";
import { technologyMetadata } from "@/lib/seo/technology";
import { findTechnologyPage } from "@/lib/technologies/queries";

export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string }> };

/** proxy.ts has sent on every address that is not canonical; one lookup serves head and body. */
const loadPage = cache(async (slug: string) => (await findTechnologyPage(slug)) ?? notFound());

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return technologyMetadata(await loadPage((await params).slug));
}

export default async function TechnologyPage({ params }: Props) {
  const technology = await loadPage((await params).slug);
  const { slug, name, category, comparisons, updatedAt } = technology;
  return (
    <div className="space-y-6">
      <Breadcrumbs
        steps={[
          { name: "Home", href: "/" },
          { name: "Categories", href: "/categories" },
          { name: category.name, href: `/categories/${category.slug}` },
          { name },
        ]}
      />
      <TechnologyView technology={technology}>
        <footer className="space-y-10 border-line border-t pt-10 print:hidden">
          <section>
            <Heading level={2} className="mb-3">
              Compare {name} with…
            </Heading>
            <Picker left={{ value: name }} action="Compare" />
          </section>
          <MoreComparisons name={name} others={comparisons} />
          <Neighbours technology={technology} />
          <PageEnd path={`/technologies/${slug}`} updatedAt={updatedAt} />
        </footer>
        <EditLink />
        <JsonLd graph={technologyGraph(technology)} />
      </TechnologyView>
    </div>
  );
}
