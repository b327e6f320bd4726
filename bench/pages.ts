import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { Client } from "pg";
import { inAddressOrder, pairPath } from "../lib/pair/pair";
import { type ImportFigures, slugOf } from "./import";
import { openSite, percentile, request, type Site } from "./site";

export type PageFigures = {
  technologies: number;
  p50: number;
  p99: number;
  /** Statements that PostgreSQL ran for one page, the lookup of its address included. */
  statements: number;
  import: ImportFigures;
};

const WARM_UP = 300;
const ROUNDS = 5;
const PAGES_A_ROUND = 400;

/**
 * Milliseconds that the server takes for a dynamic comparison never asked for before, one request at a time, with few
 * and with many technologies on file. The two sites take turns, so that a machine that slows down slows both.
 */
export async function benchPages(sizes: number[]): Promise<PageFigures[]> {
  const sites: Site[] = [];
  for (const size of sizes) sites.push(await openSite(size));
  const pairs = sites.map((site) => pairsOf(site.technologies));
  const times: number[][] = sites.map(() => []);
  for (const [index, site] of sites.entries()) await ask(site, pairs[index] ?? [], WARM_UP);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, site] of sites.entries()) {
      times[index]?.push(...(await ask(site, pairs[index] ?? [], PAGES_A_ROUND)));
    }
  }
  const figures: PageFigures[] = [];
  for (const [index, site] of sites.entries()) {
    figures.push({
      technologies: site.technologies,
      p50: percentile(times[index] ?? [], 0.5),
      p99: percentile(times[index] ?? [], 0.99),
      statements: await countStatements(site, pairs[index] ?? []),
      import: site.import,
    });
    await site.close();
  }
  return figures;
}

/** Distinct pairs of the catalogue that writeBenchCatalogue makes, in an order that jumps about. */
function pairsOf(technologies: number): string[] {
  const wanted = WARM_UP + ROUNDS * PAGES_A_ROUND + 20;
  const paths = new Set<string>();
  for (let step = 0; paths.size < wanted && step < wanted * 50; step += 1) {
    const [left, right] = [
      (step * 7_919) % technologies,
      (step * 104_729 + 31 * Math.floor(step / technologies)) % technologies,
    ];
    if (left !== right) paths.add(pairPath(inAddressOrder({ left: slugOf(left), right: slugOf(right) })));
  }
  return [...paths];
}

async function ask(site: Site, pairs: string[], count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  for (const path of pairs.splice(0, count)) {
    const begun = performance.now();
    const { status } = await request(`${site.url}${path}`, { agent });
    // A pair that an editor wrote may redirect: it is no dynamic page and counts for nothing.
    if (status === 200) times.push(performance.now() - begun);
    else if (status !== 308) throw new Error(`${path} was answered with ${status}`);
  }
  agent.destroy();
  return times;
}

/** Lets PostgreSQL log every statement while a few pages are made, and counts them. */
async function countStatements(site: Site, pairs: string[]): Promise<number> {
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  const marks = ["begin", "end"].map((mark) => `-- ${mark} ${site.technologies} ${Date.now()}`);
  await client.query("ALTER SYSTEM SET log_statement = 'all'");
  await client.query("SELECT pg_reload_conf()");
  await client.query("SELECT pg_sleep(0.5)");
  await client.query(`SELECT 1 ${marks[0]}`);
  const pages = (await ask(site, pairs, 10)).length;
  await client.query(`SELECT 1 ${marks[1]}`);
  await client.end();
  const log = readFileSync(site.log, "utf8");
  const between = log.slice(log.indexOf(marks[0] ?? ""), log.indexOf(marks[1] ?? ""));
  return (between.match(/LOG:\s+(?:execute|statement)/g)?.length ?? 0) / pages;
}
