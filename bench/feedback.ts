import { randomUUID } from "node:crypto";
import { Agent, request as open } from "node:http";
import { createServer, type Server, type Socket } from "node:net";
import { ENTRY } from "../lib/feedback/entry";
import { pairPath } from "../lib/pair/pair";
import { query } from "../lib/testing/signed-in";
import { slugOf } from "./import";
import { openSite, percentile, request, type Site } from "./site";

const TECHNOLOGIES = 100;
const WARM_UP = 200;
const SINGLE_POSTS = 500;
const POSTS_A_SECOND = 200;
const READS_A_SECOND = 20;
const SECONDS = 60;
/** A sending interval's length. */
const TICK_MS = 25;

export type FeedbackFigures = {
  single: { p50: number; p95: number };
  /** Posts of the minute in which so many came at once. */
  posts: { accepted: number; stored: number; duplicates: number; p50: number; p95: number };
  /** Milliseconds for a page: by itself, and during that minute. */
  reading: { alone: { p50: number; p99: number }; during: { p50: number; p99: number } };
};

/** Messages posted while the mail server takes connections and says nothing; times in milliseconds. */
export async function benchFeedback(): Promise<FeedbackFigures> {
  const silent = await startSilentServer();
  const site = await openSite(TECHNOLOGIES, {
    SMTP_URL: `smtp://127.0.0.1:${silent.port}`,
    MAIL_FROM: "editors@nicepick.example",
    FEEDBACK_TO: "editors@nicepick.example",
    TRUST_PROXY: "1",
  });
  try {
    const ticket = (await (await fetch(`${site.url}/api/feedback/ticket`)).json()) as { stamp: string };
    const agent = new Agent({ keepAlive: true });
    const send = (number: number) => post(site, agent, ticket.stamp, number);
    await inTurn(WARM_UP, (index) => send(index));
    await readFor(site, agent, 5);
    const single = await inTurn(SINGLE_POSTS, (index) => send(WARM_UP + index));
    const alone = await readFor(site, agent, SECONDS / 2);
    const before = await countStored(site);
    const first = WARM_UP + SINGLE_POSTS;
    const [posts, during] = await Promise.all([
      atRate(POSTS_A_SECOND, SECONDS, (index) => send(first + index)),
      readFor(site, agent, SECONDS),
    ]);
    const after = await countStored(site);
    agent.destroy();
    return {
      single: { p50: percentile(single, 0.5), p95: percentile(single, 0.95) },
      posts: {
        accepted: posts.length,
        stored: after.stored - before.stored,
        duplicates: after.duplicates,
        p50: percentile(posts, 0.5),
        p95: percentile(posts, 0.95),
      },
      reading: { alone: figures(alone), during: figures(during) },
    };
  } finally {
    await site.close();
    await silent.stop();
  }
}

function figures(times: number[]) {
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** One message of a reader's with an address of her own; the time until the answer is there. */
async function post(site: Site, agent: Agent, stamp: string, number: number): Promise<number> {
  const pair = { left: slugOf(0), right: slugOf(1) };
  const body = JSON.stringify({
    ...{ pair: pairPath(pair).slice("/compare/".length), key: randomUUID(), stamp, [ENTRY.trap]: "" },
    ...{ wouldPick: pair.left, builtWith: "A bench", name: "", email: "" },
    message: `Message ${number}: it has been faster for us.`,
  });
  const begun = performance.now();
  const status = await new Promise<number>((resolve, reject) => {
    const sent = open(
      `${site.url}/api/feedback`,
      {
        agent,
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(body),
          "X-Forwarded-For": `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
        },
      },
      (response) => {
        response.resume();
        response.once("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
  if (status !== 201) throw new Error(`message ${number} was answered with ${status}`);
  return performance.now() - begun;
}

async function readFor(site: Site, agent: Agent, seconds: number): Promise<number[]> {
  return atRate(READS_A_SECOND, seconds, async (index) => {
    const left = index % (TECHNOLOGIES - 1);
    const begun = performance.now();
    const path = pairPath({ left: slugOf(left), right: slugOf(left + 1) });
    const { status } = await request(`${site.url}${path}`, { agent });
    if (status !== 200 && status !== 308) throw new Error(`${path} was answered with ${status}`);
    return performance.now() - begun;
  });
}

async function inTurn(count: number, work: (index: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push(await work(index));
  return times;
}

/** Begins so many a second, whether or not those before have ended. */
async function atRate(
  rate: number,
  seconds: number,
  work: (index: number) => Promise<number>,
): Promise<number[]> {
  const all: Promise<number>[] = [];
  const faults: unknown[] = [];
  const begun = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(rate * seconds, Math.floor(((performance.now() - begun) / 1_000) * rate));
      while (all.length < due) all.push(work(all.length).catch((error) => faults.push(error)));
      if (all.length < rate * seconds) return;
      clearInterval(timer);
      resolve();
    }, TICK_MS);
  });
  const times = await Promise.all(all);
  if (faults.length > 0) throw new Error(`${faults.length} failed: ${faults[0]}`);
  return times;
}

async function countStored(site: Site): Promise<{ stored: number; duplicates: number }> {
  const [row] = await query<{ stored: number; duplicates: number }>(
    site.databaseUrl,
    `SELECT count(*)::int AS stored, (count(*) - count(DISTINCT message))::int AS duplicates FROM "Feedback"`,
  );
  return row ?? { stored: 0, duplicates: 0 };
}

async function startSilentServer(): Promise<{ port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { port, stop };
}
