import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { fileURLToPath } from "node:url";
import { request } from "./site";

// A reader in a process of its own: what the bench sends meanwhile does not keep it from looking at the clock.

const SELF = fileURLToPath(import.meta.url);
const READY = "ready\n";

/** Milliseconds that each page took; why others did not come, as often as it happened. */
export type Reading = { times: number[]; failures: string[] };

export type Reader = { stop(): Promise<Reading> };

/** Begins to read pages in turn, so many a second, until it is stopped. */
export async function startReader(urls: string[], perSecond: number): Promise<Reader> {
  const args = ["--conditions=react-server", "--import", "tsx", SELF, String(perSecond), ...urls];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "close");
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  await Promise.race([once(child.stdout, "data"), ended]);
  const stop = async () => {
    child.stdin.end();
    const [code] = await ended;
    if (code !== 0) throw new Error(`the reader ended with ${code}`);
    return JSON.parse(printed.slice(READY.length)) as Reading;
  };
  return { stop };
}

if (process.argv[1] === SELF) await readUntilStopped();

async function readUntilStopped(): Promise<void> {
  const [perSecond = "1", ...urls] = process.argv.slice(2);
  const agent = new Agent({ keepAlive: true });
  const reading: Reading = { times: [], failures: [] };
  const underWay = new Set<Promise<void>>();
  let turn = 0;
  const read = async () => {
    const url = urls[turn++ % urls.length] ?? "";
    const begun = performance.now();
    try {
      const { status } = await request(url, { agent, headers: { "Accept-Encoding": "gzip" } });
      if (status !== 200) reading.failures.push(String(status));
      else reading.times.push(performance.now() - begun);
    } catch (error) {
      reading.failures.push(error instanceof Error ? error.message : String(error));
    }
  };
  const timer = setInterval(() => {
    const one = read().finally(() => underWay.delete(one));
    underWay.add(one);
  }, 1_000 / Number(perSecond));
  process.stdout.write(READY);
  await once(process.stdin.resume(), "end");
  clearInterval(timer);
  await Promise.all(underWay);
  agent.destroy();
  process.stdout.write(JSON.stringify(reading));
}
