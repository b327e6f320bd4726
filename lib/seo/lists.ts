import type { Metadata } from "next";
import type { RankingPlace } from "../rankings/types";
import { picturePath } from "./addresses";
import { type Page, pageMetadata } from "./page-metadata";
import { summaryOf } from "./summary";

// The pages that list technologies, categories and rankings.

export const CATEGORIES: Page = {
  title: "Categories",
  description: "The fields that our technologies are in, and who leads each.",
  path: "/categories",
};

export const RANKINGS: Page = {
  title: "Rankings",
  description: "The best of each category, ranked by head-to-heads, with a reason at each place.",
  path: "/best",
};

export function categoriesMetadata(): Metadata {
  return pageMetadata(CATEGORIES);
}

export function rankingsMetadata(): Metadata {
  return pageMetadata(RANKINGS);
}

const EVERY_TECHNOLOGY =
  "Every technology on file, each with the case for it, its pros and cons, and our rating.";

/**
 * The list of technologies. `chosen`: the filters, in words. Search engines list the whole, and what `isListed` says is a
 * list of its own; what is narrowed further repeats it.
 */
export function technologiesPage(list: {
  path: string;
  page: number;
  chosen: string[];
  isListed: boolean;
}): Page {
  const { path, page, chosen, isListed } = list;
  const title = onPage(chosen.length > 0 ? `Technologies: ${chosen.join(", ")}` : "Technologies", page);
  return {
    title,
    description: title === "Technologies" ? EVERY_TECHNOLOGY : summaryOf(`${title}.`, EVERY_TECHNOLOGY),
    path,
    ...(!isListed && { robots: "follow" }),
  };
}

/** One category. `isListed`: it has this page. */
export function categoryPage(category: {
  slug: string;
  name: string;
  description?: string;
  page: number;
  isListed: boolean;
}): Page {
  const { slug, name, description = "", page, isListed } = category;
  const path = `/categories/${slug}`;
  const title = onPage(`${name} compared`, page);
  return {
    title,
    description: summaryOf(
      ...(page > 1 ? [`${title}.`] : []),
      description,
      `What we have on file in ${name}, and what we pick.`,
    ),
    path: page > 1 ? `${path}?page=${page}` : path,
    picture: { path: picturePath(path), alt: `${name}.` },
    ...(!isListed && { robots: "follow" }),
  };
}

/** A ranking under its title. `path` is canonical; that of one kind of a category shows the whole category's picture. */
export function rankingPage(ranking: {
  path: string;
  title: string;
  name: string;
  first?: Pick<RankingPlace, "name" | "tied" | "reason">;
  isListed: boolean;
}): Page {
  const { path, title, name, first, isListed } = ranking;
  return {
    title,
    description: first
      ? summaryOf(
          `${first.tied ? "Shared first place" : "First place"}: ${first.name}.`,
          first.reason,
          "A reason at each place.",
        )
      : `Nothing is ranked in ${name} yet.`,
    path,
    picture: { path: picturePath(path.replace(/\?.*$/, "")), alt: `${title}.` },
    ...(!isListed && { robots: "follow" }),
  };
}

function onPage(title: string, page: number): string {
  return page > 1 ? `${title}, page ${page.toLocaleString("en")}` : title;
}
