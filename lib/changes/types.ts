import type { Outcome, Ring } from "../verdict/types";

// What changed for readers, as pages, the feed and machines are given it. Dates are ISO strings.

type Place = { slug: string; name: string };

/** Where a comparison stands: its outcome and, with "pick", the name of the one picked. */
export type Stand = { outcome: Exclude<Outcome, "unrated">; pick?: string };

export type ChangedComparison = { left: Place; right: Place; category: string };

/** One line of what is new. `id` stays the same for good. */
export type Change = { id: string; at: string } & (
  | { kind: "comparison-added"; comparison: ChangedComparison; to: Stand; summary?: string }
  | {
      kind: "verdict-changed";
      comparison: ChangedComparison;
      from: Stand;
      to: Stand;
      reason?: string;
      byReader: boolean;
    }
  | { kind: "technology-added"; technology: Place; to?: Ring; summary: string }
  | { kind: "rating-changed"; technology: Place; from?: Ring; to?: Ring }
  /** More than could be named, brought in at once. */
  | { kind: "import"; counts: ImportCounts }
);

export type ImportCounts = {
  comparisonsAdded: number;
  technologiesAdded: number;
  verdictsChanged: number;
  ratingsChanged: number;
};

/** A change of one comparison's verdict: when, from what to what, and why. */
export type VerdictChange = { at: string; from: Stand; to: Stand; reason?: string; byReader: boolean };
