import { pairPath } from "../pair/pair";
import { query } from "./signed-in";

/** Paths of comparisons that no editor wrote, in the order of a hash: the same ones for the same catalogue. */
export async function listDynamicPairs(databaseUrl: string, most: number): Promise<string[]> {
  const pairs = await query<{ left: string; right: string }>(
    databaseUrl,
    `SELECT l.slug AS left, r.slug AS right
     FROM "Technology" l JOIN "Technology" r ON l.slug COLLATE "C" < r.slug
     WHERE l.state = 'live' AND r.state = 'live' AND NOT EXISTS (
       SELECT FROM "Comparison" c WHERE c."leftId" IN (l.id, r.id) AND c."rightId" IN (l.id, r.id))
     ORDER BY md5(l.slug || ' ' || r.slug) LIMIT $1`,
    [most],
  );
  return pairs.map(pairPath);
}
