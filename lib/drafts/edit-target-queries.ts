import "server-only";
import { findPairSides } from "../comparisons/queries";
import { db } from "../db";
import { type Pair, parsePair, readSlug } from "../pair/pair";
import { findTechnologySlug } from "../technologies/record-queries";

/** An item that stands behind a public page, or the pair of one that nobody has written about yet. */
export type EditTarget = { itemType: "technology" | "comparison"; id: string } | Pair;

/** What "Edit this page" means on a public path; null for a path that is not that of an item's page. */
export async function findEditTarget(path: string): Promise<EditTarget | null> {
  const [, root, segment = ""] = /^\/(compare|technologies)\/([^/?#\\]+)$/.exec(path) ?? [];
  if (root === "technologies") return findTechnology(readSlug(segment));
  return root === "compare" ? findComparison(parsePair(segment)) : null;
}

async function findTechnology(asked: string | null): Promise<EditTarget | null> {
  const slug = asked && (await findTechnologySlug(asked));
  const row = slug ? await db().technology.findUnique({ where: { slug }, select: { id: true } }) : null;
  return row && { itemType: "technology", id: row.id };
}

async function findComparison(asked: Pair | null): Promise<EditTarget | null> {
  if (!asked) return null;
  const sides = await findPairSides(asked);
  if (!sides.left || !sides.right) return null;
  const [left, right] = [sides.left.slug, sides.right.slug];
  if (left === right) return findTechnology(left);
  if (sides.curatedLeft === null) return { left, right };
  const row = await db().comparison.findFirst({
    where: {
      state: "live",
      OR: [
        { left: { slug: left }, right: { slug: right } },
        { left: { slug: right }, right: { slug: left } },
      ],
    },
    select: { id: true },
  });
  return row ? { itemType: "comparison", id: row.id } : { left, right };
}
