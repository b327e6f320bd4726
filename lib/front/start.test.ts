import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { joinCluster } from "../embedded/shares";
import { findFreePort } from "../testing/free-port";
import { startRelay } from "../testing/relay";
import {
  makeDataDir,
  runServer,
  statusOf,
  stopServer,
  type TestServer,
  until,
  untilReady,
} from "../testing/server";
import { query } from "../testing/signed-in";

// The whole process as an operator meets it. One data directory, kept from test to test as an operator keeps it.

let directory: Awaited<ReturnType<typeof makeDataDir>>;
let running: TestServer[] = [];

beforeAll(async () => {
  directory = await makeDataDir();
});

afterEach(async () => {
  for (const server of running) await stopServer(server);
  running = [];
});

afterAll(() => directory.remove());

/** What is on disk of pages that are kept, file by file. */
function readKeptPages(dataDir: string): string[] {
  const files = readdirSync(join(dataDir, "pages"), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".page"))
    .map((file) => readFileSync(join(dataDir, "pages", file), "utf8"));
}

async function start(settings: Record<string, string> = {}): Promise<TestServer> {
  const server = await runServer({ DATA_DIR: directory.path, ...settings });
  running.push(server);
  return server;
}

const postmaster = () =>
  Number(readFileSync(join(directory.path, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("a first start serves the starter content, and SIGTERM ends it and its database", {
  timeout: 240_000,
}, async () => {
  const server = await untilReady(await start());
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
  expect(await (await fetch(`${server.url}/compare/postgresql-vs-mysql`)).text()).toContain(
    "PostgreSQL wins",
  );
  const database = postmaster();
  expect(await stopServer(server)).toBe(0);
  await until(async () => !isRunning(database));
});

test("a second server on the same data directory names the first and ends with 1", {
  timeout: 120_000,
}, async () => {
  const first = await untilReady(await start());
  const second = await start();
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain(`pid ${first.child.pid}`);
  expect(await statusOf(`${first.url}/api/ready`)).toBe(200);
});

test("after a kill -9 the next start serves again, on the same content", { timeout: 120_000 }, async () => {
  const first = await untilReady(await start());
  const database = postmaster();
  first.child.kill("SIGKILL");
  await first.ended;
  const second = await untilReady(await start());
  expect(postmaster()).toBe(database);
  expect(await statusOf(`${second.url}/technologies/postgresql`)).toBe(200);
  await stopServer(second);
  await until(async () => !isRunning(database));
});

test("while the embedded database is down a page that nobody read is a 503 that says so; it comes back by itself", {
  timeout: 120_000,
}, async () => {
  const server = await untilReady(await start());
  process.kill(postmaster(), "SIGKILL");
  await until(async () => (await statusOf(`${server.url}/api/ready`)) === 503);
  for (const path of [
    "/compare/mysql-vs-sqlite",
    "/technologies/sqlite",
    "/technologies?ring=hold",
    "/search?q=x",
  ]) {
    const response = await fetch(server.url + path);
    // The database may have come back between the two.
    if (response.status === 200) continue;
    expect(response.status, path).toBe(503);
    expect(response.headers.get("retry-after"), path).toBe("10");
    expect(await response.text(), path).toContain("Back in a moment");
  }
  expect(await statusOf(`${server.url}/api/health`)).toBe(200);
  await until(async () => (await statusOf(`${server.url}/compare/mysql-vs-sqlite`)) === 200);
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
});

test("with a given database lost, what was read before is served, even after a restart; it is fresh when it is back", {
  timeout: 240_000,
}, async () => {
  const elsewhere = await makeDataDir();
  const database = await joinCluster(elsewhere.path, { ephemeral: true });
  const target = new URL(database.url);
  const relay = await startRelay({ host: target.hostname, port: Number(target.port) });
  const through = new URL(database.url);
  through.port = String(relay.port);
  const own = await makeDataDir();
  const port = String(await findFreePort());
  const settings = { DATABASE_URL: through.href, DATA_DIR: own.path, PORT: port };
  const READ = [
    "/",
    "/compare/postgresql-vs-mysql",
    "/technologies/postgresql",
    "/technologies",
    "/feed.xml",
  ];
  const first = await untilReady(await start(settings));
  const texts = new Map<string, string>();
  for (const path of READ) texts.set(path, await (await fetch(first.url + path)).text());
  relay.cut();
  await until(async () => (await statusOf(`${first.url}/api/ready`)) === 503);
  const expectOld = async (url: string) => {
    for (const path of READ) {
      const response = await fetch(url + path);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get("cache-status"), path).toContain("ttl=-1");
      expect(await response.text(), path).toBe(texts.get(path));
    }
    for (const path of ["/technologies/sqlite", "/api/suggest?q=p", "/admin"]) {
      const response = await fetch(url + path);
      expect([path, response.status]).toEqual([path, 503]);
      expect(await response.text(), path).not.toMatch(/node_modules|^\s+at /m);
    }
    expect(await statusOf(`${url}/api/health`)).toBe(200);
  };
  await expectOld(first.url);
  // A page is on disk a moment after it was first read.
  await until(async () => {
    const kept = readKeptPages(own.path);
    return READ.every((path) => kept.some((page) => page.includes(`"key":"${path}"`)));
  });
  // Killed, so that nothing is tidied up, and started with nothing to ask.
  first.child.kill("SIGKILL");
  await first.ended;
  const second = await start(settings);
  await until(async () => (await statusOf(`${second.url}/api/health`)) === 200);
  expect(await statusOf(`${second.url}/api/ready`)).toBe(503);
  await expectOld(second.url);
  // An edit that this server could not hear of.
  await query(
    database.url,
    `UPDATE "Technology" SET tagline = 'edited meanwhile', version = version + 1 WHERE slug = 'postgresql'`,
  );
  relay.mend();
  const back = performance.now();
  await until(async () => {
    const response = await fetch(`${second.url}/technologies/postgresql`);
    return (await response.text()).includes("edited meanwhile");
  });
  expect(performance.now() - back).toBeLessThan(10_000);
  await until(async () => (await statusOf(`${second.url}/api/ready`)) === 200);
  expect(await statusOf(`${second.url}/technologies/sqlite`)).toBe(200);
  await stopServer(second);
  await relay.close();
  await database.leave();
  await own.remove();
  await elsewhere.remove();
});

test("an edit is there for readers at once, and pages that have nothing to do with it stay", {
  timeout: 120_000,
}, async () => {
  const elsewhere = await makeDataDir();
  const database = await joinCluster(elsewhere.path, { ephemeral: true });
  const others = await makeDataDir();
  const one = await untilReady(await start({ DATABASE_URL: database.url }));
  const other = await untilReady(await start({ DATABASE_URL: database.url, DATA_DIR: others.path }));
  const wayOf = async (url: string) => (await fetch(url)).headers.get("cache-status");
  for (const { url } of [one, other]) {
    for (const path of ["/technologies/postgresql", "/compare/postgresql-vs-mysql", "/technologies/react"]) {
      await (await fetch(url + path)).text();
      expect(await wayOf(url + path), path).toContain("; hit");
    }
  }
  await query(
    database.url,
    `UPDATE "Technology" SET lead = 'Developers edited just now.', version = version + 1 WHERE slug = 'postgresql'`,
  );
  const begun = performance.now();
  for (const { url } of [one, other]) {
    for (const path of ["/technologies/postgresql", "/compare/postgresql-vs-mysql"]) {
      await until(async () => (await (await fetch(url + path)).text()).includes("edited just now"), 10);
    }
    expect(await wayOf(`${url}/technologies/react`)).toContain("; hit");
  }
  expect(performance.now() - begun).toBeLessThan(1_000);
  await stopServer(one);
  await stopServer(other);
  await database.leave();
  await others.remove();
  await elsewhere.remove();
});

test("a SIGTERM to npm reaches the server", { timeout: 120_000 }, async () => {
  const port = String(await findFreePort());
  const npm = spawn("npm", ["start"], {
    env: { ...process.env, DATA_DIR: directory.path, DATABASE_URL: "", PORT: port },
    stdio: "ignore",
  });
  await until(async () => (await statusOf(`http://localhost:${port}/api/ready`)) === 200);
  const database = postmaster();
  npm.kill("SIGTERM");
  await until(async () => !isRunning(database));
  expect(await statusOf(`http://localhost:${port}/api/health`)).toBeNull();
});

test("a busy port is named before anything is built or started", { timeout: 60_000 }, async () => {
  const taken = createServer().listen(0);
  const { port } = taken.address() as { port: number };
  const server = await start({ PORT: String(port) });
  expect(await server.ended).toBe(1);
  expect(server.output()).toBe(
    `Port ${port} is in use. Stop what uses it, or set PORT to another (example: PORT=3001).\n`,
  );
  taken.close();
});

test("a bad setting is named, with what was wrong and an example", { timeout: 60_000 }, async () => {
  const server = await start({ SITE_URL: "nicepick.example", LOG_LEVEL: "loud" });
  expect(await server.ended).toBe(1);
  expect(server.output()).toContain('SITE_URL: "nicepick.example" is not an http or https address');
  expect(server.output()).toContain("(example: LOG_LEVEL=info)");
  expect(server.output()).not.toMatch(/^\s+at /m);
});

test("requests under way are answered while the server stops", { timeout: 120_000 }, async () => {
  const server = await untilReady(await start());
  const answers = Array.from({ length: 20 }, (_, index) =>
    fetch(`${server.url}/technologies?page=1&n=${index}`),
  );
  await answers[0];
  server.child.kill("SIGTERM");
  const settled = await Promise.allSettled(answers);
  const refused = settled.filter((answer) => answer.status === "rejected");
  const statuses = settled.flatMap((answer) => (answer.status === "fulfilled" ? answer.value.status : []));
  expect(statuses.every((status) => status === 200)).toBe(true);
  expect(refused).toEqual([]);
  expect(await server.ended).toBe(0);
});
