import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { prepareTestDatabase } from "../lib/testing/database";
import { MigrationError, migrate } from "./migrate";
import { diffSchemas } from "./schema-engine";

const FOLDER = fileURLToPath(new URL("./migrations/", import.meta.url));
const createDatabase = prepareTestDatabase();

let url: string;
beforeEach(async () => {
  url = await createDatabase({ migrated: false });
});

async function ask<Row extends object>(sql: string, at = url): Promise<Row[]> {
  const client = new Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A folder of migrations of the test's own: name to SQL. */
async function folderOf(migrations: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nicepick-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

const tables = async () => {
  const rows = await ask<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
};

describe("migrating", () => {
  it("applies every migration to an empty database, in order, and none of them a second time", async () => {
    expect(await migrate(url)).toEqual(await migrationNames());
    expect(await tables()).toContain("Technology");
    expect(await migrate(url)).toEqual([]);
  });

  it("keeps the record that Prisma's own command keeps", async () => {
    await migrate(url);
    const record = await ask<{ migration_name: string; checksum: string; applied_steps_count: number }>(
      `SELECT * FROM "_prisma_migrations" WHERE finished_at >= started_at ORDER BY migration_name`,
    );
    expect(record.map(({ migration_name }) => migration_name)).toEqual(await migrationNames());
    for (const { checksum, applied_steps_count } of record) {
      expect(checksum).toMatch(/^[0-9a-f]{64}$/);
      expect(applied_steps_count).toBe(1);
    }
  });

  it("by several processes at once happens once", async () => {
    const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(applied.filter((names) => names.length > 0)).toEqual([await migrationNames()]);
  });

  it("applies only what is new to a database with content, which stays", async () => {
    const older = await folderOf({ "1_notes": "CREATE TABLE note (text text)" });
    await migrate(url, older);
    await ask("INSERT INTO note VALUES ('kept')");
    const newer = await folderOf({
      "1_notes": "CREATE TABLE note (text text)",
      "2_dates": "ALTER TABLE note ADD COLUMN day date",
    });
    expect(await migrate(url, newer)).toEqual(["2_dates"]);
    expect(await ask("SELECT * FROM note")).toEqual([{ text: "kept", day: null }]);
  });

  it("that fails leaves nothing behind, of that migration or of those before it, and can be run again", async () => {
    const broken = await folderOf({
      "1_notes": "CREATE TABLE note (text text)",
      "2_broken": "CREATE TABLE other (text text); INSERT INTO missing VALUES (1)",
    });
    await expect(migrate(url, broken)).rejects.toThrow('relation "missing" does not exist');
    expect(await tables()).toEqual([]);
    await writeFile(join(broken, "2_broken/migration.sql"), "CREATE TABLE other (text text)");
    expect(await migrate(url, broken)).toEqual(["1_notes", "2_broken"]);
  });

  it("stops at a migration that was edited after it was applied, naming it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "nicepick-migrations-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await cp(FOLDER, folder, { recursive: true });
    const [first = ""] = await migrate(url, folder);
    await appendFile(join(folder, first, "migration.sql"), "\n-- a second thought\n");
    const edited = migrate(url, folder);
    await expect(edited).rejects.toThrow(MigrationError);
    await expect(edited).rejects.toThrow(`Migration ${first} was changed after this database applied it`);
  });

  it("stops at the database of a newer version, naming what it does not know, and leaves it alone", async () => {
    await migrate(
      url,
      await folderOf({ "1_notes": "CREATE TABLE note (text text)", "9_future": "SELECT 1" }),
    );
    const older = await folderOf({
      "1_notes": "CREATE TABLE note (text text)",
      "2_more": "CREATE TABLE more ()",
    });
    const refused = migrate(url, older);
    await expect(refused).rejects.toThrow(MigrationError);
    await expect(refused).rejects.toThrow(/newer version of Nice Pick \(9_future\)/);
    expect(await tables()).not.toContain("more");
  });
});

describe("schema.prisma and the migrations agree", () => {
  const COLUMNS = `
    SELECT table_name, column_name, data_type, udt_name, datetime_precision, is_nullable, column_default
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY table_name, column_name`;
  const ENUMS = `
    SELECT typname, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
    FROM pg_enum JOIN pg_type ON pg_type.oid = enumtypid GROUP BY typname ORDER BY typname`;
  const INDEXES = "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'";
  const FOREIGN_KEYS = `
    SELECT conrelid::regclass::text AS "table", conname, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype IN ('f', 'p')`;

  it("on every table, column, enum, index and foreign key", async () => {
    const schema = await readFile(new URL("./schema.prisma", import.meta.url), "utf8");
    await ask(await diffSchemas(url, null, schema));
    const migrated = await createDatabase();
    expect(await ask(COLUMNS)).not.toEqual([]);
    for (const sql of [COLUMNS, ENUMS]) expect(await ask(sql, migrated)).toEqual(await ask(sql));
    // The migrations add what the schema cannot say.
    for (const sql of [INDEXES, FOREIGN_KEYS]) {
      expect(await ask(sql, migrated)).toEqual(expect.arrayContaining(await ask(sql)));
    }
  });

  it("and a change to the schema is written as the SQL that makes it", async () => {
    const schema = await readFile(new URL("./schema.prisma", import.meta.url), "utf8");
    const changed = schema.replace(/^model Category \{$/m, "$&\n  motto String?");
    expect(await diffSchemas(url, schema, schema)).not.toMatch(/CREATE|ALTER|DROP/);
    expect(await diffSchemas(url, schema, changed)).toContain(
      'ALTER TABLE "Category" ADD COLUMN     "motto" TEXT;',
    );
  });
});
