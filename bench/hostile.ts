import { createHash } from "node:crypto";
import { Agent } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { listDynamicPairs } from "../lib/testing/dynamic-pairs";
import { findFault, sendHostile } from "../lib/testing/hostile/send";
import type { HostileShape } from "../lib/testing/hostile/shape";
import { HOSTILE_SHAPES } from "../lib/testing/hostile/shapes";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";
import { embeddedUrl } from "../lib/testing/signed-in";
import { startReader } from "./reader";
import { percentile, request } from "./site";

/** Hostile and harmless requests take turns, in so many rounds. */
const ROUNDS = 10;
const PER_SECOND = 400;
/** A round of harmless requests is so much of a hostile one. */
const HARMLESS_SHARE = 0.5;
const TICK_MS = 20;
/** Above so many under way, slow ones apart, the next ones wait. */
const MOST_AT_ONCE = 256;
const READS_A_SECOND = 40;
/** Longer than the server lets headers take. */
const PATIENCE_MS = 13_000;
const RARE_EVERY = 20;
const PAGES = 20;

/** What readers' browsers ask for beside the pages. */
const BESIDE = [
  "/search?q=postgres&asked=1",
  "/api/suggest?q=my",
  "/api/feedback/ticket",
  "/robots.txt",
  "/technologies",
];

type Kind = "hostile" | "harmless";

export type HostileFigures = {
  requests: number;
  shapes: number;
  perSecond: Record<Kind, number>;
  /** Answers by what was attacked, and by status; "hung up" where there was none. */
  outcomes: Record<string, Record<string, number>>;
  /** What must not be, and how often it was. Empty where all is well. */
  faults: Record<string, number>;
  /** Of a reader of kept pages, in milliseconds. */
  reading: Record<Kind, { p50: number; p99: number }>;
};

/**
 * Sends so many hostile requests of all shapes, and between them harmless ones at the same rate, while somebody reads.
 * Throws where the server has ended, or a page is not the same afterwards to the byte.
 */
export async function benchHostile(requests: number): Promise<HostileFigures> {
  const directory = await makeDataDir();
  const server = await untilReady(await runServer({ DATA_DIR: directory.path }));
  try {
    const paths = await listDynamicPairs(await embeddedUrl(directory.path), PAGES);
    // The first reader of a page has it made, and the second one has it kept for longer.
    for (let round = 0; round < 2; round += 1) await readAll(server.url, paths);
    const before = await readAll(server.url, paths);
    const figures = await attack({ url: server.url, paths }, requests);
    if (server.child.exitCode !== null || server.child.signalCode !== null)
      throw new Error("the server has ended");
    const after = await readAll(server.url, paths);
    const changed = paths.filter((_, index) => before[index] !== after[index]);
    if (changed.length > 0) throw new Error(`not the same afterwards: ${changed.join(", ")}`);
    return figures;
  } finally {
    await stopServer(server);
    await directory.remove();
  }
}

type Site = { url: string; paths: string[] };

async function attack(site: Site, requests: number): Promise<HostileFigures> {
  const times: Record<Kind, number[]> = { hostile: [], harmless: [] };
  const rates: Record<Kind, number[]> = { hostile: [], harmless: [] };
  const attacker = new Attacker(site);
  const send: Record<Kind, (index: number) => Promise<void>> = {
    hostile: () => attacker.send(),
    harmless: (index) => askHarmlessly(site, index),
  };
  const pages = site.paths.map((path) => site.url + path);
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = Math.floor(((round + 1) * requests) / ROUNDS) - Math.floor((round * requests) / ROUNDS);
    for (const kind of ["harmless", "hostile"] as const) {
      const reader = await startReader(pages, READS_A_SECOND);
      rates[kind].push(
        await sendAtRate(kind === "hostile" ? share : Math.ceil(share * HARMLESS_SHARE), send[kind]),
      );
      const reading = await reader.stop();
      times[kind].push(...reading.times);
      for (const failure of reading.failures) attacker.blame(`a page, read among ${kind} requests`, failure);
      await attacker.settled();
    }
  }
  const rate = (kind: Kind) => percentile(rates[kind], 0.5);
  const reading = (kind: Kind) => ({ p50: percentile(times[kind], 0.5), p99: percentile(times[kind], 0.99) });
  return {
    requests,
    shapes: HOSTILE_SHAPES.length,
    perSecond: { hostile: rate("hostile"), harmless: rate("harmless") },
    outcomes: attacker.outcomes,
    faults: attacker.faults,
    reading: { hostile: reading("hostile"), harmless: reading("harmless") },
  };
}

/** Sends shape after shape, each at another page, and counts what comes of them. */
class Attacker {
  readonly outcomes: HostileFigures["outcomes"] = {};
  readonly faults: HostileFigures["faults"] = {};
  private readonly shapes = shapesInTurn();
  private readonly slow = new Set<Promise<void>>();
  private sent = 0;

  constructor(private readonly site: Site) {}

  /** The promise is over when another one may be sent in its place: nobody waits for slow ones. */
  async send(): Promise<void> {
    const shape = this.shapes.next().value;
    const judged = this.judge(shape);
    if (shape.sort !== "slow") return judged;
    this.slow.add(judged);
    void judged.then(() => this.slow.delete(judged));
  }

  /** Once the slow ones are over as well. */
  async settled(): Promise<void> {
    await Promise.all(this.slow);
  }

  private async judge(shape: HostileShape): Promise<void> {
    const { host, port } = new URL(this.site.url);
    const page = this.site.paths[this.sent++ % this.site.paths.length] ?? "/";
    try {
      const outcome = await sendHostile(shape, { host, port: Number(port), page }, PATIENCE_MS);
      const statuses = outcome.answers.map(({ status }) => String(status));
      for (const status of statuses.length > 0 ? statuses : ["hung up"]) this.count(shape.sort, status);
      const fault = findFault(shape, outcome);
      if (fault) this.blame(shape.name, fault);
    } catch (error) {
      this.blame(shape.name, String(error));
    }
  }

  private count(sort: string, status: string): void {
    this.outcomes[sort] ??= {};
    this.outcomes[sort][status] = (this.outcomes[sort][status] ?? 0) + 1;
  }

  blame(name: string, what: string): void {
    const fault = `${name}: ${what}`;
    this.faults[fault] = (this.faults[fault] ?? 0) + 1;
  }
}

/** All shapes, again and again; a costly one once in so many times. */
function* shapesInTurn(): Generator<HostileShape, never> {
  for (let turn = 0; ; turn += 1) {
    for (const [index, shape] of HOSTILE_SHAPES.entries()) {
      if (!shape.rare || index % RARE_EVERY === turn % RARE_EVERY) yield shape;
    }
  }
}

/** As often as hostile ones on a connection of its own: four pages of five, and what goes with them. */
async function askHarmlessly({ url, paths }: Site, index: number): Promise<void> {
  const list = index % 5 === 0 ? BESIDE : paths;
  const path = list[Math.floor(index / 5) % list.length] ?? "/";
  const agent = new Agent();
  const { status } = await request(url + path, { agent, headers: { "Accept-Encoding": "gzip" } });
  agent.destroy();
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
}

/** Begins PER_SECOND a second, unless too many are under way; returns how many a second it came to. */
async function sendAtRate(count: number, send: (index: number) => Promise<void>): Promise<number> {
  const underWay = new Set<Promise<void>>();
  const begun = performance.now();
  for (let sent = 0; sent < count; ) {
    const due = Math.min(count, Math.ceil(((performance.now() - begun) / 1_000) * PER_SECOND));
    while (sent < due && underWay.size < MOST_AT_ONCE) {
      const one = send(sent++).finally(() => underWay.delete(one));
      underWay.add(one);
    }
    await delay(TICK_MS);
  }
  const seconds = (performance.now() - begun) / 1_000;
  await Promise.all(underWay);
  return count / seconds;
}

/** What pages are to readers, in a few letters each. */
function readAll(url: string, paths: string[]): Promise<string[]> {
  return Promise.all(
    paths.map(async (path) => {
      const response = await fetch(url + path, { headers: { "Accept-Encoding": "identity" } });
      if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
      const hash = createHash("sha256").update(new Uint8Array(await response.arrayBuffer()));
      return `${response.headers.get("etag")} ${hash.digest("base64url")}`;
    }),
  );
}
