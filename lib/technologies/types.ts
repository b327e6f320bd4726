import type { Kind, Named, Outcome, Point, Popularity, RelatedName, Ring, Source } from "../verdict/types";

// What the pages about technologies are given to show. Dates are ISO strings.

/** A comparison to go on with from one technology: the canonical pair and the other side. */
export type OtherComparison = {
  left: string;
  right: string;
  slug: string;
  name: string;
  curated: boolean;
  sameJob: boolean;
};

/**
 * Another technology for the same job, and what we say of the two: `left` and `right` are the canonical pair, `pick` is
 * the slug of the one picked, `logo` the path of its mark.
 */
export type Alternative = {
  slug: string;
  name: string;
  kind: Kind;
  ring?: Ring;
  tagline?: string;
  logo?: string;
  left: string;
  right: string;
  curated: boolean;
  outcome: Outcome;
  pick?: string;
};

/**
 * In how many head-to-heads of its category it is picked, of those that have an outcome; and the place that this comes
 * to, among so many that have one.
 */
export type HeadToHead = { picked: number; of: number; place: number; tied: boolean; ranked: number };

export type TechnologyPage = {
  slug: string;
  name: string;
  kind: Kind;
  category: Named;
  /** Path of its mark, in a 24 by 24 view box. */
  logo?: string;
  description: string;
  lead: string;
  tagline?: string;
  ring?: Ring;
  pros: Point[];
  cons: Point[];
  related: RelatedName[];
  aliases: string[];
  popularity?: Popularity;
  links: { label: string; url: string }[];
  license?: string;
  firstReleased?: number;
  resources: Source[];
  updatedAt: string;
  alternatives: Alternative[];
  /** Left out where it was never decided between it and another. */
  record?: HeadToHead;
  comparisons: OtherComparison[];
  /** The neighbours in the category, by slug. */
  previous?: Named;
  next?: Named;
};

export type TechnologyListEntry = {
  slug: string;
  name: string;
  kind: Kind;
  category: string;
  tagline?: string;
  ring?: Ring;
};

/** One line under the picker's input: the name, and what tells it from others of the name. */
export type Suggestion = { slug: string; name: string; hint: string };
