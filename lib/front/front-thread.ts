import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay, setImmediate as immediate } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import { pino } from "pino";
import type { Behind } from "./behind";
import { ROOT } from "./build";
import { PagesOnDisk } from "./cache/disk";
import { type Listener, listenForExpiries } from "./cache/listen";
import { ReaderPages } from "./cache/reader-pages";
import { answerCalls, callsTo } from "./calls";
import { Metrics } from "./metrics";
import { WatchedReplica } from "./replica";
import { createFront } from "./server";
import type { FrontCalls, FrontSettings } from "./start-front";

// The front has a thread of its own: what it keeps is sent while Next is busy making something, and it is free of what
// Next turns on for the thread that it runs in.

const DRAIN_MS = 15_000;
/** A turn of the event loop with hardly anything to do in it, and how many are waited for until there is one. */
const SHORT_TURN_MS = 0.3;
const MOST_TURNS = 1_000;
const HEARING_MS = 5_000;

if (!parentPort) throw new Error("This is started by lib/front/start-front.ts");
answerCalls(parentPort, makeFront(workerData, callsTo(parentPort)));

async function makeFront(settings: FrontSettings, behind: Pick<Behind, "ask">): Promise<FrontCalls> {
  const log = pino({ level: settings.logLevel });
  const half = settings.mostBytes / 2;
  const build = await readFile(join(ROOT, ".next", "BUILD_ID"), "utf8");
  const disk = await PagesOnDisk.open(join(settings.dataDir, "pages"), `${build} ${settings.siteUrl}`, {
    mostBytes: half,
    onProblem: (error) => log.warn({ err: error }, "a page could not be written"),
  });
  let listener: Listener | undefined;
  const hears = () => listener?.hears ?? false;
  const replica = settings.replicaUrl ? new WatchedReplica(settings.replicaUrl, { hears, log }) : null;
  const readers = new ReaderPages({
    next: replica?.watching(behind) ?? behind,
    host: new URL(settings.siteUrl).host,
    mostBytes: half,
    hears,
    replica,
    onKept: (key, page) => disk.keep(key, page),
    onGone: (key) => disk.remove(key),
    onFault: ({ url, fault }) => log.error({ path: url.split("?", 1)[0], fault }, "a page could not be made"),
  });
  const metrics = new Metrics(settings.metricsToken, {
    pages: () => readers.kept.size.pages,
    bytes: () => readers.kept.size.bytes,
    hears,
    replica,
  });
  const front = createFront({
    socket: settings.socket,
    readers,
    metrics,
    log,
    proxies: settings.proxies,
    https: settings.siteUrl.startsWith("https:"),
    logged: settings.logged,
  });
  const { server } = front;
  return {
    load: async () => {
      for (const { key, page } of await disk.load()) readers.restore(key, page);
      return readers.kept.size.pages;
    },
    listen: () =>
      new Promise((resolve) => {
        server.once("error", ({ code = "" }: NodeJS.ErrnoException) => resolve(code));
        server.listen({ port: settings.port, host: settings.host }, () => resolve(null));
      }),
    hear: async (databaseUrl) => {
      listener = listenForExpiries(databaseUrl, {
        expired: (tag) => readers.expire(tag),
        gone: (tag) => readers.remove(tag),
        everything: () => readers.expireEverything(),
        after: (primary) => replica?.follow(primary),
      });
      // What is read before that is made for each reader.
      await Promise.race([listener.begun, delay(HEARING_MS, null, { ref: false })]);
    },
    drain: async (seconds) => {
      if (!server.listening) return;
      front.drain();
      await delay(seconds * 1_000);
      await untilAllTaken();
      const closed = new Promise((resolve) => server.close(resolve));
      front.closeIdleConnections();
      const late = setTimeout(() => front.closeAllConnections(), DRAIN_MS);
      await closed;
      clearTimeout(late);
    },
    close: async () => {
      await listener?.stop();
      await replica?.stop();
      await disk.flush();
    },
  };
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
