import "server-only";
import { findPairPath } from "../comparisons/resolve";
import { findSides } from "./find";

/** Where a question about two things leads: the path of their comparison. Null for every other text. */
export async function findComparisonPath(text: string): Promise<string | null> {
  const sides = await findSides(text);
  if (!sides?.left.meant || !sides.right.meant) return null;
  return findPairPath({ left: sides.left.meant.slug, right: sides.right.meant.slug });
}
