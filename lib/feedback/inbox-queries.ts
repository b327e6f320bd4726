import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { can, ROLES } from "../auth/permissions";
import { db } from "../db";
import { ABOUT_COLUMNS, ABOUT_JOINS, type AboutRow, findAboutSides, isAbout, toAbout } from "./about-queries";
import type { InboxQuery } from "./schema";
import { FEEDBACK_STATES, type FeedbackState, SUSPICIONS } from "./states";
import type { InboxEntry, InboxPage, PickCounts } from "./types";

const PAGE_SIZE = 50;
/** Characters of a message that a line of the inbox shows. */
const EXCERPT = 240;
/** More new messages than this are counted as this many. */
const MOST_COUNTED = 1_000;
const MOST_ASSIGNEES = 500;

type Row = AboutRow & {
  id: string;
  number: number;
  state: FeedbackState;
  beginning: string | null;
  name: string | null;
  hasEmail: boolean;
  assignee: string | null;
  suspicions: string[];
  receivedAt: Date;
  total: number;
};

/** A page of the inbox, newest first, in one statement; `actorId` is who "me" is. Past the end, it is the last page. */
export async function listInbox(query: InboxQuery, actorId: string): Promise<InboxPage> {
  const where = await findConditions(query, actorId);
  if (!where) return { entries: [], total: 0, page: 1, pages: 1 };
  // What takes reading every text is done once; anything else is read off the indexes, to count and again to show.
  const once = query.q === "" ? Prisma.sql`NOT MATERIALIZED` : Prisma.sql`MATERIALIZED`;
  const rows = await db().$queryRaw<Row[]>`
    WITH matching AS ${once} (SELECT f.number FROM "Feedback" f WHERE ${where}),
    counted AS (SELECT count(*)::int AS total FROM matching),
    shown AS (
      SELECT number FROM matching ORDER BY number DESC LIMIT ${PAGE_SIZE}::int OFFSET (
        SELECT LEAST(${query.page}::int - 1, GREATEST(total - 1, 0) / ${PAGE_SIZE}::int) * ${PAGE_SIZE}::int
        FROM counted)
    )
    SELECT entry.*, counted.total FROM counted LEFT JOIN (
      SELECT f.id::text, f.number, f.state::text AS state, left(f.message, ${EXCERPT * 2}::int) AS beginning,
        f.name, f.email IS NOT NULL AS "hasEmail", u.name AS assignee,
        COALESCE(f.suspicions, '{}') AS suspicions, f."receivedAt", ${ABOUT_COLUMNS}
      FROM shown JOIN "Feedback" f ON f.number = shown.number ${ABOUT_JOINS}
      LEFT JOIN "User" u ON u.id = f."assigneeId"
    ) AS entry ON true
    ORDER BY entry.number DESC`;
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  // An empty page is one row of nothing but its count.
  const entries = rows.filter(({ id }) => id !== null).map(toEntry);
  return { entries, total, page: Math.min(query.page, pages), pages };
}

function toEntry(row: Row): InboxEntry {
  const { id, number, state, beginning, name, hasEmail, assignee, wouldPick } = row;
  return {
    ...{ id, number, state, wouldPick, name, hasEmail, assignee },
    about: toAbout(row),
    excerpt: beginning === null ? null : toExcerpt(beginning),
    suspicions: SUSPICIONS.filter((one) => row.suspicions.includes(one)),
    receivedAt: row.receivedAt.toISOString(),
  };
}

function toExcerpt(beginning: string): string {
  const characters = [...beginning.replace(/\s+/g, " ").trim()];
  return characters.length <= EXCERPT
    ? characters.join("")
    : `${characters.slice(0, EXCERPT).join("").trimEnd()}…`;
}

/** How many messages there are in each state, of those that are asked for but for their state. */
export async function countByState(
  query: Omit<InboxQuery, "state">,
  actorId: string,
): Promise<Record<FeedbackState, number>> {
  const where = await findConditions({ ...query, state: undefined }, actorId, { anyState: true });
  const rows = where
    ? await db().$queryRaw<{ state: FeedbackState; count: number }[]>`
        SELECT f.state::text AS state, count(*)::int AS count FROM "Feedback" f WHERE ${where} GROUP BY f.state`
    : [];
  const counts = new Map(rows.map(({ state, count }) => [state, count]));
  return Object.fromEntries(FEEDBACK_STATES.map((state) => [state, counts.get(state) ?? 0])) as Record<
    FeedbackState,
    number
  >;
}

/** Who would pick what of a pair, as in addresses; spam counts for nothing. Null where it is not a pair on file. */
export async function countPicks(about: string): Promise<PickCounts | null> {
  const sides = await findAboutSides(about);
  if (!sides) return null;
  const rows = await db().$queryRaw<{ pick: string | null; count: number }[]>`
    SELECT f."wouldPickId"::text AS pick, count(*)::int AS count FROM "Feedback" f
    WHERE ${isAbout(sides)} AND f.state <> 'spam' GROUP BY f."wouldPickId"`;
  const countOf = (id: string | null) => rows.find(({ pick }) => pick === id)?.count ?? 0;
  const { left, right } = sides;
  return {
    left: { slug: left.slug, name: left.name, count: countOf(left.id) },
    right: { slug: right.slug, name: right.name, count: countOf(right.id) },
    neither: countOf(null),
  };
}

/** Those who may be given a message, by name. */
export async function listAssignees(): Promise<{ id: string; name: string }[]> {
  return db().user.findMany({
    where: { disabledAt: null, role: { in: ROLES.filter((role) => can(role, "feedback.work")) } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: MOST_ASSIGNEES,
    select: { id: true, name: true },
  });
}

/** How many messages nobody has looked at; a thousand stands for more. */
export async function countNew(): Promise<number> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM "Feedback" WHERE state = 'new' LIMIT ${MOST_COUNTED}::int) AS found`;
  return row?.count ?? 0;
}

/** SQL for what "Feedback" f must be to be asked for; null where nothing can be, because there is no such pair. */
export async function findConditions(
  { q, state, about, assignee }: Omit<InboxQuery, "page">,
  actorId: string,
  { anyState = false } = {},
): Promise<Prisma.Sql | null> {
  const sides = about === "" ? null : await findAboutSides(about);
  if (about !== "" && !sides) return null;
  const all = [anyState ? Prisma.sql`true` : standsAs(state)];
  if (sides) all.push(isAbout(sides));
  if (assignee === "nobody") all.push(Prisma.sql`f."assigneeId" IS NULL`);
  else if (assignee) all.push(Prisma.sql`f."assigneeId" = ${assignee === "me" ? actorId : assignee}::uuid`);
  if (q !== "") all.push(holds(q));
  return Prisma.join(all, " AND ");
}

function standsAs(state: InboxQuery["state"]): Prisma.Sql {
  if (state === undefined || state === "waiting") return Prisma.sql`f.state IN ('new', 'open')`;
  if (state === "all") return Prisma.sql`f.state <> 'spam'`;
  return Prisma.sql`f.state = ${state}::"FeedbackState"`;
}

/** What is searched for stands for itself: no character of it is a wildcard. */
function holds(q: string): Prisma.Sql {
  const wanted = Prisma.sql`lower(${q}::text)`;
  const found = ["message", "name", "email", "builtWith"].map(
    (column) => Prisma.sql`strpos(lower(f.${Prisma.raw(`"${column}"`)}), ${wanted}) > 0`,
  );
  const named = Prisma.sql`SELECT id FROM "Technology" WHERE strpos(lower(name), ${wanted}) > 0`;
  found.push(Prisma.sql`f."leftId" IN (${named})`, Prisma.sql`f."rightId" IN (${named})`);
  const [, number] = /^#?(\d{1,9})$/.exec(q) ?? [];
  if (number !== undefined) found.push(Prisma.sql`f.number = ${Number(number)}::int`);
  return Prisma.sql`(${Prisma.join(found, " OR ")})`;
}
