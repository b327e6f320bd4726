import type { TechnologyPage } from "../technologies/types";
import { comparisonUrl, otherLinks, relatedLinks, technologyLink, technologyUrl } from "./links";

/** A technology for machines: "nicepick-technology", version 1, under the same promise as a comparison. */
export function technologyJson(technology: TechnologyPage, site: string) {
  const { slug, name, kind, category, description, lead, tagline, ring, pros, cons, related } = technology;
  const { aliases, popularity, links, license, firstReleased, resources, updatedAt } = technology;
  const { alternatives, record, comparisons } = technology;
  return {
    format: "nicepick-technology",
    version: 1,
    url: technologyUrl(slug, site),
    slug,
    name,
    kind,
    category,
    ring,
    tagline,
    description,
    lead,
    pros,
    cons,
    related: relatedLinks(related, site),
    aliases,
    license,
    firstReleased,
    popularity,
    links,
    resources,
    alternatives: alternatives.map((other) => ({
      ...technologyLink(other, site),
      kind: other.kind,
      ring: other.ring,
      tagline: other.tagline,
      comparison: comparisonUrl(other, site),
      curated: other.curated,
      outcome: other.outcome,
      pick: other.pick,
    })),
    record,
    moreComparisons: otherLinks(name, comparisons, site),
    updatedAt,
  };
}
