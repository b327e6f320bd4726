import { joinCluster } from "../lib/embedded/shares";
import type { Env } from "../lib/env";
import { migrate } from "./migrate";

export type OpenDatabase = { url: string; close(): Promise<void> };

/**
 * The database that the settings name, else the embedded one of the data directory (started, or shared with
 * whoever runs it already), migrated and put into DATABASE_URL for everything that follows in this process.
 */
export async function openDatabase(env: Env, log: (line: string) => void): Promise<OpenDatabase> {
  const database = await openUnmigrated(env, log);
  try {
    const applied = await migrate(database.url);
    if (applied.length > 0) log(`Migrated the database: ${applied.join(", ")}`);
  } catch (error) {
    await database.close();
    throw error;
  }
  process.env.DATABASE_URL = database.url;
  return database;
}

/** The same database as it is, empty or of an older version. */
export async function openUnmigrated(env: Env, log: (line: string) => void): Promise<OpenDatabase> {
  const share = env.DATABASE_URL === undefined ? await joinCluster(env.DATA_DIR, { log }) : null;
  return { url: share?.url ?? env.DATABASE_URL ?? "", close: async () => share?.leave() };
}
