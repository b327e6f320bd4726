import type { Alternative, TechnologyPage } from "../technologies/types";
import { RING_NAMES } from "../verdict/basis";
import { placeWords, recordLine } from "../verdict/standing-words";
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
    recordPart(technology, site),
    `## What it is\n\n${paragraphs(description)}`,
    `## The case for it\n\n${plain(lead)}`,
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

function recordPart({ record, category }: TechnologyPage, site: string): string | undefined {
  if (!record) return undefined;
  const place = link(placeWords(record, category.name), `${site}/best/${category.slug}`);
  return `**${recordLine(record)}**: ${place}`;
}

function factsPart(technology: TechnologyPage): string | undefined {
  const { aliases, license, firstReleased, popularity, links, resources } = technology;
  const lines = [
    aliases.length > 0 && `Also known as: ${aliases.map(plain).join(", ")}`,
    license && `License: ${plain(license)}`,
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

/** As its page says it: the name, what it is, and what we say of the two. */
function alternativeLine(of: TechnologyPage, other: Alternative, site: string): string {
  const facts = [
    nameLink(other, site),
    other.ring && `Our rating: ${RING_NAMES[other.ring]}`,
    other.kind !== of.kind && other.kind,
    other.tagline && plain(other.tagline),
  ].filter(Boolean);
  const outcome = `${outcomeWords(of, other)}: ${of.name} or ${other.name}`;
  return `${facts.join(" · ")} · ${link(outcome, comparisonUrl(other, site))}`;
}

function outcomeWords(of: TechnologyPage, { slug, name, outcome, pick }: Alternative): string {
  if (pick) return `We pick ${pick === slug ? name : of.name}`;
  if (outcome === "too-close") return "Too close to call";
  return outcome === "different-jobs" ? "Different jobs" : "No pick yet";
}
