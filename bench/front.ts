import { randomBytes } from "node:crypto";
import { get, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";
import { makeDataDir, runServer, untilReady } from "../lib/testing/server";
import { embeddedUrl } from "../lib/testing/signed-in";
import { benchCold, type Cold } from "./cold";
import { benchFreshness, type Freshness } from "./freshness";
import { type Load, runLoad } from "./load";
import { type Bodies, type Rival, rivalOf, startNginx, startPlainNext } from "./rivals";
import { percentile } from "./site";
import { checkPipelining, checkSlowReader } from "./wire";

/** A comparison that an editor wrote. */
const PATH = "/compare/postgresql-vs-mysql";
const WARM_UP_SECONDS = 3;

/** What is asked for, how, and for how long. The first one is what the others are compared with. */
const LOADS = {
  "gzip, 32 connections": { encoding: "gzip", known: false, connections: 32, rounds: 5, seconds: 5 },
  "gzip, one connection": { encoding: "gzip", known: false, connections: 1, rounds: 3, seconds: 3 },
  "not modified (304), 32 connections": {
    encoding: "gzip",
    known: true,
    connections: 32,
    rounds: 3,
    seconds: 3,
  },
  "brotli, 32 connections": { encoding: "br", known: false, connections: 32, rounds: 3, seconds: 3 },
  "not compressed, 32 connections": {
    encoding: "identity",
    known: false,
    connections: 32,
    rounds: 3,
    seconds: 3,
  },
} as const;

type LoadName = keyof typeof LOADS;

/** Medians of the rounds. `residentMiB`: at the end of the last one. */
export type RivalFigures = { name: string; load: Load; residentMiB: number };

export type FrontFigures = {
  /** The saved page's bytes. */
  sizes: Record<keyof Bodies, number>;
  /** Ours, plain Next, nginx. */
  loads: { name: LoadName; rivals: RivalFigures[] }[];
  fresh: Freshness;
  cold: Cold;
};

/**
 * One page through `npm start`, through plain `next start` of the same build on the same database, and from nginx as a
 * file. They take turns, so that a machine that slows down slows all of them. Throws where an answer is not right.
 */
export async function benchFront(): Promise<FrontFigures> {
  const directory = await makeDataDir();
  const secret = randomBytes(32).toString("base64url");
  // What it logs by default is part of its work.
  const server = await untilReady(
    await runServer({ DATA_DIR: directory.path, NEXTAUTH_SECRET: secret, LOG_LEVEL: "info" }),
  );
  const ours = rivalOf(server.child, { name: "npm start", url: `${server.url}${PATH}`, children: false });
  const databaseUrl = await embeddedUrl(directory.path);
  const rivals = [ours];
  try {
    await checkPipelining(server.url, [PATH, "/", "/technologies/postgresql"]);
    await checkSlowReader(server.url, PATH);
    const bodies = await readBodies(ours.url);
    const plain = await startPlainNext(PATH, { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret });
    rivals.push(plain);
    rivals.push(await startNginx(bodies));
    // First of all: under the loads, plain Next makes thousands of pages, and ours one.
    const cold = await benchCold(databaseUrl, { ours: server.url, plain: new URL(plain.url).origin });
    const loads: FrontFigures["loads"] = [];
    for (const name of Object.keys(LOADS) as LoadName[])
      loads.push({ name, rivals: await compare(rivals, name) });
    const fresh = await benchFreshness({ databaseUrl, secret, url: server.url, path: PATH });
    const sizes = { identity: bodies.identity.length, gzip: bodies.gzip.length, br: bodies.br.length };
    return { sizes, loads, fresh, cold };
  } finally {
    for (const rival of rivals.toReversed()) await rival.stop();
    await directory.remove();
  }
}

async function compare(rivals: Rival[], name: LoadName): Promise<RivalFigures[]> {
  const { encoding, known, connections, rounds, seconds } = LOADS[name];
  const asked = await Promise.all(
    rivals.map(async (rival) => {
      const url = encoding === "br" ? rival.brotliUrl : rival.url;
      const headers: Record<string, string> = { "Accept-Encoding": encoding };
      const { etag } = (await readAnswer(url, headers)).headers;
      if (known && etag) headers["If-None-Match"] = etag;
      return { url, headers };
    }),
  );
  for (const each of asked) await runLoad(each, { connections, seconds: WARM_UP_SECONDS });
  const found = rivals.map((): Load[] => []);
  const memory: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, each] of asked.entries()) {
      found[index]?.push(await runLoad(each, { connections, seconds }));
      memory[index] = rivals[index]?.residentMiB() ?? 0;
    }
  }
  return rivals.map((rival, index) => ({
    name: rival.name,
    load: medianOf(found[index] ?? []),
    residentMiB: memory[index] ?? 0,
  }));
}

function medianOf(loads: Load[]): Load {
  const median = (name: keyof Load) =>
    percentile(
      loads.map((load) => load[name]),
      0.5,
    );
  return { perSecond: median("perSecond"), p50: median("p50"), p99: median("p99") };
}

async function readBodies(url: string): Promise<Bodies> {
  const [identity, gzip, br] = await Promise.all(
    ["identity", "gzip", "br"].map(async (encoding) => {
      const { status, headers, body } = await readAnswer(url, { "Accept-Encoding": encoding });
      const sent = headers["content-encoding"] ?? "identity";
      if (status !== 200 || sent !== encoding) throw new Error(`${url}: ${status}, ${sent} for ${encoding}`);
      return body;
    }),
  );
  if (!identity || !gzip || !br) throw new Error(`${url} does not come in every encoding`);
  return { identity, gzip, br };
}

async function readAnswer(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers }, async (response) => {
      const body = await buffer(response);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    }).once("error", reject);
  });
}
