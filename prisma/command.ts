import { DatabaseError } from "pg";
import { disconnectDb } from "../lib/db";
import { EmbeddedPostgresError } from "../lib/embedded/errors";
import { type Env, loadEnvFile, readEnv } from "../lib/env";
import { isDatabaseUnavailable } from "../lib/errors";
import { BackupError } from "./backup/format";
import { MigrationError } from "./migrate";
import { openDatabase } from "./open-database";

/** Failures whose message is meant for the terminal. */
const EXPECTED = [BackupError, EmbeddedPostgresError, MigrationError];

/**
 * Runs one command of the package's with the database open, and ends the process: 0 when `work` returns true,
 * else 1. What went wrong is said in plain words on standard error. `open`: other than migrated.
 */
export async function runCommand(
  work: (env: Env, url: string) => Promise<boolean>,
  open: typeof openDatabase = openDatabase,
): Promise<void> {
  loadEnvFile();
  const result = readEnv(process.env);
  if (!result.ok) return fail(result.problems.join("\n"));
  let close = async () => {};
  // The embedded database outlives this process unless its share is given back.
  const stop = () => void close().finally(() => process.exit(130));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  try {
    const database = await open(result.env, (line) => console.error(line));
    close = async () => {
      await disconnectDb();
      await database.close();
    };
    process.exitCode = (await work(result.env, database.url)) ? 0 : 1;
  } catch (error) {
    fail(plainMessage(error));
  } finally {
    await close();
  }
}

/** What to tell a person at a terminal; the stack only where it may help to mend a fault of ours. */
export function plainMessage(error: unknown): string {
  if (EXPECTED.some((kind) => error instanceof kind)) return (error as Error).message;
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === "ENOSPC" || code === "53100") return "The disk is full.";
  if (isDatabaseUnavailable(error)) {
    return `The database cannot be reached: ${error instanceof Error ? rootMessage(error) : "no answer"}`;
  }
  if (error instanceof DatabaseError) return `The database refused: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function rootMessage(error: Error): string {
  if (error.cause instanceof Error) return rootMessage(error.cause);
  const { code } = error as { code?: unknown };
  return error.message || String(code ?? "no answer");
}

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}
