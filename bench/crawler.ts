import { readdir, stat } from "node:fs/promises";
import { Agent } from "node:http";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { inAddressOrder, pairPath } from "../lib/pair/pair";
import { slugOf } from "./import";
import { residentMiB } from "./memory";
import { openSite, percentile, request, type Site } from "./site";

const TECHNOLOGIES = 1_000;
const CONNECTIONS = 32;
/** Has no divisor in common with the number of pairs: every pair comes up once. */
const STRIDE = 104_729;
const MOST_SAMPLES = 20;
const LOOK_EVERY = 1_000;
const PEOPLES_PAGES = 100;
/** Each of their pages is read about once a minute. */
const READ_EVERY_MS = 600;
const TOKEN = "the-token-of-the-bench";
const GZIP = { "Accept-Encoding": "gzip" };

/** What there was after so many requests; bytes kept in memory as the server counts them, and on disk as files. */
export type Sample = {
  requests: number;
  residentMiB: number;
  pages: number;
  memoryMiB: number;
  diskMiB: number;
};

export type CrawlerFigures = {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  /** Answers by their status. */
  statuses: Record<string, number>;
  capMiB: number;
  samples: Sample[];
  /** Of the process, looked at every 1,000 requests. */
  mostMiB: number;
  /** What it grew by over the second half, in MiB for 10,000 requests. */
  growth: number;
  people: { reads: number; hits: number };
};

/** Walks through so many distinct pairs, as crawlers do, while people read a few pages now and then. */
export async function benchCrawler(requests: number): Promise<CrawlerFigures> {
  const capMiB = Number(process.env.PAGE_CACHE_MB || 256);
  const site = await openSite(TECHNOLOGIES, {
    METRICS_TOKEN: TOKEN,
    PAGE_CACHE_MB: String(capMiB),
  });
  try {
    return { requests, capMiB, ...(await crawl(site, requests)) };
  } finally {
    await site.close();
  }
}

async function crawl(site: Site, requests: number): Promise<Omit<CrawlerFigures, "requests" | "capMiB">> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const over = new AbortController();
  const pages = Array.from({ length: PEOPLES_PAGES }, (_, index) => `/technologies/${slugOf(index * 7)}`);
  // Read by more than one person before the crawler comes.
  for (const path of [...pages, ...pages]) await request(site.url + path, { agent, headers: GZIP });
  const people = readNowAndThen(site, pages, over.signal);
  const sampleEvery = Math.ceil(requests / MOST_SAMPLES);
  const statuses: Record<string, number> = {};
  const times: number[] = [];
  const samples: Promise<Sample>[] = [];
  let mostMiB = 0;
  let next = 0;
  const begun = performance.now();
  const walk = async () => {
    for (let step = next++; step < requests; step = next++) {
      const sent = performance.now();
      const { status } = await request(site.url + addressOf(step), { agent, headers: GZIP });
      times.push(performance.now() - sent);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (times.length % LOOK_EVERY === 0) mostMiB = Math.max(mostMiB, residentMiB(site.pid));
      if (times.length % sampleEvery === 0) samples.push(look(site, times.length));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, walk));
  const seconds = (performance.now() - begun) / 1_000;
  over.abort();
  agent.destroy();
  const found = await Promise.all(samples);
  return {
    perSecond: requests / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    statuses,
    samples: found,
    mostMiB: Math.max(mostMiB, ...found.map((sample) => sample.residentMiB)),
    growth: slopeOf(found.slice(Math.floor(found.length / 2))) * 10_000,
    people: await people,
  };
}

/** Of ten: seven pairs as they are written, one the other way round, two of which one side is not on file. */
function addressOf(step: number): string {
  const [left, right] = pairOf(step);
  if (step % 10 === 3) return pairPath({ left: right, right: left });
  if (step % 5 === 4) return pairPath({ left, right: `nothing-${step}` });
  return pairPath({ left, right });
}

/** Pair by pair through all of the catalogue, in an order that jumps about; in the order of their address. */
function pairOf(step: number): [string, string] {
  const pairs = (TECHNOLOGIES * (TECHNOLOGIES - 1)) / 2;
  const place = (step * STRIDE) % pairs;
  const larger = Math.floor((1 + Math.sqrt(1 + 8 * place)) / 2);
  const smaller = place - (larger * (larger - 1)) / 2;
  const { left, right } = inAddressOrder({ left: slugOf(larger), right: slugOf(smaller) });
  return [left, right];
}

/** Pages that the crawler does not ask for, one after another; how many of them were kept still. */
async function readNowAndThen(
  { url }: Site,
  pages: string[],
  signal: AbortSignal,
): Promise<CrawlerFigures["people"]> {
  const agent = new Agent({ keepAlive: true });
  const found = { reads: 0, hits: 0 };
  for (let turn = 0; !signal.aborted; turn += 1) {
    const { isKept } = await request(url + (pages[(turn * 37) % pages.length] ?? ""), {
      agent,
      headers: GZIP,
    });
    found.reads += 1;
    if (isKept) found.hits += 1;
    await delay(READ_EVERY_MS, undefined, { signal }).catch(() => {});
  }
  agent.destroy();
  return found;
}

async function look(site: Site, requests: number): Promise<Sample> {
  const resident = residentMiB(site.pid);
  const [pages, bytes] = await readGauges(site);
  const onDisk = await sizeOf(join(site.dataDir, "pages"));
  return { requests, residentMiB: resident, pages, memoryMiB: bytes / 2 ** 20, diskMiB: onDisk / 2 ** 20 };
}

async function readGauges({ url }: Site): Promise<[pages: number, bytes: number]> {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const text = await (await fetch(`${url}/api/metrics`, { headers })).text();
  const gauge = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? Number.NaN);
  return [gauge("nicepick_kept_pages"), gauge("nicepick_kept_bytes")];
}

/** Bytes of all files below a folder; one that goes away meanwhile counts for nothing. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  let bytes = 0;
  for (const entry of entries.filter((each) => each.isFile())) {
    const found = await stat(join(entry.parentPath, entry.name)).catch(() => null);
    bytes += found?.size ?? 0;
  }
  return bytes;
}

/** MiB for each request, by least squares. */
function slopeOf(samples: Sample[]): number {
  const mean = (value: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + value(sample), 0) / samples.length;
  const [x, y] = [mean(({ requests }) => requests), mean((sample) => sample.residentMiB)];
  const among = samples.reduce(
    (sum, { requests, residentMiB }) => sum + (requests - x) * (residentMiB - y),
    0,
  );
  const along = samples.reduce((sum, { requests }) => sum + (requests - x) ** 2, 0);
  return along === 0 ? 0 : among / along;
}
