import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { canEnter } from "./account";
import type { Account } from "./command";
import { EmbeddedPostgresError, hasCode } from "./errors";
import { findSettings, newSettings, type Settings, saveSettings } from "./settings";

/** Where root keeps what PostgreSQL's user must reach when DATA_DIR or node_modules lie in a private folder. */
export const SYSTEM_FOLDER = "/var/lib/nicepick";

/**
 * Decides where the cluster lives: in DATA_DIR, or below SYSTEM_FOLDER when PostgreSQL's user cannot enter that.
 * The answer is on record before there is data, so that data never exists without its place and password.
 */
export async function settleHome(
  dataDir: string,
  saved: Settings | null,
  account: Account | undefined,
): Promise<Settings> {
  const settings = saved ?? newSettings();
  const home = settings.home ?? dataDir;
  const initialised = (await findDataVersion(join(home, "postgres"))) !== null;
  if (initialised && !saved) refuseMissingSettings(dataDir);
  if (settings.home && !initialised) return makeHome(settings, settings.home, account);
  if (!account || (await canEnter(account, home))) {
    if (!saved) await saveSettings(dataDir, settings);
    return settings;
  }
  if (initialised) {
    throw new EmbeddedPostgresError(
      `PostgreSQL runs as the user ${account.name}, who can no longer enter ${home}.\n` +
        "Let others pass the folders above it (chmod o+x), or run as the user who owns the data.",
    );
  }
  // A random name, never one made from DATA_DIR: a folder deleted and made again must begin empty.
  const elsewhere = join(SYSTEM_FOLDER, randomBytes(8).toString("hex"));
  const { password } = settings;
  await saveSettings(dataDir, { password, home: elsewhere });
  return makeHome({ password, home: elsewhere }, elsewhere, account);
}

/** Whether a data directory has a cluster: joining it would otherwise make one. */
export async function hasCluster(dataDir: string): Promise<boolean> {
  const home = (await findSettings(dataDir))?.home ?? dataDir;
  return (await findDataVersion(join(home, "postgres"))) !== null;
}

/** The PostgreSQL major that wrote the data, or null when there is none: initdb gives the name only to complete data. */
export async function findDataVersion(data: string): Promise<string | null> {
  try {
    return (await readFile(join(data, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (hasCode(error, "ENOENT")) return null;
    throw error;
  }
}

async function makeHome(settings: Settings, home: string, account: Account | undefined): Promise<Settings> {
  if (settings.port !== undefined) {
    throw new EmbeddedPostgresError(
      `The database was kept in ${home}, as postgres.json says, and is no longer there.\n` +
        "Put that folder back, or delete postgres.json to begin with an empty database.",
    );
  }
  // A strict umask must not close it to PostgreSQL's user.
  if (await mkdir(SYSTEM_FOLDER, { recursive: true })) await chmod(SYSTEM_FOLDER, 0o755);
  await mkdir(home, { recursive: true, mode: 0o700 });
  if (account) await chown(home, account.uid, account.gid);
  return settings;
}

function refuseMissingSettings(dataDir: string): never {
  throw new EmbeddedPostgresError(
    `${dataDir} holds a database, but postgres.json with its password is missing.\n` +
      "Restore that file from a backup, or move the folder postgres away to begin with an empty database.",
  );
}
