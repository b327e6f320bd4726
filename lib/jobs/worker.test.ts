import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "../../prisma/migrate";
import { db, disconnectDb } from "../db";
import { findPostmaster } from "../embedded/postmaster";
import { joinCluster } from "../embedded/shares";
import { queueMail, threadId } from "../mail/outbox-mutations";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addFeedback } from "../testing/feedback";
import { type MailServer, startMailServer } from "../testing/mail-server";
import { makeDataDir, until } from "../testing/server";
import { query } from "../testing/signed-in";
import { listDeadWorkers } from "./upkeep-mutations";
import { startWorker } from "./worker";

prepareTestDatabase();

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SLOW = { timeout: 120_000 };
const log = { error() {}, warn() {} };
let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(process.env, {
    SMTP_URL: server.url,
    MAIL_FROM: "editors@nicepick.example",
    FEEDBACK_TO: "ann@desk.example",
    NEXTAUTH_SECRET: "a secret of the tests, long enough for anybody",
  });
});
afterAll(() => server.stop());
beforeEach(emptyTestDatabase);
afterEach(async () => {
  server.mails.length = 0;
  await server.become("fine");
});

async function addNotice(word: string): Promise<string> {
  const { id: feedbackId } = await addFeedback({ message: `message ${word}` });
  return (await queueMail(db(), { kind: "feedback", feedbackId, messageId: threadId(feedbackId) })).id;
}

const words = () => server.mails.map(({ parsed }) => /message (\w+)/.exec(parsed.text ?? "")?.[1]);
const untilMailed = (count: number, ms: number) => until(async () => server.mails.length >= count, ms);
const untilDone = () => until(async () => (await db().mail.count({ where: { state: "queued" } })) === 0);

const succeeds = (work: Promise<unknown>) =>
  work.then(
    () => true,
    () => false,
  );

/** What `npm run worker` runs. */
function runWorker(): ChildProcess {
  const script = ["--conditions=react-server", "--import", "tsx", "prisma/worker.ts"];
  const child = spawn(process.execPath, script, { cwd: ROOT, env: process.env, stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));

function runHere() {
  const worker = startWorker({ log });
  onTestFinished(() => worker.stop());
  return worker;
}

async function stopsWithin(worker: { stop(): Promise<void> }, ms: number): Promise<void> {
  const begun = performance.now();
  await worker.stop();
  expect(performance.now() - begun).toBeLessThan(ms);
}

describe("a worker that is killed", () => {
  it("leaves its mail to the next one, which sends it within seconds", SLOW, async () => {
    await server.become("hanging");
    const id = await addNotice("one");
    await addNotice("two");
    const before = server.connections();
    const first = runWorker();
    await until(async () => server.connections() > before);
    first.kill("SIGKILL");
    await ended(first);
    expect(await db().mail.findUnique({ where: { id } })).toMatchObject({ state: "queued", attempts: 1 });
    await server.become("fine");
    runHere();
    await untilMailed(2, 10_000);
    await untilDone();
    expect(words()).toEqual(["one", "two"]);
  });

  it("in the last try of a mail, does not leave it queued for ever", SLOW, async () => {
    await addNotice("one");
    await db().$executeRaw`UPDATE graphile_worker._private_jobs SET attempts = max_attempts`;
    runHere();
    await untilMailed(1, 10_000);
  });
});

describe("a worker that runs", () => {
  it("keeps its mail from the others, and ends when it is told to", SLOW, async () => {
    const client = new Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    onTestFinished(() => client.end());
    await server.become("hanging");
    await addNotice("one");
    const before = server.connections();
    const child = runWorker();
    await until(async () => server.connections() > before);
    expect(await listDeadWorkers(client)).toEqual([]);
    child.kill("SIGTERM");
    expect(await ended(child)).toBe(0);
    const jobs = await client.query("SELECT 1 FROM graphile_worker.jobs WHERE locked_by IS NOT NULL");
    expect(jobs.rowCount).toBe(0);
  });

  it("has old messages forgotten every day", async () => {
    runHere();
    await until(async () => {
      const [job] = await db().$queryRaw<{ at: Date }[]>`
        SELECT run_at AS at FROM graphile_worker.jobs WHERE key = 'forget'`;
      return job !== undefined && job.at.getTime() > Date.now() && job.at.getUTCHours() === 3;
    });
  });

  it("stops within seconds while a mail hangs", async () => {
    await server.become("hanging");
    const id = await addNotice("one");
    const before = server.connections();
    const worker = runHere();
    await until(async () => server.connections() > before);
    await stopsWithin(worker, 5_000);
    expect(await db().mail.findUnique({ where: { id } })).toMatchObject({ state: "queued" });
  });
});

describe("a database that goes away", () => {
  it("cuts all connections: the worker goes on", SLOW, async () => {
    runHere();
    for (const word of ["one", "two", "three"]) {
      // Our own connections were cut as well.
      await until(() => succeeds(addNotice(word)));
      await untilMailed(1, 15_000);
      await untilDone();
      server.mails.length = 0;
      await query(
        process.env.DATABASE_URL ?? "",
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
  });

  it("is killed and comes back: the worker goes on, and stops without it", SLOW, async () => {
    const url = process.env.DATABASE_URL;
    const dataDir = await makeDataDir();
    const shares = [await joinCluster(dataDir.path)];
    process.env.DATABASE_URL = shares[0]?.url;
    await disconnectDb();
    onTestFinished(async () => {
      await disconnectDb();
      for (const share of shares) await share.leave();
      await dataDir.remove();
      process.env.DATABASE_URL = url;
    });
    await migrate(process.env.DATABASE_URL ?? "");
    const worker = runHere();
    await addNotice("one");
    await untilMailed(1, 15_000);
    await untilDone();
    const kill = async () => {
      const [row] = await query<{ data_directory: string }>(
        process.env.DATABASE_URL ?? "",
        "SHOW data_directory",
      );
      process.kill((await findPostmaster(row?.data_directory ?? ""))?.pid ?? 0, "SIGKILL");
    };
    await server.become("slow");
    const before = server.connections();
    await addNotice("two");
    await until(async () => server.connections() > before);
    await kill();
    shares.push(await joinCluster(dataDir.path));
    await until(() => succeeds(untilDone()));
    // It was taken while the database was away: it is not sent again.
    expect(words()).toEqual(["one", "two"]);
    await kill();
    await stopsWithin(worker, 7_000);
  });

  it("is not there at all: the worker can still be stopped", async () => {
    const url = process.env.DATABASE_URL;
    process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";
    const worker = startWorker({ log });
    process.env.DATABASE_URL = url;
    await stopsWithin(worker, 5_000);
  });
});
