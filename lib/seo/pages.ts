import type { Metadata } from "next";
import { type Page, pageMetadata } from "./page-metadata";
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

export const METHODOLOGY: Page = {
  title: "How we pick",
  description:
    "What our ratings mean, how a pick is made, when we make none, and how readers change our mind.",
  path: "/methodology",
};

export function methodologyMetadata(): Metadata {
  return pageMetadata(METHODOLOGY);
}

export const CHANGES: Page = {
  title: "What changed",
  description: "New comparisons, picks we changed and why, technologies we put on file or rate anew.",
  path: "/changes",
};

/** `older`: from a place on. What stands at such an address moves on with every change. */
export function changesMetadata({ older }: { older: boolean }): Metadata {
  return pageMetadata({ ...CHANGES, ...(older && { robots: "follow" }) });
}

/** Results differ with every query: they are followed, and not listed. */
export function searchMetadata({ query }: { query: string }): Metadata {
  return pageMetadata({
    title: query === "" ? "Search" : `Search: ${query}`,
    description: "Find a technology, a comparison or a category by name, by alias, or by what it is for.",
    path: "/search",
    robots: "follow",
  });
}
