import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { hasCode } from "./errors";
import { findProgramName, isRunning } from "./process-identity";

/** A running PostgreSQL of one data folder. ready: it accepts connections. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/**
 * The PostgreSQL that runs on this data folder, or null. A postmaster.pid that names a dead process, or a pid
 * that another program has by now, counts as none: neither adopting nor signalling that program would be right.
 */
export async function findPostmaster(data: string): Promise<Postmaster | null> {
  const lines = (await readPidFile(data))?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !isRunning(pid)) return null;
  const program = findProgramName(pid);
  if (program !== null && !program.startsWith("postgres")) return null;
  if (!(await worksIn(pid, data))) return null;
  // miscadmin.h, LOCK_FILE_LINE_*: line 4 is the port, line 8 the status, padded with spaces.
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/** Removes a postmaster.pid that names no PostgreSQL of this folder: with it there, PostgreSQL may refuse to start. */
export async function removeStalePidFile(data: string): Promise<void> {
  // One that is missing now and appears later is the work of a server just starting, and must stay.
  if ((await readPidFile(data)) === null) return;
  if (await findPostmaster(data)) return;
  await rm(join(data, "postmaster.pid"), { force: true });
}

/** A postmaster's working directory is its data folder; where that cannot be read, the pid file is believed. */
async function worksIn(pid: number, data: string): Promise<boolean> {
  const directory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return directory === null || directory === (await realpath(data));
}

async function readPidFile(data: string): Promise<string | null> {
  try {
    return await readFile(join(data, "postmaster.pid"), "utf8");
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return null;
    throw error;
  }
}
