import "server-only";
import type { Actor } from "../auth/types";
import { db } from "../db";
import type { Head } from "./types";

/** Three missed calls, and the page counts as closed. */
const FORGOTTEN_AFTER_S = 35;

export type Presence = { others: { name: string }[]; head: Head };

/**
 * Notes that a page of the actor's is open on an item (or is closing), and tells who else is there, the actor's own
 * other tabs included, and which versions are on the server.
 */
export async function markPresence(input: {
  itemId: string;
  tab: string;
  leaving?: true | undefined;
  actor: Actor;
}): Promise<Presence> {
  const { itemId, tab, leaving, actor } = input;
  if (leaving)
    await db()
      .$executeRaw`DELETE FROM "Presence" WHERE "itemId" = ${itemId}::uuid AND tab = ${tab}::uuid AND "userId" = ${actor.id}::uuid`;
  else {
    await db().$executeRaw`
      INSERT INTO "Presence" ("itemId", tab, "userId") VALUES (${itemId}::uuid, ${tab}::uuid, ${actor.id}::uuid)
      ON CONFLICT ("itemId", tab) DO UPDATE SET "seenAt" = now() WHERE "Presence"."userId" = excluded."userId"`;
  }
  await db()
    .$executeRaw`DELETE FROM "Presence" WHERE "seenAt" < now() - make_interval(secs => ${FORGOTTEN_AFTER_S})`;
  const [row] = await db().$queryRaw<{ names: string[] | null; draft: number | null; live: number | null }[]>`
    SELECT
      (SELECT array_agg(DISTINCT CASE WHEN someone.id = ${actor.id}::uuid THEN 'You, in another tab' ELSE someone.name END)
        FROM "Presence" presence JOIN "User" someone ON someone.id = presence."userId"
        WHERE presence."itemId" = ${itemId}::uuid AND presence.tab <> ${tab}::uuid) AS names,
      (SELECT version FROM "Draft" WHERE id = ${itemId}::uuid) AS draft,
      (SELECT version FROM "Technology" WHERE id = ${itemId}::uuid
        UNION ALL SELECT version FROM "Comparison" WHERE id = ${itemId}::uuid
        UNION ALL SELECT version FROM "Category" WHERE id = ${itemId}::uuid LIMIT 1) AS live`;
  return {
    others: (row?.names ?? []).map((name) => ({ name })),
    head: { draft: row?.draft ?? null, live: row?.live ?? null },
  };
}
