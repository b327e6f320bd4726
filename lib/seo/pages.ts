import type { Metadata } from "next";
import { pageMetadata } from "./page-metadata";
import { SITE_DESCRIPTION, SITE_TITLE } from "./site";

// The pages of which there is one each.

export function homeMetadata(): Metadata {
  return pageMetadata({ title: SITE_TITLE, description: SITE_DESCRIPTION, path: "/" });
}

/** `asked`: with names that were typed and not found. */
export function pickerMetadata({ asked }: { asked: boolean }): Metadata {
  return pageMetadata({
    title: "Compare two technologies",
    description:
      "Name any two technologies on file and get one page: a clear pick, and when to choose which.",
    path: "/compare",
    ...(asked && { robots: "follow" }),
  });
}

/** `refused`: the form is shown again, with what was typed in it. */
export function feedbackMetadata({ refused }: { refused: boolean }): Metadata {
  return pageMetadata({
    title: refused ? "Not sent yet" : "Feedback",
    description:
      "Disagree with a pick, or tell us about the site. Our editors read every message and answer.",
    path: "/feedback",
    ...(refused && { robots: "follow" }),
  });
}

export function voteMetadata(): Metadata {
  return pageMetadata({
    title: "Your vote",
    description: "Say whether you agree with a pick. One network has one vote, and may change it.",
    path: "/feedback/vote",
    robots: "follow",
  });
}

export function privacyMetadata(): Metadata {
  return pageMetadata({
    title: "Privacy",
    description: "What this site keeps about its readers, and for how long.",
    path: "/privacy",
  });
}

export function methodologyMetadata(): Metadata {
  return pageMetadata({
    title: "How we pick",
    description:
      "Where our picks come from: ratings, measured use, and editors who sign what they write. No pick is paid for.",
    path: "/methodology",
  });
}

/** `page` counts from 1. */
export function changesMetadata({ page = 1 }: { page?: number } = {}): Metadata {
  return pageMetadata({
    title: page > 1 ? `What changed, page ${page}` : "What changed",
    description: "Every pick that we made, changed or took back, newest first, and why.",
    path: page > 1 ? `/changes?page=${page}` : "/changes",
  });
}

/** Results differ with every query: they are followed, and not listed. */
export function searchMetadata({ query }: { query: string }): Metadata {
  return pageMetadata({
    title: query === "" ? "Search" : `Search: ${query}`,
    description: "Find a technology, a comparison or a category by name, by alias, or by what it is for.",
    path: "/search",
    ...(query !== "" && { robots: "follow" }),
  });
}
