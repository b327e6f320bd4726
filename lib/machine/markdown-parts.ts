import type { Point, RelatedName } from "../verdict/types";
import { monthOf } from "./dates";
import { relatedLinks, technologyUrl } from "./links";
import { bullets, link, plain } from "./markdown-text";

// The parts that comparisons and technologies share, as Markdown.

/** A list of points under its heading; undefined where there are none. */
export function pointsPart(title: "Pros" | "Cons", points: Point[], level: 2 | 3): string | undefined {
  const lines = points.map((point) => `${plain(point.text)}${sourceNote(point)}`);
  return points.length === 0 ? undefined : `${"#".repeat(level)} ${title}\n\n${bullets(lines)}`;
}

function sourceNote({ source, checkedAt }: Point): string {
  const parts = [
    source && `Source: ${link(source.title, source.url)}`,
    checkedAt && `${source ? "checked" : "Checked"} ${monthOf(checkedAt)}`,
  ].filter(Boolean);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

export function relatedPart(related: RelatedName[], site: string): string | undefined {
  if (related.length === 0) return undefined;
  const names = relatedLinks(related, site).map(({ name, url }) => (url ? link(name, url) : plain(name)));
  return `Related to: ${names.join(", ")}`;
}

export const nameLink = ({ name, slug }: { name: string; slug: string }, site: string) =>
  link(name, technologyUrl(slug, site));

/** A list of links under its heading. */
export function linksPart(
  title: string,
  links: { name: string; url: string; curated?: boolean }[],
): string | undefined {
  if (links.length === 0) return undefined;
  const lines = links.map(({ name, url, curated }) => `${link(name, url)}${curated ? " (Curated)" : ""}`);
  return `## ${plain(title)}\n\n${bullets(lines)}`;
}
