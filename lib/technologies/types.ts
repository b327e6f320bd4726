import type { Kind, Point, Popularity, RelatedName, Ring, Source } from "../verdict/types";

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

export type TechnologyPage = {
  slug: string;
  name: string;
  kind: Kind;
  category: string;
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
  comparisons: OtherComparison[];
};

export type TechnologyListEntry = {
  slug: string;
  name: string;
  kind: Kind;
  category: string;
  tagline?: string;
  ring?: Ring;
};

export type TechnologyList = { entries: TechnologyListEntry[]; total: number; page: number; pages: number };

/** One line under the picker's input: the name, and what tells it from others of the name. */
export type Suggestion = { slug: string; name: string; hint: string };
