import { Agent } from "node:http";
import { listDynamicPairs } from "../lib/testing/dynamic-pairs";
import { percentile, request } from "./site";

const WARM_UP = 150;
const PAGES = 200;

/** Milliseconds for a comparison that nobody has read before, in the middle. */
export type Cold = { ours: number; plain: number; pages: number };

/**
 * The same dynamic comparisons from both servers, one request at a time, each asking for gzip. They take turns at being
 * first: the second one finds the database's pages in memory.
 */
export async function benchCold(databaseUrl: string, sites: { ours: string; plain: string }): Promise<Cold> {
  const paths = await listDynamicPairs(databaseUrl, WARM_UP + PAGES);
  if (paths.length < WARM_UP + PAGES)
    throw new Error(`only ${paths.length} pairs have no comparison of their own`);
  const agent = new Agent({ keepAlive: true });
  const times: Record<keyof typeof sites, number[]> = { ours: [], plain: [] };
  for (const [index, path] of paths.entries()) {
    const order = index % 2 === 0 ? (["ours", "plain"] as const) : (["plain", "ours"] as const);
    for (const site of order) {
      const begun = performance.now();
      const { status } = await request(sites[site] + path, { agent, headers: { "Accept-Encoding": "gzip" } });
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      if (index >= WARM_UP) times[site].push(performance.now() - begun);
    }
  }
  agent.destroy();
  return { ours: percentile(times.ours, 0.5), plain: percentile(times.plain, 0.5), pages: times.ours.length };
}
