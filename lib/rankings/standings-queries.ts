import "server-only";
import { createHash } from "node:crypto";
import { Prisma } from "@/prisma/generated/client";
import { categoryTag, dependOn } from "../cache";
import { db } from "../db";
import { limit } from "../limit-queries";
import { Memo } from "../memo";
import { byPair, type Contender, type CuratedOutcome, rank, type Standings } from "../verdict/standings";
import type { Kind, Ring } from "../verdict/types";

/** So many of a category are put against each other; the number of meetings is the square of it. */
export const MOST_CONTENDERS = 300;
/** Of so many the best rated are chosen: what a statement reads has a bound, however large a category gets. */
const MOST_READ = 4_000;

export type Ranked = Contender & {
  lead: string;
  tagline?: string;
  /** A slug of simple-icons. */
  logo?: string;
};

/** `publishedAt`: milliseconds. */
export type Written = CuratedOutcome & { publishedAt: number };

export type CategoryStandings = Standings<Ranked> & {
  contenders: ReadonlyMap<string, Ranked>;
  curated: ReadonlyMap<string, CuratedOutcome>;
  /** The curated comparisons within the category, newest first. */
  written: Written[];
  /** ISO; undefined where there is nothing. */
  changedAt: string | undefined;
};

const MOST_KEPT = 100;

/** Ten minutes, in case that a change was missed by `findNewest`. */
const kept = new Memo<CategoryStandings>({ forMs: 600_000, most: MOST_KEPT });

/**
 * The head-to-heads of a category (by slug), or of one kind in it: of the best rated, by ring, then by popularity. Worked
 * out once after every publication (`newest` is what `findNewest` says).
 */
export function findStandings(
  asked: { category: string; kind?: Kind | undefined },
  newest: string,
): Promise<CategoryStandings> {
  const { category, kind } = asked;
  dependOn(categoryTag(category));
  return kept.get(`${category} ${kind ?? ""} ${newest}`, () => readStandings(category, kind));
}

/** The last standings of a category and kind, with a text of the rows that they came from. */
const last = new Map<string, { rows: string; standings: CategoryStandings }>();

/** A publication somewhere else changes no row of this category: its meetings need not be held again. */
function toStandings(rows: Row[], category: string, kind: Kind | undefined): CategoryStandings {
  const key = `${category} ${kind ?? ""}`;
  const text = createHash("sha1").update(JSON.stringify(rows)).digest("base64");
  const before = last.get(key);
  if (before?.rows === text) return before.standings;
  const standings = holdMeetings(rows, category);
  last.delete(key);
  last.set(key, { rows: text, standings });
  for (const oldest of last.keys()) {
    if (last.size <= MOST_KEPT) break;
    last.delete(oldest);
  }
  return standings;
}

type Row = {
  slug: string;
  name: string;
  kind: Kind;
  ring: Ring | null;
  lead: string;
  tagline: string | null;
  logo: string | null;
  value: number | null;
  unit: string | null;
  sourceTitle: string | null;
  sourceUrl: string | null;
  asOf: Date | null;
  updatedAt: Date;
  written:
    | {
        right: string;
        outcome: CuratedOutcome["outcome"];
        pick: string | null;
        publishedAt: string;
        updatedAt: string;
      }[]
    | null;
};

async function readStandings(category: string, kind: Kind | undefined): Promise<CategoryStandings> {
  const rows = await db().$queryRaw<Row[]>`
    WITH near AS (
      SELECT t.id, t.ring, t.slug FROM "Technology" t
      WHERE t.state = 'live' AND t."categoryId" = (SELECT c.id FROM "Category" c WHERE c.slug = ${category})
        ${kind ? Prisma.sql`AND t.kind = ${kind}::"Kind"` : Prisma.empty}
      ORDER BY t.ring, t.slug LIMIT ${limit(MOST_READ)}
    ), chosen AS MATERIALIZED (
      SELECT near.id, near.slug, p.value, p.unit, p."sourceTitle", p."sourceUrl", p."asOf"
      FROM near LEFT JOIN "Popularity" p ON p."technologyId" = near.id
      ORDER BY near.ring, p.value DESC NULLS LAST, near.slug LIMIT ${limit(MOST_CONTENDERS)}
    )
    SELECT t.slug, t.name, t.kind, t.ring, t.lead, t.tagline, t.logo, t."updatedAt",
      chosen.value, chosen.unit, chosen."sourceTitle", chosen."sourceUrl", chosen."asOf",
      (SELECT json_agg(json_build_object('right', other.slug, 'outcome', k.outcome, 'publishedAt', k."publishedAt",
          'updatedAt', k."updatedAt", 'pick', CASE k."pickId" WHEN t.id THEN t.slug WHEN other.id THEN other.slug END))
        FROM "Comparison" k JOIN chosen other ON other.id = k."rightId"
        WHERE k."leftId" = t.id AND k.state = 'live') AS written
    FROM chosen JOIN "Technology" t ON t.id = chosen.id`;
  return toStandings(rows, category, kind);
}

function holdMeetings(rows: Row[], category: string): CategoryStandings {
  const contenders = rows.map((row) => toContender(row, category));
  const written = rows.flatMap(toWritten).sort((one, other) => other.publishedAt - one.publishedAt);
  const changes = rows.flatMap((row) => [
    row.updatedAt.getTime(),
    ...(row.written ?? []).map(({ updatedAt }) => Date.parse(updatedAt)),
  ]);
  return {
    ...rank(contenders, written),
    contenders: new Map(contenders.map((contender) => [contender.slug, contender])),
    curated: byPair(written),
    written,
    changedAt: changes.length > 0 ? new Date(Math.max(...changes)).toISOString() : undefined,
  };
}

function toContender(row: Row, category: string): Ranked {
  const { slug, name, kind, lead } = row;
  const { value, unit, sourceTitle, sourceUrl, asOf } = row;
  return {
    slug,
    name,
    kind,
    category,
    lead,
    // All are of one category: whether they are related as well changes nothing.
    related: [],
    ...(row.ring && { ring: row.ring }),
    ...(row.tagline !== null && { tagline: row.tagline }),
    ...(row.logo !== null && { logo: row.logo }),
    ...(value !== null &&
      unit !== null &&
      sourceTitle !== null &&
      sourceUrl !== null &&
      asOf !== null && {
        popularity: { value, unit, source: { title: sourceTitle, url: sourceUrl }, asOf: asOf.toISOString() },
      }),
  };
}

function toWritten({ slug, written }: Row): Written[] {
  return (written ?? []).map(({ right, outcome, pick, publishedAt }) => ({
    left: slug,
    right,
    outcome,
    ...(pick !== null && { pick }),
    publishedAt: Date.parse(publishedAt),
  }));
}
