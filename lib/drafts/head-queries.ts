import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { canWriteDraft } from "../auth/permissions";
import type { Actor } from "../auth/types";
import type { DbOrTransaction } from "../db";
import { readItemState } from "./queries";
import type { Head, ItemType } from "./types";

export const TABLES: Record<ItemType, Prisma.Sql> = {
  technology: Prisma.raw(`"Technology"`),
  comparison: Prisma.raw(`"Comparison"`),
  category: Prisma.raw(`"Category"`),
};

/** What an item is at this moment, as far as a write has to know. */
export type Held = Head & { baseVersion: number | null; draftAuthorId: string | null };

type Row = Held & { elsewhere: boolean };

/**
 * Takes hold of an item until the transaction ends, so that writers of one item take turns, and of its record's row,
 * so that no import changes it meanwhile. Refuses when the actor may not write here, or has not seen what is here:
 * the answer then has the item as it is.
 */
export async function holdItem(
  tx: DbOrTransaction,
  asked: { itemType: ItemType; itemId: string; seen: Head; actor: Actor },
): Promise<ActionResult<Held>> {
  const { itemType, itemId, seen, actor } = asked;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${itemId}, 0))`;
  await tx.$executeRaw`SELECT 1 FROM ${TABLES[itemType]} WHERE id = ${itemId}::uuid FOR UPDATE`;
  const others = Object.entries(TABLES).flatMap(([type, table]) => (type === itemType ? [] : [table]));
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT draft.version AS draft, draft."baseVersion", draft."authorId"::text AS "draftAuthorId",
      (SELECT item.version FROM ${TABLES[itemType]} item WHERE item.id = ${itemId}::uuid) AS live,
      (COALESCE(draft."itemType"::text, ${itemType}) <> ${itemType}
        OR ${Prisma.join(
          others.map(
            (table) => Prisma.sql`EXISTS (SELECT 1 FROM ${table} other WHERE other.id = ${itemId}::uuid)`,
          ),
          " OR ",
        )}) AS elsewhere
    FROM (SELECT 1) AS one LEFT JOIN "Draft" draft ON draft.id = ${itemId}::uuid`;
  if (!row || row.elsewhere) return refuse("not-found", "There is no such item.");
  const { elsewhere: _, ...held } = row;
  const author = held.draftAuthorId === null ? null : { authorId: held.draftAuthorId };
  if (!canWriteDraft(actor, author)) {
    return refuse("forbidden", "Somebody else began this draft: only editors may go on with it.");
  }
  if (held.draft !== seen.draft || held.live !== seen.live) return refuseStale(tx, itemType, itemId);
  return done(held);
}

/** "Somebody was here before you", with what they left. */
export async function refuseStale(tx: DbOrTransaction, type: ItemType, id: string): Promise<Refusal> {
  const state = await readItemState(tx, type, id);
  return refuse("stale", "This was changed since you last looked.", { detail: { state } });
}
