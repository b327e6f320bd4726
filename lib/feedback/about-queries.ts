import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import { inAddressOrder, pairPath, parsePair } from "../pair/pair";
import type { About, Side } from "./types";

// Which comparison a message is about: by the records, so that it follows them when they are renamed.

export type SideFound = Side & { id: string };

/** The columns of ABOUT_COLUMNS. */
export type AboutRow = {
  leftSlug: string | null;
  leftName: string | null;
  rightSlug: string | null;
  rightName: string | null;
  /** Whether both sides are live. */
  onSite: boolean | null;
  /** Whether the live curated comparison has the sides the other way round; null where there is none. */
  turned: boolean | null;
  wouldPick: string | null;
};

/** SQL: what is joined to "Feedback" f for ABOUT_COLUMNS. */
export const ABOUT_JOINS = Prisma.sql`
  LEFT JOIN "Technology" l ON l.id = f."leftId"
  LEFT JOIN "Technology" r ON r.id = f."rightId"
  LEFT JOIN "Technology" w ON w.id = f."wouldPickId"`;

export const ABOUT_COLUMNS = Prisma.sql`
  l.slug AS "leftSlug", l.name AS "leftName", r.slug AS "rightSlug", r.name AS "rightName",
  l.state = 'live' AND r.state = 'live' AS "onSite",
  (SELECT k."leftId" = r.id FROM "Comparison" k
   WHERE LEAST(k."leftId", k."rightId") = LEAST(l.id, r.id)
     AND GREATEST(k."leftId", k."rightId") = GREATEST(l.id, r.id) AND k.state = 'live') AS turned,
  w.name AS "wouldPick"`;

/** The sides in the order in which the reader saw them, with the address that their page has now. */
export function toAbout(row: AboutRow): About {
  const { leftSlug, leftName, rightSlug, rightName, onSite, turned } = row;
  if (leftSlug === null || leftName === null || rightSlug === null || rightName === null) return null;
  const given = { left: leftSlug, right: rightSlug };
  const curated = turned ? { left: rightSlug, right: leftSlug } : given;
  return {
    left: { slug: leftSlug, name: leftName },
    right: { slug: rightSlug, name: rightName },
    path: onSite ? pairPath(turned === null ? inAddressOrder(given) : curated) : null,
  };
}

/**
 * The records that an address's pair means, former slugs included, those off the site too; null where it is not a
 * pair of two that are on file.
 */
export async function findAboutSides(about: string): Promise<{ left: SideFound; right: SideFound } | null> {
  const pair = parsePair(about);
  if (!pair) return null;
  const rows = await db().$queryRaw<(SideFound & { asked: string })[]>`
    SELECT DISTINCT ON (asked) asked, id::text, slug, name FROM (
      SELECT t.slug AS asked, t.id, t.slug, t.name, t.state <> 'live' AS gone, 0 AS former
      FROM "Technology" t WHERE t.slug IN (${pair.left}, ${pair.right})
      UNION ALL
      SELECT o.slug, t.id, t.slug, t.name, t.state <> 'live', 1
      FROM "Redirect" o JOIN "Technology" t ON t.id = o."technologyId"
      WHERE o.slug IN (${pair.left}, ${pair.right})
    ) AS found ORDER BY asked, gone, former`;
  const sideOf = (slug: string): SideFound | null => {
    const row = rows.find(({ asked }) => asked === slug);
    return row ? { id: row.id, slug: row.slug, name: row.name } : null;
  };
  const [left, right] = [sideOf(pair.left), sideOf(pair.right)];
  return left && right && left.id !== right.id ? { left, right } : null;
}

/** SQL for whether "Feedback" f is about these two, whichever came first. */
export function isAbout({ left, right }: { left: SideFound; right: SideFound }): Prisma.Sql {
  return Prisma.sql`(
    (f."leftId" = ${left.id}::uuid AND f."rightId" = ${right.id}::uuid)
    OR (f."leftId" = ${right.id}::uuid AND f."rightId" = ${left.id}::uuid))`;
}
