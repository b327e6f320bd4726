import { currentRequest } from "./request-context";

// What a page is made of, in texts that the page and whoever changes a record agree on. The front keeps each page with
// its tags; triggers in the database (migration `expiries`) send those of what was changed, when the change is committed.

/** Where expiries are sent: `LISTEN` and `pg_notify` in PostgreSQL. */
export const EXPIRY_CHANNEL = "expiries";

/** Sent in place of one tag for each of very many records. */
export const EVERYTHING = "everything";

/** Before a tag: what has it must not be shown any more. */
export const GONE_PREFIX = "gone ";

/** Any change of what readers see. */
export const CATALOGUE = "catalogue";

/** A technology by its slug: anything that is on file of it. */
export const technologyTag = (slug: string) => `technology ${slug}`;

/** A technology by its slug, live or not, as far as other pages name it: name, kind, ring, and whether it is there. */
export const nameTag = (slug: string) => `named ${slug}`;

/** A category by its slug: anything on file of what is in it, and every comparison of that. */
export const categoryTag = (slug: string) => `category ${slug}`;

/** Which technologies a category has, with what lists say of them: name, kind, ring. */
export const membersTag = (slug: string) => `members ${slug}`;

/** Which comparisons editors wrote of what a category has. */
export const comparisonsTag = (slug: string) => `comparisons ${slug}`;

/** What readers made of a pair, in any order: votes, and feedback that was accepted. */
export const readersTag = (one: string, other: string) => `readers ${[one, other].sort().join(" ")}`;

/**
 * Says that the answer under way is made of these. An answer of which nothing was said depends on the whole catalogue.
 */
export function dependOn(...tags: string[]): void {
  const request = currentRequest();
  for (const tag of tags) request?.tags.add(tag);
}
