import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { temporaryDataDir } from "../../lib/embedded/fixtures/harness";
import { acquireServerLock } from "../../lib/embedded/server-lock";
import { contentOf } from "../../lib/testing/compare-databases";
import { prepareTestDatabase } from "../../lib/testing/database";
import { addComparison } from "../../lib/testing/feedback";
import { until } from "../../lib/testing/server";
import { query } from "../../lib/testing/signed-in";
import { runScript, type ScriptResult } from "../fixtures/run-script";
import { migrate, readMigrations } from "../migrate";
import { checkRestorable, loadBackup } from "./load";
import { checkBackup } from "./read";
import { writeBackup } from "./write";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const createDatabase = prepareTestDatabase();

let folder: string;
let source: string;
let good: string;
const inFolder = (name: string) => join(folder, name);
const here = () => ({ DATABASE_URL: source });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nicepick-backup-"));
  source = process.env.DATABASE_URL ?? "";
  await addComparison();
  good = inFolder("good.sql.gz");
  await writeBackup(source, good);
});
afterAll(() => rm(folder, { recursive: true }));

/** The good backup with its text changed, and a last line that agrees with it. */
async function rewrite(
  name: string,
  edit: (text: string) => string,
  rows?: Record<string, number>,
): Promise<string> {
  const lines = gunzipSync(await readFile(good)).toString();
  const [, before = "", trailer = ""] = /^(.*\n)-- nicepick-backup-end (.*)\n$/s.exec(lines) ?? [];
  const edited = edit(before);
  expect(edited).not.toBe(before);
  const stated = JSON.parse(trailer);
  const sha256 = createHash("sha256").update(edited).digest("hex");
  const last = JSON.stringify({ rows: { ...stated.rows, ...rows }, sha256 });
  await writeFile(inFolder(name), gzipSync(`${edited}-- nicepick-backup-end ${last}\n`));
  return inFolder(name);
}

const thingsIn = async (url: string) =>
  query(
    url,
    `SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace
     UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
     UNION ALL SELECT typname FROM pg_type WHERE typnamespace = 'public'::regnamespace
     UNION ALL SELECT nspname FROM pg_namespace WHERE nspname = 'graphile_worker'`,
  );

describe("a file that is not whole is refused before anything is written", () => {
  it("however much of it is missing", async () => {
    const bytes = await readFile(good);
    const file = inFolder("cut.sql.gz");
    for (let part = 1; part < 20; part += 1) {
      await writeFile(file, bytes.subarray(0, Math.floor((bytes.length * part) / 20)));
      await expect(checkBackup(file)).rejects.toThrow(`${file} is cut off.`);
    }
    await writeFile(file, bytes.subarray(0, -1));
    await expect(checkBackup(file)).rejects.toThrow(`${file} is cut off.`);
  });

  it("although it was cut before it was compressed, at the end of a line or not", async () => {
    const lines = gunzipSync(await readFile(good));
    const file = inFolder("cut-text.sql.gz");
    const trailer = lines.lastIndexOf("-- nicepick-backup-end");
    for (const end of [trailer, trailer + 10, lines.length - 1, lines.indexOf("COPY public"), 2_000]) {
      await writeFile(file, gzipSync(lines.subarray(0, end)));
      await expect(checkBackup(file), String(end)).rejects.toThrow(`${file} is cut off.`);
    }
  });

  it("whichever of its bytes was changed", async () => {
    const bytes = await readFile(good);
    const file = inFolder("flipped.sql.gz");
    // The first ten say how and when it was compressed.
    for (let at = 10; at < bytes.length; at += Math.floor(bytes.length / 60)) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      await writeFile(file, flipped);
      await expect(checkBackup(file), String(at)).rejects.toThrow(
        / is (damaged|cut off|not a backup of Nice Pick)\.$/,
      );
    }
  });

  it("with a text that was changed and compressed again", async () => {
    const lines = gunzipSync(await readFile(good)).toString();
    const file = inFolder("changed.sql.gz");
    for (const [from, to] of [
      ["Alpha", "Alfa!"],
      ["BEGIN;", "BEGIN "],
      ['"AuditEntry":1', '"AuditEntry":2'],
    ] as const) {
      await writeFile(file, gzipSync(lines.replace(from, to)));
      await expect(checkBackup(file), from).rejects.toThrow(
        / (was changed after it was written|has other rows than it says)\.$/,
      );
    }
    await writeFile(file, gzipSync(`${lines}SELECT 1;\n`));
    await expect(checkBackup(file)).rejects.toThrow("goes on after its end");
  });

  it("by the command as well, which touches no database and says why", async () => {
    const target = await createDatabase({ migrated: false });
    const file = inFolder("cut-command.sql.gz");
    await writeFile(file, (await readFile(good)).subarray(0, -100));
    const result = await runScript("restore", [file], { DATABASE_URL: target });
    expect(result).toEqual({ code: 1, stdout: "", stderr: `Nothing was restored. ${file} is cut off.\n` });
    expect(await thingsIn(target)).toEqual([]);
  });
});

describe("a restore", () => {
  it.each([
    ["a text", "a line\nand another\n", / is not a backup of Nice Pick\.$/],
    ["another compressed script", gzipSync("SELECT 1;\n"), / is not a backup of Nice Pick\.$/],
    ["nothing", "", / is cut off\.$/],
  ])("refuses %s", async (_, content, reason) => {
    const file = inFolder("other.sql.gz");
    await writeFile(file, content);
    await expect(checkBackup(file)).rejects.toThrow(reason);
  });

  it("refuses what is not there, and what is not a file", async () => {
    await expect(checkBackup(inFolder("missing"))).rejects.toThrow(/^Cannot read .*missing: ENOENT/);
    await expect(checkBackup(folder)).rejects.toThrow(`${folder} is not a file.`);
    await expect(checkBackup("/dev/zero")).rejects.toThrow("/dev/zero is not a file.");
  });

  it("refuses what a newer version made", async () => {
    const format = await rewrite("format.sql.gz", (lines) =>
      lines.replace("nicepick-backup 1", "nicepick-backup 2"),
    );
    await expect(checkRestorable(format)).rejects.toThrow("was made by a newer version of Nice Pick");
    const schema = await rewrite("schema.sql.gz", (lines) => lines.replace('"]}', '","29990101_more"]}'));
    await expect(checkRestorable(schema)).rejects.toThrow(
      `${schema} was made by a newer version of Nice Pick (29990101_more). Restore it with that version.`,
    );
  });

  it("brings what an older version made up to date", async () => {
    const older = await folderOf((await readMigrations()).filter(({ name }) => !/_search$/.test(name)));
    const url = await createDatabase({ migrated: false });
    await migrate(url, older);
    await query(
      url,
      `INSERT INTO "Category" (id, slug, name, "updatedAt") VALUES (gen_random_uuid(), 'c', 'C', now())`,
    );
    await query(
      url,
      `INSERT INTO "Technology" (id, slug, name, kind, "categoryId", description, lead, "updatedAt")
       SELECT gen_random_uuid(), 't', 'Turtle', 'tool', id, 'd', 'l', now() FROM "Category"`,
    );
    const file = inFolder("older.sql.gz");
    await writeBackup(url, file);
    expect((await checkBackup(file)).migrations).toHaveLength((await readMigrations()).length - 1);
    const target = await createDatabase({ migrated: false });
    expect(await runScript("restore", [file], { DATABASE_URL: target })).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Migrated the database: \d+_search\n$/),
    });
    // What that migration makes of content that is there.
    expect(await query(target, `SELECT word FROM "SearchWord"`)).toEqual([{ word: "turtle" }]);
    expect(await migrate(target)).toEqual([]);
  });

  it("refuses a database that is not empty, and leaves it alone", async () => {
    const before = await contentOf(source);
    const { code, stderr } = await runScript("restore", [good], here());
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^Nothing was restored\. The database is not empty, and a restore replaces nothing\. Restore into a new one/,
    );
    expect(await contentOf(source)).toEqual(before);
    const foreign = await createDatabase({ migrated: false });
    await query(foreign, "CREATE TABLE ledger (entry text)");
    await expect(loadBackup(foreign, good)).rejects.toThrow("The database is not empty");
  });

  it.each([
    [
      "a row that is there twice",
      (lines: string) => lines.replace(/^(.*\told-alpha\n|old-alpha\t.*\n)/m, "$1$1"),
      { Redirect: 2 },
    ],
    [
      "a row that refers to none",
      (lines: string) => lines.replace(/^old-alpha\t\S+/m, "old-alpha\t00000000-0000-0000-0000-000000000000"),
      {},
    ],
    ["a statement that fails", (lines: string) => lines.replace("ANALYZE ", "ANALYSE_ "), {}],
  ])("that fails at %s leaves nothing", async (name, edit, rows) => {
    const file = await rewrite(`${name.replaceAll(" ", "-")}.sql.gz`, edit, rows);
    const target = await createDatabase({ migrated: false });
    await expect(loadBackup(target, file)).rejects.toThrow(/duplicate key|foreign key|syntax error/);
    expect(await thingsIn(target)).toEqual([]);
    await loadBackup(target, good);
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it("by two at once happens once", async () => {
    const target = await createDatabase({ migrated: false });
    const results = await Promise.allSettled([loadBackup(target, good), loadBackup(target, good)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  it("explains itself when it is given two files", async () => {
    const result = await runScript("restore", ["one", "two"], here());
    expect(result).toEqual({ code: 1, stdout: "", stderr: "Usage: npm run restore -- FILE\n" });
  });
});

/** A folder of these migrations alone. */
async function folderOf(migrations: { name: string; sql: string }[]): Promise<string> {
  const path = await mkdtemp(inFolder("migrations-"));
  for (const { name, sql } of migrations) {
    await mkdir(join(path, name));
    await writeFile(join(path, name, "migration.sql"), sql);
  }
  return path;
}

describe("a backup that fails says why, and leaves nothing", () => {
  async function fails(file: string, reason: RegExp, url = source): Promise<void> {
    const before = await readdir(folder);
    await expect(writeBackup(url, file)).rejects.toThrow(reason);
    expect(await readdir(folder)).toEqual(before);
  }

  it("over a file that is there, which stays as it was", async () => {
    const before = await readFile(good);
    await fails(good, /good\.sql\.gz is there already\. Give another name, or move that file away\.$/);
    expect(await readFile(good)).toEqual(before);
  });

  it("over a file that comes while it is made", async () => {
    const file = inFolder("raced.sql.gz");
    const client = new Client({ connectionString: source });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(`BEGIN; LOCK TABLE "Technology" IN ACCESS EXCLUSIVE MODE`);
    const refused = expect(writeBackup(source, file)).rejects.toThrow(`${file} is there already.`);
    const waits = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Technology"'::regclass`;
    await until(async () => (await query(source, waits)).length > 0);
    await writeFile(file, "somebody else's");
    await client.query("ROLLBACK");
    await refused;
    expect(await readFile(file, "utf8")).toBe("somebody else's");
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("in a folder that is not there, or is a file", async () => {
    await fails(inFolder("nowhere/x.sql.gz"), /^Cannot write .*nowhere\/x\.sql\.gz: ENOENT/);
    await fails(join(good, "x.sql.gz"), /^Cannot write .*x\.sql\.gz: ENOTDIR/);
  });

  it("of a database that has nothing, is away, or was never there", async () => {
    const file = inFolder("never.sql.gz");
    const empty = await createDatabase({ migrated: false });
    await fails(file, /^There is nothing to back up: the database has no tables of Nice Pick\.$/, empty);
    await fails(file, /ECONNREFUSED/, "postgresql://editor@127.0.0.1:1/nicepick");
    const dataDir = await temporaryDataDir();
    const none = { DATABASE_URL: undefined, DATA_DIR: dataDir };
    expect(await runScript("backup", [file], none)).toEqual({
      code: 1,
      stdout: "",
      stderr: `There is nothing to back up: ${dataDir} has no database. Is DATA_DIR right?\n`,
    });
    await expect(stat(dataDir)).rejects.toThrow("ENOENT");
  });

  it("on a disk that takes no more of it", async () => {
    const file = inFolder("large.sql.gz");
    const before = await readdir(folder);
    // No file may become larger than 8 blocks: what a full disk is to a program.
    const { code, stderr } = await runLimited(8, file);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Cannot write .*large\.sql\.gz: EFBIG/);
    expect(await readdir(folder)).toEqual(before);
  });

  it("explains itself when it is given no file", async () => {
    const result = await runScript("backup", [], here());
    expect(result).toEqual({ code: 1, stdout: "", stderr: "Usage: npm run backup -- FILE\n" });
  });
});

async function runLimited(blocks: number, file: string): Promise<Omit<ScriptResult, "stdout">> {
  const node = [process.execPath, "--conditions=react-server", "--import", "tsx", "prisma/backup.ts", file];
  const child = spawn("/bin/sh", ["-c", `ulimit -f ${blocks}; exec "$@"`, "sh", ...node], {
    env: { ...process.env, ...here(), TSX_DISABLE_CACHE: "1" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stderr = await text(child.stderr);
  return { code: await ended, stderr };
}

describe("the embedded database", () => {
  it("is restored into an empty data directory, backed up from there, and says what else belongs to it", async () => {
    const dataDir = await temporaryDataDir();
    const settings = { DATABASE_URL: undefined, DATA_DIR: dataDir, NEXTAUTH_SECRET: undefined };
    const { code, stdout } = await runScript("restore", [good], settings);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Restored .*good\.sql\.gz, made \S+Z: \d+ rows of \d+ tables, in \d+\.\d s\.\n/);
    expect(stdout).toContain(`put the old nextauth-secret into ${dataDir}, or set NEXTAUTH_SECRET`);
    const file = inFolder("embedded.sql.gz");
    expect(await runScript("backup", [file], settings)).toMatchObject({ code: 0 });
    const target = await createDatabase({ migrated: false });
    await loadBackup(target, file);
    expect(await contentOf(target)).toEqual(await contentOf(source));
    expect(await runScript("restore", [good], settings)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("The database is not empty"),
    });
  });

  it("is not restored beside a server that holds the data directory", async () => {
    const dataDir = await temporaryDataDir();
    const { held } = await acquireServerLock(dataDir);
    onTestFinished(() => held?.release());
    const { code, stderr } = await runScript("restore", [good], {
      DATABASE_URL: undefined,
      DATA_DIR: dataDir,
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      new RegExp(
        `^Nothing was restored\\. Another server \\(pid ${process.pid}, started .*\\) is using ${dataDir}\\. Stop it`,
      ),
    );
  });
});
