import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { db } from "../db";
import type { ItemType } from "../drafts/types";
import type { AuditQuery } from "./schema";
import { ACTION_KINDS } from "./words";

const PAGE_SIZE = 50;

export type AuditEntry = {
  id: string;
  /** ISO. */
  at: string;
  actor: string;
  action: string;
  item: { type: ItemType | null; id: string | null; name: string } | null;
  /** What the entry holds beyond that and can be said in a few words. */
  detail: { from?: string; to?: string; role?: string; reason?: string } | null;
};

type Row = Omit<AuditEntry, "at" | "item"> & {
  at: Date;
  itemType: ItemType | null;
  itemId: string | null;
  item: string | null;
};

/** A page of the log, newest first. `more`: where the next page begins; null at the end. */
export async function listAuditEntries(
  query: AuditQuery,
): Promise<{ entries: AuditEntry[]; more: { at: string; id: string } | null }> {
  const rows = await db().$queryRaw<Row[]>`
    SELECT id, at, actor, action, "itemType"::text AS "itemType", "itemId", item,
      -- Discarded drafts are kept whole in the details: only what is shown is read.
      nullif(jsonb_strip_nulls(jsonb_build_object('from', detail->'from', 'to', detail->'to', 'role', detail->'role',
        'reason', detail->'reason')), '{}') AS detail
    FROM "AuditEntry"
    WHERE ${Prisma.join(conditions(query), " AND ")}
    ORDER BY at DESC, id DESC LIMIT ${PAGE_SIZE + 1}::int`;
  const entries = rows.slice(0, PAGE_SIZE).map(toEntry);
  const last = entries.at(-1);
  return { entries, more: rows.length > PAGE_SIZE && last ? { at: last.at, id: last.id } : null };
}

function conditions({ who, what, before }: AuditQuery): Prisma.Sql[] {
  const all = [Prisma.sql`true`];
  if (who === "programs") all.push(Prisma.sql`"actorId" IS NULL`);
  else if (who) all.push(Prisma.sql`"actorId" = ${who}::uuid`);
  if (what) {
    const beginnings = ACTION_KINDS[what].map((beginning) => Prisma.sql`starts_with(action, ${beginning})`);
    all.push(Prisma.sql`(${Prisma.join(beginnings, " OR ")})`);
  }
  if (before) all.push(Prisma.sql`(at, id) < (${before.at}, ${before.id}::uuid)`);
  return all;
}

function toEntry({ at, itemType: type, itemId: id, item: name, ...row }: Row): AuditEntry {
  return {
    ...row,
    at: at.toISOString(),
    item: name === null && id === null ? null : { type, id, name: name ?? "" },
  };
}

/** Everybody by name, for choosing whose entries to see. */
export async function listAuditActors(): Promise<{ id: string; name: string }[]> {
  return db().user.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, name: true },
  });
}
