// What the composer is given and what it gives back. All of it is plain data: no markup, no dates but ISO strings.

export type Kind =
  | "language"
  | "framework"
  | "library"
  | "database"
  | "tool"
  | "platform"
  | "protocol"
  | "service"
  | "concept"
  | "methodology"
  | "practice";

export type Ring = "adopt" | "trial" | "assess" | "hold";

export type Side = "left" | "right";

export type Source = { title: string; url: string };

/** One pro or one con. `checkedAt` is an ISO date. */
export type Point = { text: string; source?: Source; checkedAt?: string };

/** A measured figure: `value` in `unit` ("npm downloads a month"), read at `source` on `asOf` (ISO date). */
export type Popularity = { value: number; unit: string; source: Source; asOf: string };

export type TechnologyRecord = {
  slug: string;
  name: string;
  kind: Kind;
  /** Slug of its category. */
  category: string;
  lead: string;
  tagline?: string;
  chooseFor?: string;
  tradeoff?: string;
  pros: Point[];
  cons: Point[];
  /** Slugs, on file or not. */
  related: string[];
  ring?: Ring;
  popularity?: Popularity;
};

/**
 * The parts of a curated comparison that take the place of composed ones. `pick` is a slug of the pair; the outcome
 * is "unrated" only while its editor has not decided.
 */
export type CuratedRecord = {
  outcome: Outcome;
  pick?: string;
  epithets?: [string, string];
  standfirst?: string;
  reason?: string;
  bottomLine?: string;
};

export type Named = { slug: string; name: string };

export type NamedPair = { left: Named; right: Named };

export type VerdictInput = {
  left: TechnologyRecord;
  right: TechnologyRecord;
  curated?: CuratedRecord;
  /** The record behind a related slug, where there is one; its slug may be newer than the one asked for. */
  related: ReadonlyMap<string, Named>;
  /** Up to four pairs that do the same job as one of the sides; used where the sides do not. */
  nearest: NamedPair[];
};

export type Outcome = "pick" | "too-close" | "different-jobs" | "unrated";

export type Decision =
  | { outcome: "pick"; pick: Side; by: "ring" | "popularity" }
  | { outcome: "too-close" | "different-jobs" | "unrated" };

/** `slug` is there only where a page stands behind the name. */
export type RelatedName = { name: string; slug?: string };

export type Section = {
  side: Side;
  name: string;
  slug: string;
  picked: boolean;
  lead: string;
  pros: Point[];
  cons: Point[];
  related: RelatedName[];
};

/** "Use {name} if:" and the sentences that follow it, each to stand on a line of its own. */
export type VerdictLine = { side: Side; label: string; sentences: string[] };

export type Verdict = {
  title: string;
  intro: string;
  outcome: Outcome;
  pick: Side | null;
  pickBlock: { heading: string; name?: string; text?: string; basis?: string };
  sections: [Section, Section];
  /** Empty when neither side has anything on file to choose by. */
  lines: VerdictLine[];
  /** `nearest` names fair comparisons to make instead, behind a label of its own. */
  bottomLine: { heading: string; text?: string; nearest?: { label: string; pairs: NamedPair[] } };
};
