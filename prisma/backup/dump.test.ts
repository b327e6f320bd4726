import { Client } from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { prepareTestDatabase } from "../../lib/testing/database";
import { until } from "../../lib/testing/server";
import { query } from "../../lib/testing/signed-in";
import { MigrationError, readMigrations } from "../migrate";
import { dump, takeSnapshot } from "./dump";
import { BackupError } from "./format";

const createDatabase = prepareTestDatabase();

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

const addEntry = (url: string, action: string) =>
  query(url, `INSERT INTO "AuditEntry" (id, actor, action) VALUES (gen_random_uuid(), 'a', '${action}')`);
const addWord = (url: string, word: string) => query(url, `INSERT INTO "SearchWord" VALUES ('${word}')`);

describe("a dump", () => {
  it("is of one moment, whatever is written while it is made", async () => {
    const url = await createDatabase();
    await addEntry(url, "early-entry");
    await addWord(url, "early-word");
    const client = await connect(url);
    const snapshot = await takeSnapshot(client, await readMigrations());
    const parts = dump(client, snapshot);
    let text = String((await parts.next()).value);
    await addEntry(url, "late-entry");
    await addWord(url, "late-word");
    await query(url, `DELETE FROM "SearchWord" WHERE word = 'early-word'`);
    for await (const part of parts) text += String(part);
    expect(text).toContain("\tearly-entry\t");
    expect(text).toContain("\nearly-word\n");
    expect(text).not.toContain("late-");
    expect(text).toContain(`"AuditEntry":1,`);
  });

  it("waits for a migration that is under way, and has what it made", async () => {
    const url = await createDatabase();
    const sql = `ALTER TABLE "Category" ADD COLUMN motto text`;
    const migrations = [...(await readMigrations()), { name: "2999_motto", sql, checksum: "of the test" }];
    const migrating = await connect(url);
    await migrating.query(
      `BEGIN; ${sql}; INSERT INTO "_prisma_migrations" (id, migration_name, checksum, finished_at)
       VALUES ('motto', '2999_motto', 'of the test', now())`,
    );
    const taken = takeSnapshot(await connect(url), migrations);
    await until(async () => {
      const waiting = await query(
        url,
        `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Category"'::regclass`,
      );
      return waiting.length > 0;
    });
    await migrating.query("COMMIT");
    const { tables, migrations: applied } = await taken;
    expect(applied.at(-1)?.name).toBe("2999_motto");
    expect(tables.find(({ name }) => name === "Category")?.columns).toContain("motto");
  });

  it("of an older version's database has the migrations that it had", async () => {
    const url = await createDatabase();
    const migrations = [...(await readMigrations()), { name: "2999_next", sql: "SELECT 1", checksum: "-" }];
    const snapshot = await takeSnapshot(await connect(url), migrations);
    expect(snapshot.migrations).toEqual(migrations.slice(0, -1));
  });

  it("is refused where this program could not restore it", async () => {
    const url = await createDatabase();
    const [, ...others] = await readMigrations();
    const client = await connect(url);
    await expect(takeSnapshot(client, others)).rejects.toThrow(MigrationError);
    await expect(takeSnapshot(client, others)).rejects.toThrow("migrated by a newer version of Nice Pick");
    const empty = await connect(await createDatabase({ migrated: false }));
    await expect(takeSnapshot(empty, others)).rejects.toThrow(BackupError);
  });
});
