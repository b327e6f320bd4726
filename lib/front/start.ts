import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as delay, setImmediate as immediate } from "node:timers/promises";
import next from "next";
import { type Logger, pino } from "pino";
import { stopSharedWorker } from "../jobs/shared";
import { currentRequest } from "../request-context";
import { buildIfNeeded, ROOT } from "./build";
import { PagesOnDisk } from "./cache/disk";
import { type Listener, listenForExpiries } from "./cache/listen";
import type { Handler } from "./cache/make";
import { ReaderPages } from "./cache/reader-pages";
import { letGoOfAborted } from "./let-go";
import { type Gauges, Metrics } from "./metrics";
import { type Instance, isReachable, listenError, prepareInstance, startMessage } from "./prepare";
import { createFront, type Front } from "./server";

const DRAIN_MS = 15_000;
const RETRY_MS = 1_000;
/** A turn of the event loop with hardly anything to do in it, and how many are waited for until there is one. */
const SHORT_TURN_MS = 0.3;
const MOST_TURNS = 1_000;
const HEARING_MS = 5_000;

// Whoever read what is printed may be gone. Said with a print, that would be a fault without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
letGoOfAborted();
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
// What reads TypeScript turns them on: Node then keeps the map of every part of the build in memory, some 100 MB of it.
process.setSourceMapsEnabled(false);
await main();

async function main(): Promise<void> {
  const say = (line: string) => console.log(line);
  let stopping = false;
  const open: { instance?: Instance; front?: Front; site?: Site } = {};
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await drain(open.front, open.instance?.env.STOP_DELAY ?? 0);
    await open.site?.stop();
    await stopSharedWorker();
    await open.instance?.stop().catch((error) => console.error(startMessage(error)));
    process.exit(code);
  };
  try {
    const instance = await prepareInstance(say);
    open.instance = instance;
    process.on("SIGTERM", () => void stop(0));
    process.on("SIGINT", () => void stop(0));
    const { env } = instance;
    const log = pino({ level: env.LOG_LEVEL });
    process.on("uncaughtException", (error) => {
      log.fatal({ err: error }, "stopping after a fault");
      void stop(1);
    });
    await buildIfNeeded(say);
    const site = await makeSite(instance, log);
    open.site = site;
    const metrics = new Metrics(env.METRICS_TOKEN, site.gauges);
    open.front = createFront({
      next: site.next,
      readers: site.readers,
      metrics,
      log,
      proxies: env.TRUST_PROXY,
      https: env.SITE_URL.startsWith("https:"),
      logged: env.ACCESS_LOG,
    });
    const { front } = open;
    const signIn = await openSite(instance, site, async () => {
      await listen(front, env);
      say("The database cannot be reached. Pages that were read before are served until it can.");
    });
    await site.open();
    if (!front.server.listening) await listen(front, env);
    say(`Ready on http://localhost:${env.PORT}`);
    say(signIn);
  } catch (error) {
    console.error(startMessage(error));
    await stop(1);
  }
}

/**
 * Opens what the site stands on. A given database that cannot be reached is waited for where there are pages to serve
 * meanwhile; `serveOld` begins with that.
 */
async function openSite(instance: Instance, site: Site, serveOld: () => Promise<void>): Promise<string> {
  const url = instance.env.DATABASE_URL;
  for (let tries = 0; ; tries += 1) {
    try {
      return await instance.openSite();
    } catch (error) {
      if (url === undefined || (await isReachable(url)) || site.readers.kept.size.pages === 0) throw error;
      if (tries === 0) await serveOld();
      await delay(RETRY_MS);
    }
  }
}

type Site = {
  readers: ReaderPages;
  next: Handler;
  gauges: Gauges;
  /** Once the database is there. */
  open(): Promise<void>;
  stop(): Promise<void>;
};

/** Readers' pages, with those that are on file, and Next behind them as soon as it may be asked. */
async function makeSite({ env }: Instance, log: Logger): Promise<Site> {
  const half = (env.PAGE_CACHE_MB * 1024 * 1024) / 2;
  const build = await readFile(join(ROOT, ".next", "BUILD_ID"), "utf8");
  const disk = await PagesOnDisk.open(join(env.DATA_DIR, "pages"), `${build} ${env.SITE_URL}`, {
    mostBytes: half,
    onProblem: (error) => log.warn({ err: error }, "a page could not be written"),
  });
  let handler: Handler = answerTooEarly;
  let listener: Listener | undefined;
  const handle: Handler = (request, response) => handler(request, response);
  const readers = new ReaderPages({
    next: handle,
    host: new URL(env.SITE_URL).host,
    mostBytes: half,
    hears: () => listener?.hears ?? false,
    onKept: (key, page) => disk.keep(key, page),
    onGone: (key) => disk.remove(key),
    onFault: ({ url, fault }) => log.error({ path: url.split("?", 1)[0], fault }, "a page could not be made"),
  });
  for (const { key, page } of await disk.load()) readers.restore(key, page);
  return {
    readers,
    next: handle,
    gauges: {
      pages: () => readers.kept.size.pages,
      bytes: () => readers.kept.size.bytes,
      hears: () => listener?.hears ?? false,
    },
    open: async () => {
      const app = next({ dev: false, dir: ROOT, port: env.PORT, hostname: env.HOST ?? "localhost" });
      await app.prepare();
      handler = app.getRequestHandler();
      listener = listenForExpiries(process.env.DATABASE_URL ?? "", {
        expired: (tag) => readers.expire(tag),
        gone: (tag) => readers.remove(tag),
        everything: () => readers.expireEverything(),
      });
      // What is read before that is made for each reader.
      await Promise.race([listener.begun, delay(HEARING_MS, null, { ref: false })]);
    },
    stop: async () => {
      await listener?.stop();
      await disk.flush();
    },
  };
}

/** In place of Next, until there is a database that it may ask. */
async function answerTooEarly(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.url === "/api/health") {
    response.setHeader("Content-Type", "application/json");
    return void response.end(JSON.stringify({ status: "ok" }));
  }
  const context = currentRequest();
  if (context) context.databaseLost = true;
  response.statusCode = 500;
  response.end();
}

function listen({ server }: Front, settings: { PORT: number; HOST?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, settings)));
    server.listen({ port: settings.PORT, host: settings.HOST }, resolve);
  });
}

/** Not ready any more, for so many seconds; then no new connections, and those under way are answered, for a while. */
async function drain(front: Front | undefined, seconds: number): Promise<void> {
  if (!front?.server.listening) return;
  front.drain();
  await delay(seconds * 1_000);
  await untilAllTaken();
  const closed = new Promise((resolve) => front.server.close(resolve));
  front.closeIdleConnections();
  const late = setTimeout(() => front.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(late);
}

/**
 * A connection that the system has made, and this process not taken yet, is cut when it stops listening. So it does that
 * right after having taken all there were, at a moment when there was hardly anything else to do.
 */
async function untilAllTaken(): Promise<void> {
  for (let turns = 0; turns < MOST_TURNS; turns += 1) {
    const begun = performance.now();
    // Goes on behind the part of a turn in which connections are taken and requests come in.
    await immediate();
    if (performance.now() - begun < SHORT_TURN_MS) return;
  }
}
