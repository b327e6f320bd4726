import type { Metadata } from "next";
import { cache } from "react";
import { ChosenFilters } from "@/components/browse/chosen";
import { FilterForm } from "@/components/browse/filter-form";
import { Letters } from "@/components/browse/letters";
import { ListHead } from "@/components/browse/list-head";
import { Pages } from "@/components/browse/pages";
import { UnknownFilters } from "@/components/browse/unknown-filters";
import { MessagePage } from "@/components/layout/message-page";
import { JsonLd } from "@/components/seo/json-ld";
import { TechnologyRow } from "@/components/technology/row";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { cardClass } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { TextLink } from "@/components/ui/text-link";
import { browseGraph, browseMetadata } from "@/lib/seo/lists";
import { stopgapMetadata } from "@/lib/seo/page-metadata";
import {
  type BrowsePage,
  browsePath,
  countWords,
  MOST_PAGES,
  readBrowseQuery,
} from "@/lib/technologies/browse";
import { browseTechnologies } from "@/lib/technologies/browse-queries";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const loadList = cache((filters: string, page: number) =>
  browseTechnologies(readBrowseQuery(Object.fromEntries(new URLSearchParams(filters))).filters, page),
);

/** proxy.ts has sent on every other form of the address, and answers with 404 where something in it is not known. */
async function load({ searchParams }: Props) {
  const { filters, page, unknown } = readBrowseQuery(await searchParams);
  const list = await loadList(browsePath(filters).split("?")[1] ?? "", page);
  const isNoCategory = filters.category !== undefined && !list.category;
  if (!isNoCategory) return { list, unknown };
  const { category, ...others } = filters;
  return {
    list: await loadList(browsePath(others).split("?")[1] ?? "", 1),
    unknown: [...unknown, { field: "category" as const, value: category ?? "" }],
  };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { list, unknown } = await load(props);
  return unknown.length > 0 ? stopgapMetadata("No such list") : browseMetadata(list);
}

export default async function TechnologiesPage(props: Props) {
  const { list, unknown } = await load(props);
  if (unknown.length > 0) return <UnknownFilters unknown={unknown} list={list} />;
  if (list.page > list.pages) return <PastTheEnd list={list} />;
  return (
    <div className="space-y-8 md:space-y-10">
      <JsonLd graph={browseGraph(list)} />
      <Breadcrumbs steps={[{ name: "Home", href: "/" }, { name: "Technologies" }]} />
      <ListHead title="Technologies">
        <p>
          Any two compare. Looking for a field? <TextLink href="/categories">Start from a category.</TextLink>
        </p>
      </ListHead>
      <div className={`${cardClass()} space-y-5 p-5 md:p-6 print:hidden`}>
        <FilterForm list={list} />
        <Letters list={list} />
      </div>
      <section aria-labelledby="found" className="space-y-5">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
          <h2 id="found" className="font-semibold text-xl">
            {foundWords(list)}
          </h2>
          <ChosenFilters list={list} />
        </div>
        <Found list={list} />
      </section>
    </div>
  );
}

function Found({ list }: { list: BrowsePage }) {
  const { entries, filters, page, pages, total } = list;
  if (entries.length === 0) {
    return (
      <Empty>
        {Object.keys(filters).length === 0 ? (
          "Nothing is on file yet."
        ) : (
          <>
            Nothing on file is all of that. Take a filter away, or{" "}
            <TextLink href="/technologies">see everything</TextLink>.
          </>
        )}
      </Empty>
    );
  }
  return (
    <>
      <ul className="grid gap-x-12 border-line border-t md:grid-cols-2">
        {entries.map((entry) => (
          <TechnologyRow key={entry.slug} entry={entry} />
        ))}
      </ul>
      <Pages page={page} pages={pages} addressOf={(to) => browsePath(filters, to)}>
        {page === MOST_PAGES && total.more && (
          <p>The pages end here, the list does not: choose a letter or a filter to go on.</p>
        )}
      </Pages>
    </>
  );
}

function PastTheEnd({ list }: { list: BrowsePage }) {
  const { filters, page, pages, total } = list;
  const last = browsePath(filters, pages);
  return (
    <MessagePage title={`There is no page ${page.toLocaleString("en")}`}>
      <p>
        {total.more ? "Numbered pages end at" : "The list ends at"}{" "}
        <TextLink href={last}>page {pages.toLocaleString("en")}</TextLink>.
        {total.more && " To go further, choose a letter or a filter:"}
      </p>
      {total.more && <Letters list={list} />}
    </MessagePage>
  );
}

function foundWords({ total, filters }: BrowsePage): string {
  const words = countWords(total);
  const said = Object.keys(filters).length > 0 ? "found" : "on file";
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${said}`;
}
