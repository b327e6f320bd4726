import type {
  BreadcrumbList,
  Graph,
  Organization,
  SearchAction,
  Thing,
  WebSite,
  WithActionConstraints,
} from "schema-dts";
import { absolute, SITE_PICTURE_PATH } from "../addresses";
import { SITE_DESCRIPTION, SITE_NAME } from "../site";

// What pages say of themselves to machines, in the vocabulary of schema.org. Only what the page shows to people.

export function graphOf(...nodes: Thing[]): Graph {
  return { "@context": "https://schema.org", "@graph": nodes };
}

/** Who is behind every page. */
export function publisher(): Organization {
  return {
    "@type": "Organization",
    "@id": absolute("/#publisher"),
    name: SITE_NAME,
    url: absolute("/"),
    logo: absolute("/apple-icon.png"),
  };
}

export function homeGraph(): Graph {
  const search: WithActionConstraints<SearchAction> = {
    "@type": "SearchAction",
    target: { "@type": "EntryPoint", urlTemplate: `${absolute("/search")}?q={search_term_string}` },
    "query-input": "required name=search_term_string",
  };
  const site: WebSite = {
    "@type": "WebSite",
    "@id": absolute("/#site"),
    name: SITE_NAME,
    url: absolute("/"),
    description: SITE_DESCRIPTION,
    inLanguage: "en",
    image: absolute(SITE_PICTURE_PATH),
    publisher: { "@id": absolute("/#publisher") },
    potentialAction: search,
  };
  return graphOf(site, publisher());
}

/** The way to a page, from the start; the page itself last. */
export function breadcrumbs(...steps: { name: string; path: string }[]): BreadcrumbList {
  return {
    "@type": "BreadcrumbList",
    itemListElement: [{ name: SITE_NAME, path: "/" }, ...steps].map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** The same for every page: which site it is part of, in which language, by whom. */
export function partOfSite() {
  return {
    isPartOf: { "@type": "WebSite", "@id": absolute("/#site"), name: SITE_NAME, url: absolute("/") },
    inLanguage: "en",
    publisher: publisher(),
  } as const;
}
