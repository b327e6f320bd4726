import { portableSource, unlessBlank, unlessEmpty } from "../portable";
import type { TechnologyDocument } from "./schema";

/** The record as the portable format writes it; a point that is only text is a string. */
export function portableTechnology(document: TechnologyDocument) {
  const { popularity, links } = document;
  return {
    slug: document.slug,
    name: document.name,
    kind: document.kind,
    category: document.category,
    description: document.description,
    lead: document.lead,
    tagline: document.tagline,
    pros: document.pros.map(portablePoint),
    cons: document.cons.map(portablePoint),
    chooseFor: document.chooseFor,
    tradeoff: document.tradeoff,
    related: document.related,
    aliases: document.aliases,
    formerSlugs: unlessEmpty(document.formerSlugs),
    ring: document.ring,
    popularity: popularity && {
      value: popularity.value,
      unit: popularity.unit,
      source: portableSource(popularity.source),
      asOf: popularity.asOf,
    },
    links: links && unlessBlank({ website: links.website, repository: links.repository, docs: links.docs }),
    license: document.license,
    firstReleased: document.firstReleased,
    logo: document.logo,
    resources: unlessEmpty(document.resources.map(portableSource)),
  };
}

function portablePoint({ text, source, checkedAt }: TechnologyDocument["pros"][number]) {
  if (!source && !checkedAt) return text;
  return { text, source: source && portableSource(source), checkedAt };
}
