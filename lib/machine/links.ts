import { type Pair, pairPath } from "../pair/pair";
import type { OtherComparison } from "../technologies/types";
import type { Named, NamedPair, RelatedName } from "../verdict/types";

// What documents lead to, with absolute addresses. `site` is the site's origin.

export type Link = { name: string; url: string };

export const technologyUrl = (slug: string, site: string) => `${site}/technologies/${slug}`;

export const comparisonUrl = (pair: Pair, site: string) => `${site}${pairPath(pair)}`;

export function technologyLink({ slug, name }: Named, site: string): { slug: string } & Link {
  return { slug, name, url: technologyUrl(slug, site) };
}

export function relatedLinks(related: RelatedName[], site: string): { name: string; url?: string }[] {
  return related.map(({ name, slug }) => ({ name, ...(slug && { url: technologyUrl(slug, site) }) }));
}

export function pairLinks(pairs: NamedPair[], site: string): Link[] {
  return pairs.map(({ left, right }) => ({
    name: `${left.name} vs ${right.name}`,
    url: comparisonUrl({ left: left.slug, right: right.slug }, site),
  }));
}

/** The comparisons to go on with from `name`, as its page names them. */
export function otherLinks(
  name: string,
  others: OtherComparison[],
  site: string,
): (Link & { curated: boolean })[] {
  return others.map((other) => ({
    name: `${name} vs ${other.name}`,
    url: comparisonUrl(other, site),
    curated: other.curated,
  }));
}
