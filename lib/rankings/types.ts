import type { Counted } from "../technologies/browse";
import type { Kind, Named, Ring } from "../verdict/types";

// What the pages about rankings are given to show. Dates are ISO strings.

/** The next place down against which something is decided: the canonical pair, and who is picked (a slug). */
export type NextPlace = Named & { left: string; right: string; pick?: string };

/** So many entries of a ranking are drawn with their mark; the rest are names alone. */
export const WITH_A_MARK = 12;

export type RankingPlace = {
  /** 1 is the best; `tied`: others have it too. */
  place: number;
  tied: boolean;
  slug: string;
  name: string;
  kind: Kind;
  ring?: Ring;
  /** Its tagline, else its lead. */
  summary: string;
  /** Path of its mark; only the first dozen have one. */
  logo?: string;
  picked: number;
  of: number;
  /** Whole sentences. */
  reason: string;
  next?: NextPlace;
};

export type RankingPage = {
  category: Named;
  /** Given, only these were put against each other. */
  kind?: Kind;
  /** The kinds that there are in the category. */
  kinds: Kind[];
  places: RankingPlace[];
  /** How many have a place; `places` may be only the first of them. */
  ranked: number;
  /** How many were put against each other, and whether there are more than were. */
  contenders: number;
  isEverybody: boolean;
  /** The first of those between which and any other nothing is decided. */
  unranked: Named[];
  unrankedMore: number;
  /** When a record or a curated comparison of it last changed; none where it is empty. */
  changedAt?: string;
};

/** The first place of a category: who has it (the first few, where many share it), and how they came to it. */
export type Leader = {
  category: Named & { description?: string };
  /** How many live technologies are in the category, of the kind asked for. */
  technologies: Counted;
  first: (Named & { logo?: string; ring?: Ring; picked: number; of: number })[];
  /** How many share the first place; 0 where nobody is ranked. */
  sharing: number;
};
