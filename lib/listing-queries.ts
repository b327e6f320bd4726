import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { db } from "./db";
import type { ListEntry, ListPage, ListQuery } from "./listing";

const PAGE_SIZE = 50;

/** Ties are broken by id, so that no entry stands on two pages. */
const ORDERS: Record<ListQuery["sort"], Prisma.Sql> = {
  newest: Prisma.sql`"savedAt" DESC, title COLLATE "C", id`,
  oldest: Prisma.sql`"savedAt", title COLLATE "C", id`,
  name: Prisma.sql`lower(title) COLLATE "C", id`,
  "name-down": Prisma.sql`lower(title) COLLATE "C" DESC, id DESC`,
};

type Source = {
  /**
   * SQL for all items that are asked for, drafts of what was never published among them: id, title and "savedAt" of
   * each. It reads everything there is, so it says no more than what is needed to put them in order.
   */
  items: Prisma.Sql;
  /** SQL for what else there is to say of the few that are shown, by "shown".id; `d` is the draft. */
  columns: Prisma.Sql;
  joins: Prisma.Sql;
  /** The column of Revision that says who published what has no draft. */
  revisions: Prisma.Sql;
};

type Row<Entry> = Omit<Entry, "savedAt"> & { savedAt: Date; total: number };

/** One page of items, in one statement. */
export async function listItems<Entry extends ListEntry>(
  { items, columns, joins, revisions }: Source,
  { sort, page }: ListQuery,
): Promise<ListPage<Entry>> {
  const rows = await db().$queryRaw<Row<Entry>[]>`
    WITH items AS MATERIALIZED (${items}),
    counted AS (SELECT count(*)::int AS total FROM items),
    shown AS (
      SELECT * FROM items ORDER BY ${ORDERS[sort]} LIMIT ${PAGE_SIZE}::int
      OFFSET (SELECT LEAST(${page}::int - 1, GREATEST(total - 1, 0) / ${PAGE_SIZE}::int) * ${PAGE_SIZE}::int FROM counted)
    )
    SELECT entry.*, counted.total FROM counted
    LEFT JOIN (
      SELECT shown.*, d.id IS NOT NULL AS "hasDraft", COALESCE(saver.name, publisher.actor) AS "savedBy", ${columns}
      FROM shown
      LEFT JOIN "Draft" d ON d.id = shown.id
      LEFT JOIN "User" saver ON saver.id = d."updatedById"
      LEFT JOIN LATERAL (
        SELECT actor FROM "Revision" WHERE ${revisions} = shown.id ORDER BY number DESC LIMIT 1
      ) AS publisher ON d.id IS NULL
      ${joins}
    ) AS entry ON true
    ORDER BY ${ORDERS[sort]}`;
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  return {
    // An empty list is one row of nothing but its count.
    entries: rows.filter(({ id }) => id !== null).map((row) => toEntry<Entry>(row)),
    total,
    page: Math.min(page, pages),
    pages,
  };
}

function toEntry<Entry extends ListEntry>(row: Row<Entry>): Entry {
  const { total: _total, savedAt, ...entry } = row;
  return { ...entry, savedAt: savedAt.toISOString() } as unknown as Entry;
}

/** SQL for the drafts of one type, to be joined with what is published. */
export function draftsOf(itemType: "technology" | "comparison" | "category"): Prisma.Sql {
  return Prisma.sql`(SELECT * FROM "Draft" WHERE "itemType" = ${itemType}::"ItemType")`;
}

/** SQL for whether an item stands as asked; `published` and `draft` are its state and its draft's id. */
export function standsAs(
  state: ListQuery["state"],
  { published, draft }: { published: Prisma.Sql; draft: Prisma.Sql },
): Prisma.Sql {
  const asked = Prisma.sql`${state ?? null}::text`;
  return Prisma.sql`CASE ${asked}
    WHEN 'live' THEN ${published} IS NOT DISTINCT FROM 'live'
    WHEN 'changed' THEN ${published} IS NOT DISTINCT FROM 'live' AND ${draft} IS NOT NULL
    WHEN 'draft' THEN ${published} IS NULL
    WHEN 'unpublished' THEN ${published} IS NOT DISTINCT FROM 'unpublished'
    ELSE true END`;
}

/** SQL for whether one of the texts, given in lower case, holds what is searched for; everything holds nothing. */
export function holds(q: string, texts: Prisma.Sql[]): Prisma.Sql {
  const wanted = Prisma.sql`${q.toLowerCase()}::text`;
  const found = texts.map((text) => Prisma.sql`strpos(${text}, ${wanted}) > 0`);
  return Prisma.sql`(${wanted} = '' OR ${Prisma.join(found, " OR ")})`;
}
