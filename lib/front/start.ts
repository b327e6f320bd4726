import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import next from "next";
import { pino } from "pino";
import type { Env } from "../env";
import { holdSharedWorker, stopSharedWorker } from "../jobs/shared";
import { currentRequest } from "../request-context";
import { type Handler, openBehind } from "./behind";
import { buildIfNeeded, ROOT } from "./build";
import { letGoOfAborted } from "./let-go";
import { type Instance, isReachable, listenError, prepareInstance, startMessage } from "./prepare";
import { type FrontCalls, type FrontSettings, startFront } from "./start-front";

const RETRY_MS = 1_000;

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
  const open: { instance?: Instance; front?: FrontCalls; closeBehind?: () => Promise<void> } = {};
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await open.front?.drain(open.instance?.env.STOP_DELAY ?? 0);
    await open.front?.close();
    await open.closeBehind?.();
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
    const stopAfterFault = (error: unknown) => {
      log.fatal({ err: error }, "stopping after a fault");
      void stop(1);
    };
    process.on("uncaughtException", stopAfterFault);
    await buildIfNeeded(say);
    let handler: Handler = answerTooEarly;
    const behind = await openBehind((request, response) => handler(request, response), {
      dataDir: env.DATA_DIR,
      log,
    });
    open.closeBehind = behind.close;
    const front = startFront(frontSettings(env, behind.socket), behind, (error) => {
      // There is nobody any more who could be asked to stop.
      if (stopping) process.exit(1);
      delete open.front;
      stopAfterFault(error);
    });
    open.front = front;
    const pages = await front.load();
    let listening = false;
    const listen = async () => {
      const code = await front.listen();
      if (code !== null) throw listenError(Object.assign(new Error(code), { code }), env);
      listening = true;
    };
    const app = next({ dev: false, dir: ROOT, port: env.PORT, hostname: env.HOST ?? "localhost" });
    let early: Promise<boolean> | undefined;
    let letWork: (() => void) | undefined;
    const signIn = await openSite(instance, pages, async () => {
      await listen();
      say("The database cannot be reached. Pages that were read before are served until it can.");
      // What takes longest is done when the database comes back.
      letWork = holdSharedWorker();
      early = app.prepare().then(
        () => true,
        (error) => {
          log.error(
            { err: error },
            "Next could not be prepared; it is tried again when the database is back",
          );
          return false;
        },
      );
    });
    letWork?.();
    if (!(await early)) await app.prepare();
    handler = app.getRequestHandler();
    await front.hear(process.env.DATABASE_URL ?? "");
    if (!listening) await listen();
    say(`Ready on http://localhost:${env.PORT}`);
    say(signIn);
  } catch (error) {
    console.error(startMessage(error));
    await stop(1);
  }
}

function frontSettings(env: Env, socket: string): FrontSettings {
  return {
    port: env.PORT,
    host: env.HOST,
    siteUrl: env.SITE_URL,
    dataDir: env.DATA_DIR,
    mostBytes: env.PAGE_CACHE_MB * 1024 * 1024,
    proxies: env.TRUST_PROXY,
    logged: env.ACCESS_LOG,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    replicaUrl: env.DATABASE_READ_URL,
    socket,
  };
}

/**
 * Opens what the site stands on. A given database that cannot be reached is waited for where there are pages to serve
 * meanwhile; `serveOld` begins with that.
 */
async function openSite(instance: Instance, pages: number, serveOld: () => Promise<void>): Promise<string> {
  const url = instance.env.DATABASE_URL;
  for (let tries = 0; ; tries += 1) {
    try {
      return await instance.openSite();
    } catch (error) {
      if (url === undefined || (await isReachable(url)) || pages === 0) throw error;
      if (tries === 0) await serveOld();
      await delay(RETRY_MS);
    }
  }
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
