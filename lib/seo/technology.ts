import type { Metadata } from "next";
import type { TechnologyPage } from "../technologies/types";
import { RING_NAMES } from "../verdict/basis";
import { withArticle, withFinalMark } from "../verdict/words";
import { picturePath } from "./addresses";
import { pageMetadata } from "./page-metadata";
import { summaryOf } from "./summary";

export function technologyMetadata(page: TechnologyPage): Metadata {
  const { name, kind, ring } = page;
  const path = `/technologies/${page.slug}`;
  const rating = ring ? ` Our rating: ${RING_NAMES[ring]}.` : "";
  return pageMetadata({
    title: titleOf(page),
    description: describeTechnology(page),
    path,
    picture: { path: picturePath(path), alt: `${name}, ${withArticle(kind)}.${rating}` },
    forms: { "application/json": `${path}.json`, "text/markdown": `${path}.md` },
  });
}

/** Promises what the page has, and nothing else. */
function titleOf({ name, pros, cons, alternatives }: TechnologyPage): string {
  const parts = [
    pros.length > 0 && "pros",
    cons.length > 0 && "cons",
    alternatives.length > 0 && "alternatives",
  ].filter((part) => part !== false);
  const last = parts.pop();
  if (last === undefined) return name;
  return parts.length > 0 ? `${name}: ${parts.join(", ")} and ${last}` : `${name}: ${last}`;
}

export function describeTechnology({ name, lead, description }: TechnologyPage): string {
  return summaryOf(withFinalMark(lead), description, `${name}: what it is for, and what speaks against it.`);
}
