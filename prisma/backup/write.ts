import { rmSync } from "node:fs";
import { type FileHandle, link, open, rename, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Client } from "pg";
import { hasCode } from "../../lib/embedded/errors";
import { isDatabaseUnavailable } from "../../lib/errors";
import { readMigrations } from "../migrate";
import { withConnection } from "./connection";
import { dump, type Snapshot, takeSnapshot } from "./dump";
import { BackupError } from "./format";
import { checkBackup } from "./read";

/** `rows`: of each table. `foreign`: tables that were left out, because somebody else has made them. */
export type Written = { rows: Record<string, number>; bytes: number; foreign: string[] };

/** It holds addresses and hashes of passwords. */
const MODE = 0o600;

/**
 * Writes what the database at `url` has at one moment into a new file. The file gets its name when it is complete, on
 * the disk, and was read again without a fault; before that, and after any failure, there is nothing under the name.
 * However much there is, memory holds little of it. Throws BackupError or MigrationError with what to tell the operator.
 */
export async function writeBackup(url: string, path: string): Promise<Written> {
  await refusePresent(path);
  const unfinished = `${path}.${process.pid}.tmp`;
  try {
    return await withNewFile(unfinished, async (file) => {
      const { foreign } = await withConnection(url, (client) => writeOut(client, file));
      const { rows } = await checkBackup(unfinished);
      await giveName(unfinished, path);
      return { rows, bytes: (await stat(path)).size, foreign };
    });
  } catch (error) {
    throw explain(path, error);
  }
}

/** A file for as long as the work takes, also where that ends with the process. */
async function withNewFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, "wx", MODE);
  const remove = () => rmSync(path, { force: true });
  process.once("exit", remove);
  try {
    return await work(file);
  } finally {
    await file.close();
    remove();
    process.off("exit", remove);
  }
}

async function writeOut(client: Client, file: FileHandle): Promise<Snapshot> {
  const snapshot = await takeSnapshot(client, await readMigrations());
  await pipeline(dump(client, snapshot), createGzip(), file.createWriteStream({ flush: true }));
  return snapshot;
}

async function refusePresent(path: string): Promise<void> {
  const present = await stat(path).catch(() => null);
  if (present) throw isThere(path);
}

/** Never in place of another file, not even of one that was made meanwhile. */
async function giveName(unfinished: string, path: string): Promise<void> {
  try {
    await link(unfinished, path);
  } catch (error) {
    if (hasCode(error, "EEXIST")) throw isThere(path);
    // Some file systems of other machines have no links.
    if (!hasCode(error, "EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK")) throw error;
    await refusePresent(path);
    await rename(unfinished, path);
  }
  const folder = await open(dirname(path));
  // Not every file system can say that a folder is on the disk.
  await folder.sync().catch(() => {});
  await folder.close();
}

function isThere(path: string): BackupError {
  return new BackupError(`${path} is there already. Give another name, or move that file away.`);
}

function explain(path: string, error: unknown): unknown {
  if (isDatabaseUnavailable(error) || !(error instanceof Error)) return error;
  if (hasCode(error, "ENOSPC", "EDQUOT")) return new BackupError(`Cannot write ${path}: the disk is full.`);
  const { syscall } = error as { syscall?: unknown };
  return typeof syscall === "string" ? new BackupError(`Cannot write ${path}: ${error.message}`) : error;
}
