import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { joinCluster } from "../embedded/shares";
import { findFreePort } from "../testing/free-port";
import {
  makeDataDir,
  runServer,
  statusOf,
  stopServer,
  type TestServer,
  until,
  untilReady,
} from "../testing/server";

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

test("while the database is down pages are a 503 that says so; it comes back by itself", {
  timeout: 120_000,
}, async () => {
  const server = await untilReady(await start());
  process.kill(postmaster(), "SIGKILL");
  await until(async () => (await statusOf(`${server.url}/api/ready`)) === 503);
  for (const path of ["/compare/postgresql-vs-mysql", "/technologies/postgresql", "/technologies", "/"]) {
    const response = await fetch(server.url + path);
    // The database may have come back between the two.
    if (response.status === 200) continue;
    expect(response.status, path).toBe(503);
    expect(response.headers.get("retry-after"), path).toBe("10");
    expect(await response.text(), path).toContain("Back in a moment");
  }
  expect(await statusOf(`${server.url}/api/health`)).toBe(200);
  await until(async () => (await statusOf(`${server.url}/compare/postgresql-vs-mysql`)) === 200);
  expect(await statusOf(`${server.url}/api/ready`)).toBe(200);
});

test("a given database that is lost is a 503 on every page, and no stack", { timeout: 120_000 }, async () => {
  const elsewhere = await makeDataDir();
  const database = await joinCluster(elsewhere.path, { ephemeral: true });
  const server = await untilReady(await start({ DATABASE_URL: database.url }));
  expect(await statusOf(`${server.url}/technologies/postgresql`)).toBe(200);
  await database.leave();
  for (const path of [
    "/compare/postgresql-vs-mysql",
    "/technologies/postgresql",
    "/technologies",
    "/",
    "/api/suggest?q=p",
  ]) {
    const response = await fetch(server.url + path);
    expect(response.status, path).toBe(503);
    expect(await response.text(), path).not.toMatch(/node_modules|^\s+at /m);
  }
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
