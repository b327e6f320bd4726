import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { writeFileAtomic } from "./atomic-file";
import { openCluster } from "./cluster";
import { createDatabaseIfMissing, databaseUrl } from "./connection";
import { EmbeddedPostgresError, withPlainErrors } from "./errors";
import { waitForLock } from "./file-lock";
import { currentProcess, isAlive, isProcessIdentity } from "./process-identity";
import { ensureRunning, stopServer } from "./server";
import { saveSettings } from "./settings";
import type { Cluster, ClusterOptions } from "./types";

/** url: of the database `nicepick`. directory: where its data is. leave(): gives the share back, once. */
export type Share = { url: string; directory: string; leave(): Promise<void> };

const MUTEX_WAIT_MS = 60_000;

/**
 * Takes a share in the PostgreSQL of a data directory, creating and starting it when needed. The server runs until
 * the last share is left; the share of a process that died counts no more. A process may take several.
 * Throws EmbeddedPostgresError with a message for the terminal.
 */
export async function joinCluster(dataDir: string, options: Partial<ClusterOptions> = {}): Promise<Share> {
  const directory = resolve(dataDir);
  return withPlainErrors(directory, async () => {
    await mkdir(directory, { recursive: true });
    const chosen = { log: () => undefined, ephemeral: false, ...options };
    return underMutex(directory, () => takeShare(directory, chosen));
  });
}

async function takeShare(dataDir: string, options: ClusterOptions): Promise<Share> {
  const cluster = await openCluster(dataDir, options);
  const others = await countShares(dataDir);
  // Before the start, so that a failure is undone as any share is given back.
  const share = await writeShare(dataDir);
  try {
    const { settings } = cluster;
    const formerPort = others > 0 ? settings.port : undefined;
    const port = await ensureRunning(cluster, { ephemeral: options.ephemeral, formerPort });
    if (port !== settings.port) await saveSettings(dataDir, { ...settings, port });
    await createDatabaseIfMissing(port, settings.password);
    let left: Promise<void> | undefined;
    const leave = () => {
      left ??= withPlainErrors(dataDir, () => underMutex(dataDir, () => giveBack(dataDir, share, cluster)));
      return left;
    };
    return { url: databaseUrl(port, settings.password), directory: cluster.data, leave };
  } catch (error) {
    await giveBack(dataDir, share, cluster);
    throw error;
  }
}

async function giveBack(dataDir: string, share: string, cluster: Cluster): Promise<void> {
  await rm(share, { force: true });
  if ((await countShares(dataDir)) === 0) await stopServer(cluster);
}

/** Starting and stopping, one process at a time. */
async function underMutex<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const { held, holder } = await waitForLock(join(dataDir, "postgres.lock"), MUTEX_WAIT_MS);
  if (!held) {
    throw new EmbeddedPostgresError(
      `Process ${holder.pid} has been starting or stopping the database in ${dataDir} for more than ` +
        `${MUTEX_WAIT_MS / 1000} seconds.
If it hangs, end it and try again.`,
    );
  }
  try {
    return await work();
  } finally {
    await held.release();
  }
}

async function writeShare(dataDir: string): Promise<string> {
  const folder = sharesFolder(dataDir);
  const path = join(folder, `${process.pid}-${randomBytes(6).toString("hex")}.json`);
  await writeFileAtomic(path, JSON.stringify(currentProcess()), 0o644);
  return path;
}

/** Counts the shares of living processes and removes all else; nobody is writing one while we hold the mutex. */
async function countShares(dataDir: string): Promise<number> {
  const folder = sharesFolder(dataDir);
  await mkdir(folder, { recursive: true });
  let living = 0;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    if (await namesLivingProcess(path)) living += 1;
    else await rm(path, { recursive: true, force: true });
  }
  return living;
}

async function namesLivingProcess(path: string): Promise<boolean> {
  if (!path.endsWith(".json")) return false;
  try {
    const value: unknown = JSON.parse(await readFile(path, "utf8"));
    return isProcessIdentity(value) && isAlive(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function sharesFolder(dataDir: string): string {
  return join(dataDir, "shares");
}
