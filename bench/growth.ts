import { Agent } from "node:http";
import { Client } from "pg";
import { EVERYTHING, EXPIRY_CHANNEL } from "../lib/cache";
import { inAddressOrder, pairPath } from "../lib/pair/pair";
import { slugOf } from "./import";
import { openSite, percentile, request, type Site } from "./site";

/** Milliseconds that a kind of page takes in the middle, with few and with many technologies on file. */
export type GrowthFigures = { name: string; few: number; many: number; ratio: number };

const ROUNDS = 12;
const PAGES_A_ROUND = 12;
const WARM_UP = 24;

/** What is asked for, one address after another, and never the same one twice where there are enough of them. */
type Kind = { name: string; path: (step: number, technologies: number) => string };

/** The fullest one of a small catalogue, as full as any of a large one. */
const FULL = "category-1";
const technology = (step: number, technologies: number) => slugOf((step * 7_919) % technologies);

const KINDS: Kind[] = [
  { name: "home", path: () => "/" },
  { name: "a dynamic comparison", path: comparison },
  { name: "a technology", path: (step, size) => `/technologies/${technology(step, size)}` },
  { name: "technologies", path: () => "/technologies" },
  { name: "technologies, the second page", path: () => "/technologies?page=2" },
  {
    name: "technologies of a category",
    path: () => `/technologies?category=${FULL}`,
  },
  { name: "technologies of a kind", path: () => "/technologies?kind=library" },
  { name: "technologies, nothing found", path: () => "/technologies?kind=practice&ring=hold&letter=x" },
  { name: "categories", path: () => "/categories" },
  { name: "a category", path: () => `/categories/${FULL}` },
  { name: "rankings", path: () => "/best" },
  { name: "a ranking", path: () => `/best/${FULL}` },
  { name: "a ranking of one kind", path: () => `/best/${FULL}?kind=library` },
  { name: "a kind, category by category", path: () => "/best/library" },
  { name: "a search", path: (step, size) => `/search?q=${technology(step, size).split("-")[0]}` },
];

/**
 * The same kinds of pages, as full of entries, with few and with many technologies on file, one request at a time. The two sites take turns,
 * so that a machine that slows down slows both.
 */
export async function benchGrowth(sizes: [number, number]): Promise<GrowthFigures[]> {
  const sites: Site[] = [];
  for (const size of sizes) sites.push(await openSite(size));
  try {
    return await measureGrowth(sites);
  } finally {
    for (const site of sites) await site.close();
  }
}

type Asked = Pick<Site, "url" | "databaseUrl" | "technologies">;

/** The same of two sites that run already, the smaller one first. */
export async function measureGrowth(sites: Asked[]): Promise<GrowthFigures[]> {
  const figures: GrowthFigures[] = [];
  for (const kind of KINDS) {
    const times = sites.map(() => [] as number[]);
    for (const site of sites) await ask(site, kind, 0, WARM_UP);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, site] of sites.entries()) {
        times[index]?.push(...(await ask(site, kind, WARM_UP + round * PAGES_A_ROUND, PAGES_A_ROUND)));
      }
    }
    const [few = 0, many = 0] = times.map((taken) => percentile(taken, 0.5));
    figures.push({ name: kind.name, few, many, ratio: many / few });
  }
  return figures;
}

async function ask(site: Asked, kind: Kind, from: number, count: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  const times: number[] = [];
  for (let step = from; step < from + count; ) {
    const path = kind.path(step, site.technologies);
    // What is measured is how a page is made: one that is kept costs the same however many there are.
    await client.query("SELECT pg_notify($1, $2)", [EXPIRY_CHANNEL, EVERYTHING]);
    const begun = performance.now();
    const { status, isKept } = await request(`${site.url}${path}`, { agent });
    // The server had not heard of it yet.
    if (isKept) continue;
    step += 1;
    // A pair that an editor wrote may redirect: it is no dynamic page and counts for nothing.
    if (status === 200) times.push(performance.now() - begun);
    else if (status !== 308) throw new Error(`${path} was answered with ${status}`);
  }
  await client.end();
  agent.destroy();
  return times;
}

function comparison(step: number, technologies: number): string {
  const [left, right] = [(step * 7_919) % technologies, (step * 104_729 + 31) % technologies];
  const pair = { left: slugOf(left), right: slugOf(left === right ? (left + 1) % technologies : right) };
  return pairPath(inAddressOrder(pair));
}
