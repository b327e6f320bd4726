import type { RankingPlace } from "../rankings/types";
import type { BrowsePage, Counted } from "../technologies/browse";
import type { Kind } from "../verdict/types";

// What the pages about categories are given to show.

export type KindCount = { kind: Kind; technologies: Counted };

/** A curated comparison within a category: the canonical pair, and what came of it. `pick` is a name. */
export type WrittenEntry = {
  left: string;
  right: string;
  leftName: string;
  rightName: string;
  outcome: "pick" | "too-close" | "different-jobs";
  pick?: string;
};

export type CategoryPage = {
  slug: string;
  name: string;
  description?: string;
  /** The first places of its ranking, and how many have one. */
  best: RankingPlace[];
  ranked: number;
  written: WrittenEntry[];
  kinds: KindCount[];
  list: BrowsePage;
};
