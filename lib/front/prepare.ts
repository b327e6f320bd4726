import { createServer } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { openDatabase } from "../../prisma/open-database";
import { EmbeddedPostgresError } from "../embedded/errors";
import { acquireServerLock } from "../embedded/server-lock";
import { type Env, loadEnvFile, readEnv } from "../env";
import { ROOT, run } from "./build";
import { keepEmbeddedRunning } from "./keep-running";
import { keepSiteSecret } from "./site-secret";

/** A reason not to start that the operator can mend; its message is all there is to say. */
export class CannotStart extends Error {}

export type Instance = {
  env: Env;
  /**
   * A migrated database with content in it, and an owner or a way to become one. Returns a line that tells the operator
   * how to sign in. What it had opened when it failed is closed again; it may be tried anew.
   */
  openSite(): Promise<string>;
  stop(): Promise<void>;
};

/**
 * What a serving process holds before it serves: valid settings, the data directory, a secret to make cookies with and
 * a free port. `stop` gives all of it back, and what was opened since; a failure on the way does so by itself.
 */
export async function prepareInstance(log: (line: string) => void): Promise<Instance> {
  loadEnvFile();
  const result = readEnv(process.env);
  if (!result.ok) throw new CannotStart(result.problems.join("\n"));
  const { env } = result;
  await requireGoodPassword(env);
  const lock = await acquireServerLock(env.DATA_DIR);
  if (!lock.held) throw new CannotStart(lock.error);
  try {
    process.env.NEXTAUTH_SECRET = env.NEXTAUTH_SECRET ?? (await keepSiteSecret(env.DATA_DIR));
    process.env.NEXTAUTH_URL = env.SITE_URL;
    await requireFreePort(env);
  } catch (error) {
    await lock.held.release();
    throw error;
  }
  let closeSite = async () => {};
  const openSite = async () => {
    const database = await openDatabase(env, log);
    try {
      await seedIfEmpty(database.url);
      const signIn = await prepareOwner(database.url, env);
      const stopWatching =
        env.DATABASE_URL === undefined ? keepEmbeddedRunning(env.DATA_DIR, database.url, log) : null;
      closeSite = async () => {
        await stopWatching?.();
        await database.close();
      };
      return signIn;
    } catch (error) {
      await database.close();
      throw error;
    }
  };
  const stop = async () => {
    await closeSite();
    await lock.held.release();
  };
  return { env, openSite, stop };
}

/** Whether a database can be connected to just now. */
export async function isReachable(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Asked before the build and the database are waited for; the real listening may still be refused later. */
async function requireFreePort({ PORT, HOST }: Env): Promise<void> {
  const probe = createServer();
  const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
    probe.once("error", resolve);
    probe.listen({ port: PORT, host: HOST }, () => resolve(null));
  });
  if (error) throw listenError(error, { PORT, HOST });
  await new Promise((resolve) => probe.close(resolve));
}

export function listenError(error: NodeJS.ErrnoException, { PORT, HOST }: Pick<Env, "PORT" | "HOST">): Error {
  if (error.code === "EADDRINUSE") {
    return new CannotStart(
      `Port ${PORT} is in use. Stop what uses it, or set PORT to another (example: PORT=3001).`,
    );
  }
  if (error.code === "EACCES") {
    return new CannotStart(`This user may not listen on port ${PORT}. Set PORT to one above 1023.`);
  }
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new CannotStart(`HOST: ${HOST} is not an address of this machine (example: HOST=127.0.0.1)`);
  }
  return error;
}

async function seedIfEmpty(url: string): Promise<void> {
  if (await hasRows(url, "Category")) return;
  await runScript("seed.ts", url);
}

/** Makes the first owner, or the link to set one up, while there is no user. */
async function prepareOwner(url: string, env: Env): Promise<string> {
  const link = (await hasRows(url, "User")) ? "" : (await runScript("first-owner.ts", url)).trim();
  return link === ""
    ? `Sign in at ${env.SITE_URL}/admin/sign-in`
    : `Set up the first owner (once, within the hour): ${link}`;
}

/** The list of common passwords is long: it is loaded only where it is needed. */
async function requireGoodPassword({ OWNER_PASSWORD }: Env): Promise<void> {
  if (OWNER_PASSWORD === undefined) return;
  const { checkNewPassword } = await import("../auth/password-rules");
  const problem = checkNewPassword(OWNER_PASSWORD);
  if (problem !== null) throw new CannotStart(`OWNER_PASSWORD: the value given ${problem}.`);
}

async function hasRows(url: string, table: "Category" | "User"): Promise<boolean> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query(`SELECT 1 FROM "${table}" LIMIT 1`);
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}

/** These speak to the database as the site does, which this process by itself cannot. Returns what it printed. */
function runScript(name: string, url: string): Promise<string> {
  const script = join(ROOT, "prisma", name);
  return run(["--conditions=react-server", "--import", "tsx", script], { ...process.env, DATABASE_URL: url });
}

/** What to print for an error that ended the start. */
export function startMessage(error: unknown): string {
  if (error instanceof CannotStart || error instanceof EmbeddedPostgresError) return error.message;
  const { code } = (error ?? {}) as { code?: unknown };
  if (code === "ENOSPC" || code === "53100") return "The disk is full. Free some space and start again.";
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
