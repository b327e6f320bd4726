import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { CategoryView } from "@/components/browse/category-view";
import { shortened } from "@/components/browse/unknown-filters";
import { MessagePage } from "@/components/layout/message-page";
import { JsonLd } from "@/components/seo/json-ld";
import { TextLink } from "@/components/ui/text-link";
import { findCategoryPage } from "@/lib/categories/page-queries";
import { categoryGraph, categoryMetadata } from "@/lib/seo/lists";
import { stopgapMetadata } from "@/lib/seo/page-metadata";
import { readBrowseQuery } from "@/lib/technologies/browse";

export const dynamic = "force-dynamic";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const loadPage = cache(
  async (slug: string, page: number) => (await findCategoryPage(slug, page)) ?? notFound(),
);

/** proxy.ts has sent on every address that is not canonical. */
async function load({ params, searchParams }: Props) {
  const [{ slug }, { page: asked }] = await Promise.all([params, searchParams]);
  const { page, unknown } = readBrowseQuery({ page: asked });
  return { category: await loadPage(slug, page), page, unknown: unknown[0]?.value };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { category, unknown } = await load(props);
  return unknown === undefined ? categoryMetadata(category) : stopgapMetadata("No such page");
}

export default async function CategoryPage(props: Props) {
  const { category, page, unknown } = await load(props);
  const { slug, name, list } = category;
  if (unknown === undefined && page <= list.pages) {
    return (
      <>
        <JsonLd graph={categoryGraph(category)} />
        <CategoryView category={category} />
      </>
    );
  }
  return (
    <MessagePage
      title={`There is no page ${unknown === undefined ? page.toLocaleString("en") : `“${shortened(unknown)}”`}`}
    >
      <p>
        <TextLink href={`/categories/${slug}`}>{name}</TextLink>{" "}
        {list.pages > 1 ? (
          <>
            ends at{" "}
            <TextLink href={`/categories/${slug}?page=${list.pages}`}>
              {`page ${list.pages.toLocaleString("en")}`}
            </TextLink>
            .
          </>
        ) : (
          "has one page."
        )}
      </p>
    </MessagePage>
  );
}
