import { type ChildProcess, spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import packageFile from "../../package.json" with { type: "json" };
import { findFreePort } from "./free-port";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** What `npm start` runs, without npm; or Next alone (plain.ts), for the browser tests against that. */
export const START_COMMAND =
  process.env.E2E_SERVER === "plain"
    ? "exec node --import tsx lib/testing/plain.ts"
    : packageFile.scripts.start;

export type TestServer = {
  child: ChildProcess;
  url: string;
  /** All that it printed so far. */
  output(): string;
  /** The exit code, once it has ended. */
  ended: Promise<number | null>;
};

/** A start may have a build before it. */
const START_MS = 180_000;

/** A folder in which PostgreSQL's own user can work, where the tests run as root. */
export async function makeDataDir(): Promise<{ path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), "nicepick-front-"));
  await chmod(folder, 0o755);
  return { path: join(folder, "data"), remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs what `npm start` runs, with settings of its own; does not wait for it. */
export async function runServer(settings: Record<string, string>): Promise<TestServer> {
  const port = settings.PORT ?? String(await findFreePort());
  // The shell is replaced by what it starts: the child is the server.
  const child = spawn("/bin/sh", ["-c", START_COMMAND], {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: "",
      DATABASE_READ_URL: "",
      SITE_URL: "",
      FEEDBACK_TO: "",
      NEXTAUTH_SECRET: "",
      OWNER_EMAIL: "",
      OWNER_PASSWORD: "",
      SMTP_URL: "",
      LOG_LEVEL: "error",
      ...settings,
      PORT: port,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout?.on("data", (chunk) => (printed += chunk));
  child.stderr?.on("data", (chunk) => (printed += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, url: `http://localhost:${port}`, output: () => printed, ended };
}

/** Waits until it serves; throws with what it printed when it ends instead. */
export async function untilReady(server: TestServer): Promise<TestServer> {
  const ended = server.ended.then((code) => ({ code }));
  await until(async () => {
    const over = await Promise.race([ended, null]);
    if (over) throw new Error(`ended with ${over.code}:\n${server.output()}`);
    return server.output().includes("Ready on");
  }, START_MS);
  return server;
}

/** Asks again and again until the answer is yes; throws after a minute. */
export async function until(condition: () => Promise<boolean>, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error("it did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function stopServer({ child, ended }: TestServer): Promise<number | null> {
  child.kill("SIGTERM");
  return ended;
}

export async function statusOf(url: string): Promise<number | null> {
  try {
    const response = await fetch(url, { redirect: "manual" });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
