import "server-only";
import { findPairPath } from "../comparisons/resolve";
import { findNamedIn, findSides } from "./find";
import { readQuery } from "./query";
import { readAlternatives } from "./question";
import type { Hit } from "./types";

/** Where a text leads at once, if what it asks is plain: the path of a comparison, or of the alternatives to something. */
export async function findLead(field: string): Promise<string | null> {
  const asked = await findAlternatives(field);
  return asked ? alternativesPath(asked) : findComparisonPath(field);
}

/** Where a question about two things leads: the path of their comparison. Null for every other text. */
export async function findComparisonPath(text: string): Promise<string | null> {
  const sides = await findSides(text);
  if (!sides?.left.meant || !sides.right.meant) return null;
  return findPairPath({ left: sides.left.meant.slug, right: sides.right.meant.slug });
}

/** The technology that a text asks alternatives to; null where it asks for none, or names nothing on file. */
export async function findAlternatives(field: string): Promise<Hit | null> {
  const query = readQuery(field);
  const to = query.kind === "text" ? readAlternatives(query.text) : null;
  return to === null ? null : findNamedIn(to);
}

export function alternativesPath({ slug }: Hit): string {
  return `/technologies/${slug}#alternatives`;
}
