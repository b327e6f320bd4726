import { chown, open, readFile, stat, truncate } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { runCommand } from "./command";
import { findConnectionFault } from "./connection";
import { diskFull, EmbeddedPostgresError } from "./errors";
import { findPostmaster, removeStalePidFile } from "./postmaster";
import type { Cluster } from "./types";

export type StartOptions = {
  ephemeral: boolean;
  /** Tried first: others who hold the address of a server that crashed then find the new one there. */
  formerPort: number | undefined;
};

const READY_TIMEOUT_MS = 60_000;
const POLL_MS = 50;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const LOG_LINES_SHOWN = 6;

/**
 * What passes by itself: another program took the port, a server whose starter was killed got there first, or the
 * last processes of a killed server still hold its memory.
 */
const PASSING_FAILURE =
  /Address already in use|lock file "postmaster.pid" already exists|pre-existing shared memory block/;

/**
 * Starts the server, or adopts the one already there, and answers with its port once it accepts the password.
 * One that is starting up, recovering or shutting down is waited for. Only under the mutex.
 */
export async function ensureRunning(cluster: Cluster, options: StartOptions): Promise<number> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let port = options.formerPort;
  let fault: string | null = "it did not become ready";
  while (Date.now() < deadline) {
    const postmaster = await findPostmaster(cluster.data);
    if (postmaster?.ready) {
      fault = await findConnectionFault(postmaster.port, cluster.settings.password);
      if (fault === null) return postmaster.port;
    } else if (!postmaster) {
      await removeStalePidFile(cluster.data);
      fault = await start(cluster, port ?? (await findFreePort()), options.ephemeral);
      port = undefined;
      if (fault === null) continue;
    }
    await delay(POLL_MS);
  }
  throw new EmbeddedPostgresError(
    `PostgreSQL in ${cluster.data} was not ready after ${READY_TIMEOUT_MS / 1000} seconds: ${fault}`,
  );
}

/** Stops the server if it runs: within 30 seconds with a checkpoint, otherwise at once. */
export async function stopServer(cluster: Cluster): Promise<void> {
  let output = "";
  for (const [mode, seconds] of [
    ["fast", "30"],
    ["immediate", "15"],
  ] as const) {
    // Asked each time: pg_ctl signals whatever process the pid file names.
    if (!(await findPostmaster(cluster.data))) return;
    const args = ["stop", "-D", cluster.data, "-m", mode, "-w", "-t", seconds];
    output = (await runCommand(cluster.binaries.pgCtl, args, cluster.account)).output;
  }
  const postmaster = await findPostmaster(cluster.data);
  if (postmaster)
    throw new EmbeddedPostgresError(`PostgreSQL (pid ${postmaster.pid}) does not stop: ${output}`);
}

/** Null when the server was started, a reason when trying again may help; throws when it will not. */
async function start(cluster: Cluster, port: number, ephemeral: boolean): Promise<string | null> {
  const { data, log, binaries, account } = cluster;
  const offset = await prepareLog(cluster);
  const options = serverOptions(port, ephemeral)
    .map((option) => `-c ${option}`)
    .join(" ");
  const seconds = String(READY_TIMEOUT_MS / 1000);
  const args = ["start", "-D", data, "-l", log, "-w", "-t", seconds, "-s", "-o", options];
  const { code, output } = await runCommand(binaries.pgCtl, args, account);
  if (code === 0) return null;
  const written = (await readFile(log)).subarray(offset).toString("utf8");
  if (written.includes("No space left on device")) throw diskFull(data);
  const tail = lastLines(written) || output;
  if (PASSING_FAILURE.test(written) || (await findPostmaster(data))) return tail;
  throw new EmbeddedPostgresError(`PostgreSQL did not start. The end of ${log}:\n${tail}`);
}

function serverOptions(port: number, ephemeral: boolean): string[] {
  const options = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=100",
    "shared_buffers=128MB",
  ];
  return ephemeral ? [...options, "fsync=off", "synchronous_commit=off", "full_page_writes=off"] : options;
}

/** Makes the log writable for the server's account and answers with its size: what follows is the new server's. */
async function prepareLog({ log, account }: Cluster): Promise<number> {
  const file = await open(log, "a", 0o600);
  await file.close();
  if (account) await chown(log, account.uid, account.gid);
  const { size } = await stat(log);
  if (size <= LOG_LIMIT_BYTES) return size;
  await truncate(log);
  return 0;
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-LOG_LINES_SHOWN).join("\n");
}

async function findFreePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => settle(port));
    });
  });
}
