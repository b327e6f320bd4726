import type { OtherComparison } from "../technologies/types";
import type { Kind, Named, Source, Verdict } from "../verdict/types";

// What the comparison page is given to show. Dates are ISO strings.

export type CuratedParts = {
  category: string;
  publishedAt: string;
  verifiedAt?: string;
  author?: string;
  /** Whole minutes, at least 1. */
  readingMinutes: number;
  shortAnswer?: string;
  useLeftIf: string[];
  useRightIf: string[];
  alsoConsider: { name: string; why: string; slug?: string }[];
  criteria: { name: string; left: string; right: string; edge: "left" | "right" | "even" }[];
  body?: string;
  faq: { question: string; answer: string }[];
  sources: Source[];
};

/** `logo`: the path of its mark, in a 24 by 24 view box. */
export type ComparisonSide = Named & { kind: Kind; category: Named; logo?: string };

export type ComparisonPage = {
  verdict: Verdict;
  left: ComparisonSide;
  right: ComparisonSide;
  curated?: CuratedParts;
  updatedAt: string;
  more: { left: OtherComparison[]; right: OtherComparison[] };
};

/** One line of a list of curated comparisons. `pick` is a name; `logo` the path of a mark, where it is a small one. */
export type CuratedEntry = {
  left: Named & { logo?: string };
  right: Named & { logo?: string };
  category: string;
  outcome: "pick" | "too-close" | "different-jobs";
  pick?: string;
  summary?: string;
  publishedAt: string;
};

/** Curated comparisons under the names of their categories. `more`: there are older ones. */
export type WrittenList = {
  categories: {
    name: string;
    entries: { left: Named; right: Named; outcome: CuratedEntry["outcome"]; pick?: string }[];
  }[];
  more: boolean;
};
