import "server-only";
import { db } from "../db";
import type { Standing } from "../listing";
import type { ItemType } from "./types";

/** A draft in a list. `savedAt` is ISO, UTC; `savedBy` a name. */
export type DraftEntry = Standing & {
  id: string;
  type: ItemType;
  title: string;
  savedAt: string;
  savedBy: string;
};

/** What somebody did to an item; `reason` where one was given for publishing. `at` is ISO, UTC; `by` a name. */
export type ChangeEntry = {
  id: string;
  type: ItemType;
  title: string;
  did: "published" | "saved";
  by: string;
  at: string;
  reason: string | null;
};

type DraftRow = Omit<DraftEntry, "savedAt" | "hasDraft"> & { savedAt: Date };

/** The drafts that somebody began or saved last, newest first. */
export async function listDraftsOf(userId: string, take: number): Promise<DraftEntry[]> {
  const rows = await db().$queryRaw<DraftRow[]>`
    SELECT d.id, d."itemType" AS type, d.title, d."updatedAt" AS "savedAt", saver.name AS "savedBy",
      COALESCE(t.state, k.state, c.state) AS published
    FROM "Draft" d
    JOIN "User" saver ON saver.id = d."updatedById"
    LEFT JOIN "Technology" t ON t.id = d.id
    LEFT JOIN "Comparison" k ON k.id = d.id
    LEFT JOIN "Category" c ON c.id = d.id
    WHERE d."authorId" = ${userId}::uuid OR d."updatedById" = ${userId}::uuid
    ORDER BY d."updatedAt" DESC, d.id LIMIT ${take}::int`;
  return rows.map((row) => ({ ...row, hasDraft: true, savedAt: row.savedAt.toISOString() }));
}

type ChangeRow = Omit<ChangeEntry, "at"> & { at: Date };

/**
 * The items that somebody changed last, newest first, each with what was done to it last. What a program wrote, such
 * as an import, counts for nothing here.
 */
export async function listRecentChanges(take: number): Promise<ChangeEntry[]> {
  const rows = await db().$queryRaw<ChangeRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (id) * FROM (
        (SELECT d.id, d."itemType" AS type, d.title, 'saved' AS did, u.name AS by, d."updatedAt" AS at, NULL AS reason
         FROM "Draft" d JOIN "User" u ON u.id = d."updatedById"
         ORDER BY d."updatedAt" DESC LIMIT ${take}::int)
        UNION ALL
        (SELECT COALESCE(r."technologyId", r."comparisonId", r."categoryId"),
           (CASE WHEN r."technologyId" IS NOT NULL THEN 'technology' WHEN r."comparisonId" IS NOT NULL THEN 'comparison'
              ELSE 'category' END)::"ItemType",
           COALESCE(t.name, c.name, lefts.name || ' vs ' || rights.name, ''), 'published', r.actor, r."createdAt", r.reason
         FROM (SELECT * FROM "Revision" WHERE "actorId" IS NOT NULL
           ORDER BY "createdAt" DESC LIMIT ${take * 4}::int) AS r
         LEFT JOIN "Technology" t ON t.id = r."technologyId"
         LEFT JOIN "Category" c ON c.id = r."categoryId"
         LEFT JOIN "Comparison" k ON k.id = r."comparisonId"
         LEFT JOIN "Technology" lefts ON lefts.id = k."leftId"
         LEFT JOIN "Technology" rights ON rights.id = k."rightId")
      ) AS change ORDER BY id, at DESC
    ) AS newest ORDER BY at DESC, id LIMIT ${take}::int`;
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
