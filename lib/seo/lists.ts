import type { Metadata } from "next";
import type { Graph } from "schema-dts";
import type { CategoryPage } from "../categories/types";
import type { RankingPage } from "../rankings/types";
import { type BrowsePage, browsePath, PAGE_SIZE } from "../technologies/browse";
import { RING_NAMES } from "../verdict/basis";
import { withFinalMark } from "../verdict/words";
import { picturePath } from "./addresses";
import { listGraph } from "./graph/list";
import { pageMetadata, stopgapMetadata } from "./page-metadata";
import { summaryOf } from "./summary";

// What pages that list technologies say of themselves.

/**
 * The whole list and that of a kind are listed by search engines. Whatever is filtered otherwise repeats them, or a
 * category's page; it is followed, as is what is not there.
 */
export function browseMetadata(list: BrowsePage): Metadata {
  const { kind, ...narrower } = list.filters;
  const isThere = list.page <= list.pages && (list.entries.length > 0 || !kind);
  const isListed = isThere && Object.keys(narrower).length === 0;
  return pageMetadata({ ...browseWords(list), ...(!isListed && { robots: "follow" }) });
}

export function browseGraph(list: BrowsePage): Graph {
  const { title, description, path } = browseWords(list);
  return listGraph({
    path,
    name: title,
    description,
    entries: list.entries.map(toEntry),
    before: (list.page - 1) * PAGE_SIZE,
    ...(path !== "/technologies" && { above: [{ name: "Technologies", path: "/technologies" }] }),
  });
}

function browseWords({ filters, category, page }: BrowsePage) {
  const { kind, ring, letter } = filters;
  const said = [
    kind && `kind: ${kind}`,
    category && `category: ${category.name}`,
    ring && `rated ${RING_NAMES[ring]}`,
    letter && `from ${letter.toUpperCase()}`,
    page > 1 && `page ${page}`,
  ].filter((part) => typeof part === "string");
  const title = said.length > 0 ? `Technologies, ${said.join(", ")}` : "Technologies";
  const every = "Every technology on file, each with the case for it, its pros and cons, and our rating.";
  return {
    title,
    description: said.length > 0 ? summaryOf(withFinalMark(title), every) : every,
    path: browsePath(filters, page),
  };
}

export function categoryMetadata(category: CategoryPage): Metadata {
  const { page, pages } = category.list;
  return page > pages ? stopgapMetadata(`No page ${page}`) : pageMetadata(categoryWords(category));
}

export function categoryGraph(category: CategoryPage): Graph {
  const { title, description, path } = categoryWords(category);
  return listGraph({
    path,
    name: title,
    description,
    entries: category.list.entries.map(toEntry),
    before: (category.list.page - 1) * PAGE_SIZE,
    above: [{ name: "Categories", path: "/categories" }],
  });
}

function categoryWords({ slug, name, description, list: { page } }: CategoryPage) {
  const path = `/categories/${slug}`;
  return {
    title: page > 1 ? `${name} compared, page ${page}` : `${name} compared`,
    description: summaryOf(
      ...(page > 1 ? [`Page ${page}.`] : []),
      description ?? `What we have on file in ${name}.`,
      "What we pick, and why.",
    ),
    path: page > 1 ? `${path}?page=${page}` : path,
    picture: { path: picturePath(path), alt: withFinalMark(`${name} compared`) },
  };
}

/** `title`: as it stands on the page. */
export function rankingMetadata(ranking: RankingPage, title: string): Metadata {
  return pageMetadata(rankingWords(ranking, title));
}

export function rankingGraph(ranking: RankingPage, title: string): Graph {
  const { category, kind, places } = ranking;
  const { description, path } = rankingWords(ranking, title);
  return listGraph({
    path,
    name: title,
    description,
    entries: places.map(toEntry),
    ranked: true,
    above: [
      { name: "Rankings", path: "/best" },
      ...(kind ? [{ name: category.name, path: `/best/${category.slug}` }] : []),
    ],
  });
}

function rankingWords({ category, kind, places }: RankingPage, title: string) {
  const [first] = places;
  const path = `/best/${category.slug}`;
  return {
    title,
    description: first
      ? summaryOf(
          withFinalMark(`${first.tied ? "Shared first place" : "First place"}: ${first.name}`),
          first.reason,
          "All places, with the reason at each.",
        )
      : `Nothing is ranked in ${category.name} yet.`,
    path: kind ? `${path}?kind=${kind}` : path,
    // That of a kind shows the whole category's: a picture's address has no query.
    picture: { path: picturePath(path), alt: withFinalMark(title) },
  };
}

function toEntry({ slug, name }: { slug: string; name: string }) {
  return { name, path: `/technologies/${slug}` };
}
