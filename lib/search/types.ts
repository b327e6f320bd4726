import type { Kind, Named, Ring } from "../verdict/types";

/** Why a technology was found, best first. */
export const REASONS = [
  "name",
  "slug",
  "alias",
  "name begins",
  "words of name",
  "alias begins",
  "words of alias",
  "inside a word",
  "case",
  "slip",
  "slip in a word",
  "far",
] as const;

export type Reason = (typeof REASONS)[number];

/** A technology that was found, by which text of it: its name, or an alias. */
export type Hit = Named & {
  id: string;
  kind: Kind;
  category: Named;
  ring?: Ring;
  tagline?: string;
  reason: Reason;
  label: string;
};

/** A comparison that an editor wrote, in the order of its page. */
export type ComparisonHit = { left: Named; right: Named; epithets?: [string, string]; pick?: string };

/** What a search finds: what is meant, best first; or, where nothing is, what comes nearest to it. */
export type Found = { hits: Hit[]; nearest: Hit[] };

/** One side of a question about two: the technology that is meant, or those that may be. */
export type Side = { text: string; meant: Hit | null; nearest: Hit[] };
