import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { comparisonsTag, dependOn, membersTag } from "../cache";
import { db } from "../db";
import type { Pair } from "../pair/pair";
import { findLogo } from "../technologies/logos";
import { listOtherComparisons, nearestPairs } from "../technologies/neighbour-queries";
import { findNames, listRecords, liveBySlug, type RecordRow, toNames } from "../technologies/record-queries";
import type { OtherComparison } from "../technologies/types";
import { compose } from "../verdict/compose";
import { doSameJob } from "../verdict/decide";
import type { Named } from "../verdict/types";
import { outcomeName } from "./document-queries";
import { type ComparisonRow, curatedRelations, toCurated, toCuratedParts, toRecord } from "./rows";
import type { ComparisonPage, ComparisonSide, CuratedEntry } from "./types";

const MORE_FOR_A_SIDE = 6;
const PLAINEST = 3_000;

export type PairSide = Named & { id: string };

type PairSides = { left: PairSide | null; right: PairSide | null; curatedLeft: string | null };

/** Both sides of a pair by slug, old slugs included, and the left side's slug in its curated comparison. */
export async function findPairSides({ left, right }: Pair): Promise<PairSides> {
  const rows = await db().$queryRaw<
    Record<
      "leftId" | "left" | "leftName" | "rightId" | "right" | "rightName" | "curatedLeft",
      string | null
    >[]
  >`
    SELECT l.id::text AS "leftId", l.slug AS "left", l.name AS "leftName",
      r.id::text AS "rightId", r.slug AS "right", r.name AS "rightName",
      (SELECT CASE WHEN c."leftId" = l.id THEN l.slug ELSE r.slug END FROM "Comparison" c
       WHERE LEAST(c."leftId", c."rightId") = LEAST(l.id, r.id)
         AND GREATEST(c."leftId", c."rightId") = GREATEST(l.id, r.id) AND c.state = 'live') AS "curatedLeft"
    FROM (SELECT 1) AS one
    LEFT JOIN LATERAL (${liveBySlug(Prisma.sql`${left}`)}) AS l ON true
    LEFT JOIN LATERAL (${liveBySlug(Prisma.sql`${right}`)}) AS r ON true`;
  const row = rows[0];
  const side = (id?: string | null, slug?: string | null, name?: string | null) =>
    id && slug && name ? { id, slug, name } : null;
  return {
    left: side(row?.leftId, row?.left, row?.leftName),
    right: side(row?.rightId, row?.right, row?.rightName),
    curatedLeft: row?.curatedLeft ?? null,
  };
}

/** The page of a pair in its canonical order; null unless both technologies are live. Two statements, four where an editor wrote it. */
export async function findComparisonPage(pair: Pair): Promise<ComparisonPage | null> {
  const rows = await listRecords([pair.left, pair.right]);
  const left = rows.find(({ slug }) => slug === pair.left);
  const right = rows.find(({ slug }) => slug === pair.right);
  if (!left || !right) return null;
  dependOn(membersTag(left.category.slug), membersTag(right.category.slug));
  // The next and the previous one stand on its page.
  if (left.curatedId !== null) dependOn(comparisonsTag(left.category.slug));
  const [others, comparison] = await Promise.all([
    listOtherComparisons([left, right]),
    left.curatedId === null ? null : findCurated(left.curatedId),
  ]);
  const also = comparison?.alsoConsider.flatMap(({ slug }) => slug ?? []) ?? [];
  const names = new Map([...toNames(rows), ...(await findNames(also))]);
  const [leftOthers = [], rightOthers = []] = others;
  const records = { left: toRecord(left), right: toRecord(right) };
  const differ = comparison
    ? comparison.outcome === "different_jobs"
    : !doSameJob(records.left, records.right);
  const verdict = compose({
    ...records,
    ...(comparison && { curated: toCurated(comparison) }),
    related: names,
    nearest: differ ? [...nearestPairs(left, leftOthers), ...nearestPairs(right, rightOthers)] : [],
  });
  const changed = [left, right, comparison].map((row) => row?.updatedAt.getTime() ?? 0);
  return {
    verdict,
    left: await toSide(left),
    right: await toSide(right),
    ...(comparison && {
      curated: toCuratedParts(comparison, { category: left.category.name, names, verdict }),
    }),
    updatedAt: new Date(Math.max(...changed)).toISOString(),
    more: { left: moreThan(leftOthers, right.slug), right: moreThan(rightOthers, left.slug) },
  };
}

async function toSide({ slug, name, kind, category, logo }: RecordRow): Promise<ComparisonSide> {
  return { slug, name, kind, category, logo: await findLogo(logo) };
}

function findCurated(id: string): Promise<ComparisonRow | null> {
  return db().comparison.findUnique({
    where: { id },
    relationLoadStrategy: "join",
    include: curatedRelations,
  });
}

function moreThan(others: OtherComparison[], shown: string): OtherComparison[] {
  return others.filter(({ slug }) => slug !== shown).slice(0, MORE_FOR_A_SIDE);
}

/** On a card a mark is 16 pixels high: one of more detail is a blot there, and most of the page's weight. */
async function findPlainLogo(slug: string | null): Promise<string | undefined> {
  const path = await findLogo(slug);
  return path && path.length <= PLAINEST ? path : undefined;
}

/** The newest live curated comparisons, newest first. */
export async function listNewestCurated(take: number): Promise<CuratedEntry[]> {
  const side = {
    select: { slug: true, name: true, logo: true, category: { select: { name: true } } },
  } as const;
  const rows = await db().comparison.findMany({
    where: { state: "live", left: { state: "live" }, right: { state: "live" } },
    select: {
      left: side,
      right: side,
      pickId: true,
      leftId: true,
      outcome: true,
      standfirst: true,
      shortAnswer: true,
      publishedAt: true,
    },
    relationLoadStrategy: "join",
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take,
  });
  const toEntry = async (row: (typeof rows)[number]): Promise<CuratedEntry> => {
    const { left, right, pickId, leftId, outcome, standfirst, shortAnswer, publishedAt } = row;
    return {
      left: { slug: left.slug, name: left.name, logo: await findPlainLogo(left.logo) },
      right: { slug: right.slug, name: right.name, logo: await findPlainLogo(right.logo) },
      category: left.category.name,
      outcome: outcomeName(outcome),
      pick: pickId === null ? undefined : pickId === leftId ? left.name : right.name,
      summary: shortAnswer ?? standfirst ?? undefined,
      publishedAt: publishedAt.toISOString(),
    };
  };
  return Promise.all(rows.map(toEntry));
}
