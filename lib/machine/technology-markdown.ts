import type { Alternative, TechnologyPage } from "../technologies/types";
import { RING_NAMES } from "../verdict/basis";
import { dayOf, monthOf } from "./dates";
import { comparisonUrl, otherLinks, technologyUrl } from "./links";
import { linksPart, nameLink, pointsPart, relatedPart } from "./markdown-parts";
import { blocks, bullets, link, paragraphs, plain } from "./markdown-text";

/** A technology as Markdown, in the order of its page. */
export function technologyMarkdown(technology: TechnologyPage, site: string): string {
  const { slug, name, kind, category, ring, tagline, description, lead, pros, cons, related } = technology;
  return blocks([
    `# ${plain(name)}`,
    [
      kind,
      link(category.name, `${site}/categories/${category.slug}`),
      ring && `Our rating: ${RING_NAMES[ring]}`,
    ]
      .filter(Boolean)
      .join(" · "),
    tagline && plain(tagline),
    paragraphs(description),
    plain(lead),
    recordLine(technology),
    pointsPart("Pros", pros, 2),
    relatedPart(related, site),
    pointsPart("Cons", cons, 2),
    factsPart(technology),
    alternativesPart(technology, site),
    linksPart(`More comparisons with ${name}`, otherLinks(name, technology.comparisons, site)),
    "---",
    `Last updated ${dayOf(technology.updatedAt)}. The page: <${technologyUrl(slug, site)}>`,
  ]);
}

function recordLine({ name, record }: TechnologyPage): string | undefined {
  return record && `${plain(name)} is picked in ${record.picked} of ${record.of} head-to-heads.`;
}

function factsPart(technology: TechnologyPage): string | undefined {
  const { aliases, license, firstReleased, popularity, links, resources } = technology;
  const lines = [
    aliases.length > 0 && `Also known as: ${aliases.map(plain).join(", ")}`,
    license && `Licence: ${plain(license)}`,
    firstReleased && `First released: ${firstReleased}`,
    popularity &&
      `Popularity: ${popularity.value.toLocaleString("en")} ${plain(popularity.unit)} ` +
        `(${link(popularity.source.title, popularity.source.url)}, ${monthOf(popularity.asOf)})`,
    links.length > 0 && `Links: ${links.map(({ label, url }) => link(label, url)).join(", ")}`,
    resources.length > 0 &&
      `Where to learn it: ${resources.map(({ title, url }) => link(title, url)).join(", ")}`,
  ].filter((line) => typeof line === "string");
  return lines.length === 0 ? undefined : `## Facts\n\n${bullets(lines)}`;
}

function alternativesPart(technology: TechnologyPage, site: string): string | undefined {
  const lines = technology.alternatives.map((other) => alternativeLine(technology, other, site));
  return lines.length === 0 ? undefined : `## Alternatives to ${plain(technology.name)}\n\n${bullets(lines)}`;
}

function alternativeLine({ slug, name }: TechnologyPage, other: Alternative, site: string): string {
  const stand =
    other.outcome === "pick"
      ? `we pick ${other.pick === slug ? name : other.name}`
      : { "too-close": "too close to call", "different-jobs": "different jobs", unrated: "no pick yet" }[
          other.outcome
        ];
  const facts = [other.kind, other.ring && RING_NAMES[other.ring], other.tagline && plain(other.tagline)];
  return `${nameLink(other, site)} (${facts.filter(Boolean).join(", ")}): ${link(stand, comparisonUrl(other, site))}`;
}
