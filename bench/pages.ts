import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { joinCluster } from "../lib/embedded/shares";
import { inAddressOrder, pairPath } from "../lib/pair/pair";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";
import { migrate } from "../prisma/migrate";
import { benchImport, type ImportFigures, slugOf, writeBenchCatalogue } from "./import";

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

type Site = {
  technologies: number;
  url: string;
  log: string;
  client: Client;
  import: ImportFigures;
  close(): Promise<void>;
};

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
    const sorted = (times[index] ?? []).sort((one, other) => one - other);
    figures.push({
      technologies: site.technologies,
      p50: sorted[Math.floor(sorted.length * 0.5)] ?? 0,
      p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
      statements: await countStatements(site, pairs[index] ?? []),
      import: site.import,
    });
    await site.close();
  }
  return figures;
}

async function openSite(technologies: number): Promise<Site> {
  const directory = await makeDataDir();
  const share = await joinCluster(directory.path);
  await migrate(share.url);
  const folder = await mkdtemp(join(tmpdir(), "nicepick-bench-"));
  const file = join(folder, "catalogue.json");
  await writeBenchCatalogue(file, technologies);
  const figures = await benchImport(file, share.url);
  await rm(folder, { recursive: true });
  const server = await untilReady(await runServer({ DATA_DIR: directory.path }));
  const client = new Client({ connectionString: share.url });
  await client.connect();
  const close = async () => {
    await client.end();
    await stopServer(server);
    await share.leave();
    await directory.remove();
  };
  return {
    technologies,
    url: server.url,
    log: join(directory.path, "postgres.log"),
    client,
    import: figures,
    close,
  };
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
    const status = await request(`${site.url}${path}`, agent);
    // A pair that an editor wrote may redirect: it is no dynamic page and counts for nothing.
    if (status === 200) times.push(performance.now() - begun);
    else if (status !== 308) throw new Error(`${path} was answered with ${status}`);
  }
  agent.destroy();
  return times;
}

function request(url: string, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      response.resume();
      response.once("end", () => resolve(response.statusCode ?? 0));
    }).once("error", reject);
  });
}

/** Lets PostgreSQL log every statement while a few pages are made, and counts them. */
async function countStatements(site: Site, pairs: string[]): Promise<number> {
  const marks = ["begin", "end"].map((mark) => `-- ${mark} ${site.technologies} ${Date.now()}`);
  await site.client.query("ALTER SYSTEM SET log_statement = 'all'");
  await site.client.query("SELECT pg_reload_conf()");
  await site.client.query("SELECT pg_sleep(0.5)");
  await site.client.query(`SELECT 1 ${marks[0]}`);
  const pages = (await ask(site, pairs, 10)).length;
  await site.client.query(`SELECT 1 ${marks[1]}`);
  const log = readFileSync(site.log, "utf8");
  const between = log.slice(log.indexOf(marks[0] ?? ""), log.indexOf(marks[1] ?? ""));
  return (between.match(/LOG:\s+(?:execute|statement)/g)?.length ?? 0) / pages;
}
