import { Client } from "pg";
import { EmbeddedPostgresError } from "./errors";

const DATABASE = "nicepick";
const CONNECT_TIMEOUT_MS = 5_000;

/** Class 28 of PostgreSQL's error codes: invalid authorization. */
const WRONG_PASSWORD = /^28/;

export function databaseUrl(port: number, password: string, database = DATABASE): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
}

/** Null when the server answers, else why it does not (yet). Throws when waiting cannot help. */
export async function findConnectionFault(port: number, password: string): Promise<string | null> {
  try {
    await query(databaseUrl(port, password, "postgres"), "SELECT 1");
    return null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if ("code" in error && WRONG_PASSWORD.test(String(error.code))) {
      throw new EmbeddedPostgresError(
        "The password in postgres.json is not the one the running database has.\n" +
          "Restore that file from a backup, or stop the PostgreSQL that uses this folder.",
      );
    }
    return error.message;
  }
}

export async function createDatabaseIfMissing(port: number, password: string): Promise<void> {
  const url = databaseUrl(port, password, "postgres");
  const found = await query(url, `SELECT 1 FROM pg_database WHERE datname = '${DATABASE}'`);
  if (found === 0) await query(url, `CREATE DATABASE ${DATABASE}`);
}

/** Answers with the number of rows. */
async function query(connectionString: string, sql: string): Promise<number> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // Without a listener, a connection lost while idle would end this process.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.end().catch(() => undefined);
  }
}
