import type { AboutPage, CollectionPage, Graph, ItemList, WebPage } from "schema-dts";
import { absolute } from "../addresses";
import type { Page } from "../page-metadata";
import { breadcrumbs, graphOf, partOfSite } from "./site";

export type Listed = {
  /** Canonical, with the query that belongs to it. */
  path: string;
  name: string;
  description: string;
  entries: { name: string; path: string }[];
  /** How many entries stand on the pages before this one. */
  before?: number;
  /** Whether the order is one of merit, the best first. */
  ranked?: boolean;
  /** The pages above this one. */
  above?: { name: string; path: string }[];
};

/** A page that only explains, or tells what is new. */
export function plainGraph(type: "AboutPage" | "WebPage", { title, description, path }: Page): Graph {
  const page = {
    "@type": type,
    "@id": absolute(path),
    url: absolute(path),
    name: title,
    description,
    ...partOfSite(),
  } satisfies AboutPage | WebPage;
  return graphOf(page, breadcrumbs({ name: title, path }));
}

/** A page that lists others. */
export function listGraph(listed: Listed): Graph {
  const { path, name, description, above = [] } = listed;
  const page: CollectionPage = {
    "@type": "CollectionPage",
    "@id": absolute(path),
    url: absolute(path),
    name,
    description,
    mainEntity: listNode(listed),
    ...partOfSite(),
  };
  return graphOf(page, breadcrumbs(...above, { name, path }));
}

function listNode({ name, entries, before = 0, ranked = false }: Listed): ItemList {
  return {
    "@type": "ItemList",
    name,
    numberOfItems: entries.length,
    itemListOrder: ranked
      ? "https://schema.org/ItemListOrderDescending"
      : "https://schema.org/ItemListUnordered",
    itemListElement: entries.map((entry, index) => ({
      "@type": "ListItem",
      position: before + index + 1,
      name: entry.name,
      url: absolute(entry.path),
    })),
  };
}
