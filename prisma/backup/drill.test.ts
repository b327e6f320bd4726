import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { findActorWith } from "../../lib/auth/queries";
import { createSession } from "../../lib/auth/session-mutations";
import { checkCredentials } from "../../lib/auth/sign-in-mutations";
import { db, disconnectDb } from "../../lib/db";
import { startWorker } from "../../lib/jobs/worker";
import { contentOf, schemaOf } from "../../lib/testing/compare-databases";
import { emptyTestDatabase, prepareTestDatabase } from "../../lib/testing/database";
import { addFeedback } from "../../lib/testing/feedback";
import { type MailServer, startMailServer } from "../../lib/testing/mail-server";
import { PASSWORD } from "../../lib/testing/people";
import { until } from "../../lib/testing/server";
import { query } from "../../lib/testing/signed-in";
import { AWKWARD_TEXT, addWholeSite, publish } from "../../lib/testing/whole-site";
import { runScript, startScript } from "../fixtures/run-script";
import { loadBackup } from "./load";
import { writeBackup } from "./write";

const createDatabase = prepareTestDatabase();
const SLOW = { timeout: 120_000 };

let folder: string;
let mailServer: MailServer;
let source: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nicepick-backup-"));
  mailServer = await startMailServer();
  source = process.env.DATABASE_URL ?? "";
  Object.assign(process.env, {
    SMTP_URL: mailServer.url,
    MAIL_FROM: "site@nicepick.example",
    FEEDBACK_TO: "editors@desk.example",
    NEXTAUTH_SECRET: "a secret of the tests, long enough for anybody",
  });
});
afterAll(async () => {
  await mailServer.stop();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await use(source);
  await emptyTestDatabase();
  mailServer.mails.length = 0;
});

const inFolder = (name: string) => join(folder, name);

/** Has everything in this process that asks a database ask this one. */
async function use(url: string): Promise<void> {
  await disconnectDb();
  process.env.DATABASE_URL = url;
}

async function backUp(name: string): Promise<string> {
  const file = inFolder(name);
  expect(await runScript("backup", [file], { DATABASE_URL: source })).toMatchObject({ code: 0, stderr: "" });
  return file;
}

async function restore(file: string, url: string): Promise<void> {
  expect(await runScript("restore", [file], { DATABASE_URL: url })).toMatchObject({ code: 0, stderr: "" });
}

async function exported(url: string, name: string): Promise<string> {
  expect(await runScript("export", [inFolder(name)], { DATABASE_URL: url })).toMatchObject({ code: 0 });
  return readFile(inFolder(name), "utf8");
}

/** Writes to the first table of a backup and to the last one, always to both, until it is stopped. */
function startWriter() {
  const state = { over: false, count: 0 };
  const work = async () => {
    const client = new Client({ connectionString: source });
    await client.connect();
    while (!state.over) {
      await client.query(
        `WITH entry AS (INSERT INTO "AuditEntry" (id, actor, action) VALUES (gen_random_uuid(), 'writer', 'w'))
         INSERT INTO "WantedBy" ("wantedId", "askerHash", at) SELECT id, gen_random_uuid()::text, now() FROM "Wanted"`,
      );
      state.count += 1;
    }
    await client.end();
  };
  const ended = work();
  const stop = async () => {
    state.over = true;
    await ended;
    return state.count;
  };
  return { state, stop };
}

describe("the drill: a whole site, backed up while it is written to, restored into an empty database", () => {
  it("is the same site, which goes on", SLOW, async () => {
    const site = await addWholeSite();
    const browser = await createSession(db(), { userId: site.owner.id, device: "test", now: new Date() });
    await db().wanted.create({ data: { text: "w", key: "w", firstAt: new Date(), lastAt: new Date() } });
    const before = await contentOf(source);

    const writer = startWriter();
    await until(async () => writer.state.count > 50);
    const file = await backUp("drill.sql.gz");
    const written = await writer.stop();

    const target = await createDatabase({ migrated: false });
    await restore(file, target);

    // Everything that the writer left alone.
    const after = await contentOf(target);
    for (const [table, content] of before) {
      if (table !== "AuditEntry" && table !== "WantedBy")
        expect([table, after.get(table)]).toEqual([table, content]);
    }
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(await schemaOf(target)).toEqual(await schemaOf(source));
    expect(await exported(target, "after.json")).toBe(await exported(source, "before.json"));

    // What it wrote is of one moment.
    const [seen] = await query<{ entries: number; asked: number }>(
      target,
      `SELECT (SELECT count(*)::int FROM "AuditEntry" WHERE actor = 'writer') AS entries,
         (SELECT count(*)::int FROM "WantedBy") AS asked`,
    );
    expect(seen?.entries).toBe(seen?.asked);
    expect(seen?.entries).toBeGreaterThan(50);
    expect(seen?.entries).toBeLessThan(written);

    await use(target);
    const texts = await db().feedbackEvent.findMany({ select: { text: true } });
    expect(texts).toEqual([{ text: AWKWARD_TEXT }]);

    // People sign in, or still are.
    const signIn = { email: site.email, password: PASSWORD, address: "203.0.113.1" };
    expect(await checkCredentials(signIn)).toMatchObject({ kind: "signed-in", userId: site.owner.id });
    expect(await findActorWith(browser, { now: new Date() })).toMatchObject({ id: site.owner.id });

    // The draft can be published, as the next version; numbers go on where they were.
    await publish(site.owner, site.technologyId, { lead: "Third." });
    const revisions = { where: { technologyId: site.technologyId }, orderBy: { number: "asc" } } as const;
    expect((await db().revision.findMany(revisions)).map(({ number }) => number)).toEqual([1, 2, 3]);
    const numbers = await db().feedback.findMany({ orderBy: { number: "asc" } });
    expect((await addFeedback()).number).toBe((numbers.at(-1)?.number ?? 0) + 1);
    await expect(query(target, `DELETE FROM "AuditEntry"`)).rejects.toThrow("append-only");
    await expect(query(target, `DELETE FROM "Technology"`)).rejects.toThrow("foreign key");
  });

  it("sends each mail that was waiting, once, and none that was sent", SLOW, async () => {
    await addWholeSite();
    const waiting = await db().mail.findMany({ orderBy: { number: "asc" } });
    expect(waiting.map(({ state }) => state)).toEqual(["queued", "queued", "queued"]);
    await db().mail.update({
      where: { id: waiting[0]?.id ?? "" },
      data: { state: "sent", sentAt: new Date() },
    });

    const target = await createDatabase({ migrated: false });
    await restore(await backUp("mails.sql.gz"), target);
    await use(target);
    expect(await query(target, "SELECT key FROM graphile_worker.jobs")).toEqual([]);
    const worker = startWorker({ log: { error() {}, warn() {} } });
    onTestFinished(() => worker.stop());
    await until(async () => (await db().mail.count({ where: { state: "queued" } })) === 0);
    // Its jobs are done, and keeping up makes no more of them.
    const jobs = () => query<{ key: string }>(target, "SELECT key FROM graphile_worker.jobs");
    await until(async () => (await jobs()).map(({ key }) => key).join() === "forget");
    await worker.stop();
    const ids = mailServer.mails.map(({ parsed }) => parsed.messageId);
    expect(ids.sort()).toEqual(
      waiting
        .slice(1)
        .map(({ messageId }) => `<${messageId}>`)
        .sort(),
    );
    expect(await db().mail.count({ where: { state: "sent" } })).toBe(3);
  });
});

describe("a backup", () => {
  it("says what it wrote, into a file that only its owner may read", SLOW, async () => {
    await addWholeSite();
    const file = inFolder("first.sql.gz");
    const { code, stdout, stderr } = await runScript("backup", [file], { DATABASE_URL: source });
    expect([code, stderr]).toEqual([0, ""]);
    const rows = [...(await contentOf(source))]
      .filter(([table]) => table !== "Presence")
      .reduce((sum, [, content]) => sum + content.rows, 0);
    expect(stdout).toMatch(
      new RegExp(
        `^Wrote ${file}: ${rows} rows of \\d+ tables, \\d+\\.\\d kB, in \\d+\\.\\d s; read again, and whole\\.\\n$`,
      ),
    );
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it("of a restored database is the same, but for when it was made", SLOW, async () => {
    await addWholeSite();
    const target = await createDatabase({ migrated: false });
    await writeBackup(source, inFolder("one.sql.gz"));
    await loadBackup(target, inFolder("one.sql.gz"));
    const again = await createDatabase({ migrated: false });
    await writeBackup(target, inFolder("two.sql.gz"));
    await loadBackup(again, inFolder("two.sql.gz"));
    expect(await contentOf(again)).toEqual(await contentOf(source));
  });

  it("tells a server that serves the database to drop its pages", SLOW, async () => {
    const target = await createDatabase({ migrated: false });
    const listener = new Client({ connectionString: target });
    await listener.connect();
    onTestFinished(() => listener.end());
    const told: (string | undefined)[] = [];
    listener.on("notification", ({ payload }) => void told.push(payload));
    await listener.query("LISTEN expiries");
    await writeBackup(source, inFolder("told.sql.gz"));
    await loadBackup(target, inFolder("told.sql.gz"));
    await until(async () => told.length > 0);
    expect(told).toEqual(["everything"]);
  });

  it("is restored by whoever owns the database, who need not be a superuser", SLOW, async () => {
    await addWholeSite();
    const target = new URL(await createDatabase({ migrated: false }));
    const database = target.pathname.slice(1);
    const role = `owner_of_${database}`;
    await query(source, `CREATE ROLE ${role} LOGIN PASSWORD 'secret'`);
    await query(source, `ALTER DATABASE ${database} OWNER TO ${role}`);
    onTestFinished(async () => {
      await query(source, `REASSIGN OWNED BY ${role} TO CURRENT_USER`);
      await query(target.href, `REASSIGN OWNED BY ${role} TO CURRENT_USER`);
      await query(source, `DROP ROLE ${role}`);
    });
    const owned = new URL(target);
    Object.assign(owned, { username: role, password: "secret" });
    await writeBackup(source, inFolder("owned.sql.gz"));
    await loadBackup(owned.href, inFolder("owned.sql.gz"));
    expect(await contentOf(target.href)).toEqual(await contentOf(source));
    expect(await writeBackup(owned.href, inFolder("by-owner.sql.gz"))).toMatchObject({ foreign: [] });
  });

  it("leaves out what somebody else keeps in the same database, and says so", SLOW, async () => {
    await query(source, "CREATE TABLE ledger (entry text)");
    onTestFinished(async () => void (await query(source, "DROP TABLE ledger")));
    const file = inFolder("foreign.sql.gz");
    const { code, stderr } = await runScript("backup", [file], { DATABASE_URL: source });
    expect([code, stderr]).toEqual([0, "Left out: the table ledger, which Nice Pick has not made.\n"]);
    const target = await createDatabase({ migrated: false });
    await loadBackup(target, file);
    expect((await contentOf(target)).has("ledger")).toBe(false);
  });

  it("that is stopped leaves no file", SLOW, async () => {
    const client = new Client({ connectionString: source });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query(`BEGIN; LOCK TABLE "Technology" IN ACCESS EXCLUSIVE MODE`);
    const file = inFolder("stopped.sql.gz");
    const backup = startScript("backup", [file], { DATABASE_URL: source });
    const waits = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = '"Technology"'::regclass`;
    await until(async () => (await query(source, waits)).length > 0);
    backup.kill("SIGTERM");
    expect((await backup.ended).code).toBe(130);
    await expect(stat(file)).rejects.toThrow("ENOENT");
    expect((await readdir(folder)).filter((name) => name.startsWith("stopped"))).toEqual([]);
  });
});
