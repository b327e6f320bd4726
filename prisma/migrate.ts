import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Logger, runMigrations } from "graphile-worker";
import { Client } from "pg";

/** Two processes that migrate one database at once take turns on this key (any fixed number will do). */
const LOCK_KEY = 4_205_117;

/** The table in which Prisma's own `migrate deploy` keeps its record, so that either can follow the other. */
export const RECORD_TABLE = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`;

const FOLDER = fileURLToPath(new URL("./migrations/", import.meta.url));

const QUIET = new Logger(() => () => {});

export class MigrationError extends Error {}

/** One of the folder's: `checksum` is Prisma's, the SHA-256 of the SQL as hexadecimal digits. */
export type Migration = { name: string; sql: string; checksum: string };

/**
 * Brings the database at `url` to the newest migration and returns the names of those applied now. All of them
 * happen in one transaction, so a process killed half-way leaves the database as it was. Throws MigrationError
 * when the database was migrated by a newer version of this program, or when an applied migration was edited.
 */
export async function migrate(url: string, folder = FOLDER): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection lost between two statements is also reported by the statement that follows.
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("BEGIN");
    await takeTurn(client);
    await client.query(RECORD_TABLE);
    const applied = await bringUpToDate(client, url, migrations);
    await client.query("COMMIT");
    return applied;
  } finally {
    await client.end();
  }
}

/** Waits until nobody else migrates this database, nor begins to before the transaction ends. */
export async function takeTurn(client: Client): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK_KEY]);
}

/**
 * Applies what the record lacks, in the transaction of whoever has the turn, and returns the names. `url` is that of
 * the client's database.
 */
export async function bringUpToDate(client: Client, url: string, migrations: Migration[]): Promise<string[]> {
  const pending = listPending(migrations, await listApplied(client));
  for (const migration of pending) {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
  }
  // Jobs are kept in tables of their own, under the library's own migrations; the lock is still held.
  await runMigrations({ connectionString: url, logger: QUIET });
  return pending.map((migration) => migration.name);
}

/** In the order in which they are applied. */
export async function readMigrations(folder = FOLDER): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(`${folder}/${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

type Applied = Pick<Migration, "name" | "checksum">;

/** What the database's record says was applied. Throws where there is no record. */
export async function listApplied(client: Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT "migration_name" AS name, "checksum" FROM "_prisma_migrations"
     WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  );
  return rows;
}

/** Which of the migrations were not applied. Throws MigrationError where the record has others than these. */
export function listPending(migrations: Migration[], record: Applied[]): Migration[] {
  const applied = new Map(record.map(({ name, checksum }) => [name, checksum]));
  for (const migration of migrations) {
    const checksum = applied.get(migration.name);
    if (checksum !== undefined && checksum !== migration.checksum) {
      throw new MigrationError(
        `Migration ${migration.name} was changed after this database applied it. Restore the file as it was.`,
      );
    }
  }
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = [...applied.keys()].filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new MigrationError(
      `This database was migrated by a newer version of Nice Pick (${unknown.join(", ")}). Start that version, or use another database.`,
    );
  }
  return migrations.filter((migration) => !applied.has(migration.name));
}
