import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { bringUpToDate, readMigrations, takeTurn } from "../migrate";
import { withConnection } from "./connection";
import { BackupError, type Header, type Trailer } from "./format";
import { type BackupPart, checkBackup, readBackup } from "./read";

/** What `checkBackup` does; throws BackupError as well for a backup that this program is too old for. */
export async function checkRestorable(path: string): Promise<Header & Trailer> {
  const found = await checkBackup(path);
  const known = (await readMigrations()).map(({ name }) => name);
  const unknown = found.migrations.filter((name) => !known.includes(name));
  if (unknown.length === 0) return found;
  throw new BackupError(
    `${path} was made by a newer version of Nice Pick (${unknown.join(", ")}). Restore it with that version.`,
  );
}

/**
 * Loads a backup into the empty database at `url` and migrates it, in one transaction: after a failure the database is
 * empty as before. Returns the names of the migrations that the backup did not have. Throws BackupError where the
 * database is not empty, and what `readBackup` throws.
 */
export async function loadBackup(url: string, path: string): Promise<string[]> {
  return withConnection(url, async (client) => {
    await client.query("BEGIN");
    await takeTurn(client);
    await requireEmpty(client);
    await load(client, readBackup(path));
    // Jobs are in no backup: workers make them anew, from the mails that are queued.
    const applied = await bringUpToDate(client, url, await readMigrations());
    await client.query("COMMIT");
    return applied;
  });
}

async function load(client: Client, parts: AsyncGenerator<BackupPart, void>): Promise<void> {
  for await (const part of parts) {
    if (part.kind === "sql") await client.query(part.text);
    if (part.kind === "copy") await pipeline(rowsOf(parts), client.query(copyFrom(part.statement)));
  }
}

/** The rows of one table: takes parts up to their end, and leaves what follows to whoever reads on. */
async function* rowsOf(parts: AsyncGenerator<BackupPart, void>): AsyncGenerator<Buffer, void> {
  for (;;) {
    const { value: part } = await parts.next();
    if (part?.kind !== "rows") return;
    yield part.bytes;
  }
}

/** Tables, functions and types of extensions do not count: some hosts put them into every database. */
async function requireEmpty(client: Client): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>(
    `SELECT EXISTS (
       SELECT 1 FROM (
         SELECT 'pg_class'::regclass AS kind, oid, relnamespace AS schema FROM pg_catalog.pg_class WHERE relkind <> 'i'
         UNION ALL SELECT 'pg_proc'::regclass, oid, pronamespace FROM pg_catalog.pg_proc
         UNION ALL SELECT 'pg_type'::regclass, oid, typnamespace FROM pg_catalog.pg_type
       ) AS thing
       WHERE schema = to_regnamespace('public') AND NOT EXISTS (
         SELECT 1 FROM pg_catalog.pg_depend d
         WHERE d.classid = thing.kind AND d.objid = thing.oid AND d.deptype IN ('e', 'i'))
     ) AS filled`,
  );
  if (rows[0]?.filled) {
    throw new BackupError(
      "The database is not empty, and a restore replaces nothing. Restore into a new one, look at it, and let the\n" +
        "site use that: another database in DATABASE_URL, or, for the embedded one, another folder in DATA_DIR.",
    );
  }
}
