import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { dependOn, nameTag } from "../cache";
import { db } from "../db";
import { inAddressOrder } from "../pair/pair";
import { comparableKinds } from "../verdict/decide";
import type { Kind, Named, NamedPair } from "../verdict/types";
import type { OtherComparison } from "./types";

/** How many of each sort (curated, related, same category) are looked at for one technology. */
const OF_EACH_SORT = 8;
const NEAREST_FOR_A_SIDE = 2;

type Origin = { id: string; slug: string; categoryId: string; kind: Kind };

type Row = { origin: string; slug: string; name: string; sameJob: boolean; curatedLeft: string | null };

/**
 * For each technology given, the comparisons to go on with, best first: curated ones, then related technologies
 * that do the same job, then those of its category by rating. One statement, at a cost that does not grow with
 * the catalogue: every part of it reads the first few entries of an index. What it depends on beside the technologies that
 * it names is the members of their categories (`membersTag`), which the caller knows by name.
 */
export async function listOtherComparisons(origins: Origin[]): Promise<OtherComparison[][]> {
  const rows = await db().$queryRaw<Row[]>(
    Prisma.sql`${Prisma.join(origins.map(neighboursOf), " UNION ALL ")}`,
  );
  dependOn(...rows.map(({ slug }) => nameTag(slug)));
  return origins.map(({ id, slug }) => {
    const seen = new Set<string>();
    return rows
      .filter((row) => row.origin === id && !seen.has(row.slug) && seen.add(row.slug))
      .map(({ slug: other, name, sameJob, curatedLeft }) => ({
        ...(curatedLeft === null
          ? inAddressOrder({ left: slug, right: other })
          : { left: curatedLeft, right: curatedLeft === slug ? other : slug }),
        slug: other,
        name,
        curated: curatedLeft !== null,
        sameJob,
      }));
  });
}

/** The fair comparisons of one side: of what does the same job, where an editor has spoken by what they said. */
export function nearestPairs(side: Named, others: OtherComparison[]): NamedPair[] {
  return others
    .filter(({ sameJob }) => sameJob)
    .slice(0, NEAREST_FOR_A_SIDE)
    .map(({ left, slug, name }) => {
      const [here, there] = [
        { slug: side.slug, name: side.name },
        { slug, name },
      ];
      return left === side.slug ? { left: here, right: there } : { left: there, right: here };
    });
}

/** The same of a live technology by its slug; none where there is no such technology. */
export async function listNearestPairs(slug: string): Promise<NamedPair[]> {
  const origin = await db().technology.findUnique({
    where: { slug, state: "live" },
    select: { id: true, slug: true, name: true, categoryId: true, kind: true },
  });
  if (!origin) return [];
  const [others = []] = await listOtherComparisons([origin]);
  return nearestPairs(origin, others);
}

function neighboursOf({ id, categoryId, kind }: Origin): Prisma.Sql {
  const kinds = comparableKinds(kind);
  return Prisma.sql`(
    SELECT ${id}::text AS origin, near.slug, near.name, near."sameJob",
      (SELECT CASE WHEN c."leftId" = near.id THEN near.slug ELSE o.slug END
       FROM "Comparison" c JOIN "Technology" o ON o.id = ${id}::uuid
       WHERE LEAST(c."leftId", c."rightId") = LEAST(near.id, ${id}::uuid)
         AND GREATEST(c."leftId", c."rightId") = GREATEST(near.id, ${id}::uuid)
         AND c.state = 'live') AS "curatedLeft"
    FROM (
      (SELECT t.id, t.slug, t.name, c.outcome <> 'different-jobs' AS "sameJob", 0 AS sort,
         row_number() OVER (ORDER BY c."publishedAt" DESC, t.slug) AS place
       FROM "Comparison" c
       JOIN "Technology" t ON t.id = CASE WHEN c."leftId" = ${id}::uuid THEN c."rightId" ELSE c."leftId" END
       WHERE (c."leftId" = ${id}::uuid OR c."rightId" = ${id}::uuid) AND c.state = 'live' AND t.state = 'live'
       ORDER BY c."publishedAt" DESC, t.slug LIMIT ${OF_EACH_SORT})
      UNION ALL
      (SELECT t.id, t.slug, t.name, true, 1, r.position
       FROM "Relation" r JOIN "Technology" t ON t.slug = r.slug
       WHERE r."technologyId" = ${id}::uuid AND t.state = 'live' AND t.id <> ${id}::uuid
         AND t.kind = ANY(${kinds}::"Kind"[])
       ORDER BY r.position LIMIT ${OF_EACH_SORT})
      UNION ALL
      (SELECT n.id, n.slug, n.name, true, 2, row_number() OVER (ORDER BY n.ring, n.slug)
       FROM unnest(${kinds}::"Kind"[]) AS wanted(kind)
       CROSS JOIN LATERAL (
         SELECT t.id, t.slug, t.name, t.ring FROM "Technology" t
         WHERE t.state = 'live' AND t."categoryId" = ${categoryId}::uuid AND t.kind = wanted.kind
         ORDER BY t.ring, t.slug LIMIT ${OF_EACH_SORT + 1}
       ) AS n
       WHERE n.id <> ${id}::uuid
       ORDER BY n.ring, n.slug LIMIT ${OF_EACH_SORT})
    ) AS near
    ORDER BY near.sort, near.place)`;
}
