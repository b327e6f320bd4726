import next from "next";
import { pino } from "pino";
import { stopSharedWorker } from "../jobs/shared";
import { buildIfNeeded, ROOT } from "./build";
import { type Instance, listenError, prepareInstance, startMessage } from "./prepare";
import { createFront, type Front } from "./server";

const DRAIN_MS = 15_000;

// Whoever read what is printed may be gone. Said with a print, that would be a fault without end.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
await main();

async function main(): Promise<void> {
  const say = (line: string) => console.log(line);
  let instance: Instance | undefined;
  let stopping = false;
  let front: Front | undefined;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    await drain(front);
    await stopSharedWorker();
    await instance?.stop().catch((error) => console.error(startMessage(error)));
    process.exit(code);
  };
  try {
    instance = await prepareInstance(say);
    process.on("SIGTERM", () => void stop(0));
    process.on("SIGINT", () => void stop(0));
    const { PORT, HOST, LOG_LEVEL, TRUST_PROXY } = instance.env;
    const log = pino({ level: LOG_LEVEL });
    process.on("uncaughtException", (error) => {
      log.fatal({ err: error }, "stopping after a fault");
      void stop(1);
    });
    await buildIfNeeded(say);
    const app = next({ dev: false, dir: ROOT, port: PORT, hostname: HOST ?? "localhost" });
    await app.prepare();
    front = createFront(app.getRequestHandler(), { log, proxies: TRUST_PROXY });
    await listen(front, { PORT, HOST });
    say(`Ready on http://localhost:${PORT}`);
    say(instance.signIn);
  } catch (error) {
    console.error(startMessage(error));
    await stop(1);
  }
}

function listen({ server }: Front, settings: { PORT: number; HOST?: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, settings)));
    server.listen({ port: settings.PORT, host: settings.HOST }, resolve);
  });
}

/** No new connections; those under way are answered, for a while. */
async function drain(front: Front | undefined): Promise<void> {
  if (!front?.server.listening) return;
  front.drain();
  const closed = new Promise((resolve) => front.server.close(resolve));
  front.server.closeIdleConnections();
  const late = setTimeout(() => front.server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(late);
}
