import { Agent } from "node:http";
import { Client } from "pg";
import { EVERYTHING, EXPIRY_CHANNEL } from "../lib/cache";
import { slugOf } from "./import";
import { openSite, percentile, request, type Site } from "./site";

export type SearchFigures = { technologies: number; figures: { name: string; p50: number; p95: number }[] };

const ROUNDS = 40;

/**
 * Queries of every sort over the catalogue that writeBenchCatalogue makes ("Cache 12345", known as "cluster12345"):
 * names, beginnings, other names, slips, several words, questions about two, words of a lead, and what finds nothing.
 */
const SORTS: Record<string, (step: number, name: (index: number) => string) => string> = {
  name: (step, name) => name(step * 7_919),
  beginning: (step, name) => name(step * 104_729).slice(0, 3 + (step % 5)),
  "word with a beginning": (step, name) => name(step * 31_337).slice(0, -1),
  "other name": (step) => `cache${(step * 997) % 100_000}`,
  slip: (step, name) => swapped(name(step * 65_537)),
  "slip in one word": (step) => ["storge", "memroy", "clutser", "migrtion", "snapsot"][step % 5] ?? "",
  "two words": (step) => ["queue 77", "cache stream", "lock 4", "driver client", "event 123"][step % 5] ?? "",
  "question about two": (step, name) => `${name(step * 7_919)} vs ${name(step * 104_729 + 1)}`,
  "question about two, one unknown": (step, name) => `${name(step * 7_919)} or quuxbase`,
  "words of a lead": (step) =>
    ["when the network is slow", "query cache index", "use it when", "schema token", "event lock driver"][
      step % 5
    ] ?? "",
  "nothing there is": (step) =>
    ["xqzvwkj", "zzgrblx qwv", "🧊🧊", "kubernetes", "qpwoeiruty"][step % 5] ?? "",
};

/** Milliseconds that the server takes to make the page of a search, and suggestions, one request at a time. */
export async function benchSearch(technologies: number): Promise<SearchFigures> {
  const site = await openSite(technologies);
  try {
    const names = await readNames(site);
    const nameOf = (index: number) => names[index % names.length] ?? "";
    const figures: SearchFigures["figures"] = [];
    for (const path of ["/search", "/api/search"]) {
      const all: number[] = [];
      // Once over everything, so that each statement is prepared.
      for (const sort of Object.values(SORTS)) await ask(site, path, [sort(1, nameOf), sort(2, nameOf)]);
      for (const [sort, query] of Object.entries(SORTS)) {
        const times = await ask(
          site,
          path,
          Array.from({ length: ROUNDS }, (_, step) => query(step, nameOf)),
        );
        all.push(...times);
        figures.push({ name: `${path}, ${sort}`, p50: percentile(times, 0.5), p95: percentile(times, 0.95) });
      }
      figures.push({ name: `${path}, all`, p50: percentile(all, 0.5), p95: percentile(all, 0.95) });
    }
    return { technologies, figures };
  } finally {
    await site.close();
  }
}

async function ask(site: Site, path: string, queries: string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const client = new Client({ connectionString: site.databaseUrl });
  await client.connect();
  const times: number[] = [];
  for (let step = 0; step < queries.length; ) {
    const q = queries[step] ?? "";
    // What is measured is how an answer is made: one that is kept costs nothing.
    await client.query("SELECT pg_notify($1, $2)", [EXPIRY_CHANNEL, EVERYTHING]);
    const begun = performance.now();
    const { status, isKept } = await request(`${site.url}${path}?${new URLSearchParams({ q })}`, { agent });
    // The server had not heard of it yet.
    if (isKept) continue;
    step += 1;
    times.push(performance.now() - begun);
    if (status !== 200 && status !== 303) throw new Error(`${path} with ${q} was answered with ${status}`);
  }
  await client.end();
  agent.destroy();
  return times;
}

/** The names of a few hundred technologies, from all over the catalogue. */
async function readNames(site: Site): Promise<string[]> {
  const names: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    const slug = slugOf((step * 15_485_863) % site.technologies);
    const list = await fetch(`${site.url}/api/suggest?q=${slug}`);
    const [first] = (await list.json()) as { label: string }[];
    if (first) names.push(first.label);
  }
  return names;
}

/** With two neighbouring letters in the wrong order. */
function swapped(name: string): string {
  return name.replace(/^(..)(.)(.)/, "$1$3$2");
}
