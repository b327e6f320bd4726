import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { CATALOGUE, dependOn } from "../cache";
import { db } from "../db";
import { limit } from "../limit-queries";
import { Memo } from "../memo";
import { findSmallLogo } from "../technologies/logos";
import type { Kind } from "../verdict/types";
import { findNewest } from "./newest-queries";
import { findStandings } from "./standings-queries";
import type { Leader } from "./types";

/** So many categories are listed; what is in one is counted up to a bound. */
const MOST_CATEGORIES = 200;
const MOST_COUNTED = 999;
/** So many are named where many share the first place. */
const NAMED = 3;

const kept = new Memo<Leader[]>({ forMs: 600_000, most: 12 });

/**
 * The categories with live technologies (of a kind), by name, each with who leads it by the same standings as its
 * ranking. Worked out once after every publication; a category after the other, so that readers of other pages
 * wait for one at most.
 */
export async function listLeaders(kind?: Kind): Promise<Leader[]> {
  dependOn(CATALOGUE);
  const newest = await findNewest();
  return kept.get(`${kind ?? ""} ${newest}`, () => readLeaders({ kind }, newest));
}

/** The same of a few categories by slug, for a page that wants no others worked out. */
export async function listLeadersOf(categories: string[]): Promise<Leader[]> {
  return categories.length > 0 ? readLeaders({ categories }, await findNewest()) : [];
}

type Row = { slug: string; name: string; description: string | null; technologies: number };

type Asked = { kind?: Kind | undefined; categories?: string[] };

async function readLeaders({ kind, categories }: Asked, newest: string): Promise<Leader[]> {
  const ofThese = categories ? Prisma.sql`AND c.slug = ANY(${categories})` : Prisma.empty;
  const ofKind = kind ? Prisma.sql`AND t.kind = ${kind}::"Kind"` : Prisma.empty;
  const rows = await db().$queryRaw<Row[]>`
    SELECT c.slug, c.name, c.description, (
      SELECT count(*)::int FROM (
        SELECT t.slug FROM "Technology" t WHERE t.state = 'live' AND t."categoryId" = c.id ${ofKind}
        ORDER BY t.slug LIMIT ${limit(MOST_COUNTED + 1)}) AS counted
    ) AS technologies
    FROM "Category" c
    CROSS JOIN LATERAL (
      SELECT t.slug FROM "Technology" t WHERE t.state = 'live' AND t."categoryId" = c.id ${ofKind}
      ORDER BY t.slug LIMIT 1) AS found
    WHERE c.state = 'live' ${ofThese}
    ORDER BY c.name, c.slug LIMIT ${limit(MOST_CATEGORIES)}`;
  const leaders: Leader[] = [];
  for (const row of rows) leaders.push(await toLeader(row, kind, newest));
  return leaders;
}

async function toLeader(row: Row, kind: Kind | undefined, newest: string): Promise<Leader> {
  const { slug, name, description, technologies } = row;
  const { ranked } = await findStandings({ category: slug, kind }, newest);
  const first = ranked.filter(({ place }) => place === 1);
  return {
    category: { slug, name, ...(description !== null && { description }) },
    technologies: { count: Math.min(technologies, MOST_COUNTED), more: technologies > MOST_COUNTED },
    first: await Promise.all(
      first.slice(0, NAMED).map(async ({ contender, picked, of }) => ({
        slug: contender.slug,
        name: contender.name,
        logo: await findSmallLogo(contender.logo),
        ring: contender.ring,
        picked,
        of,
      })),
    ),
    sharing: first.length,
  };
}
