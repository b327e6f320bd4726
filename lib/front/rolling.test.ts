import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { Agent, request as open } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { joinCluster, type Share } from "../embedded/shares";
import { ENTRY } from "../feedback/entry";
import { findFreePort } from "../testing/free-port";
import { runNginx, type TestNginx } from "../testing/nginx";
import { type Relay, startRelay } from "../testing/relay";
import { makeDataDir, runServer, stopServer, type TestServer, until, untilReady } from "../testing/server";
import { query } from "../testing/signed-in";

// Two processes on one database behind the nginx of docs/nginx.conf, as compose.yaml has them.

const CONFIG = fileURLToPath(new URL("../../docs/nginx.conf", import.meta.url));
const PATHS = [
  "/",
  "/compare/postgresql-vs-mysql",
  "/compare/react-vs-vue",
  "/technologies/postgresql",
  "/technologies",
  "/best/databases",
  "/api/suggest?q=post",
  "/nothing-here",
];
const PAUSE_MS = 20;

let folder: Awaited<ReturnType<typeof makeDataDir>>;
let database: Share;
/** Between the instances and their database. */
let relay: Relay;
let instances: TestServer[] = [];
let nginx: TestNginx | undefined;
let site: string;

beforeAll(async () => {
  folder = await makeDataDir();
  database = await joinCluster(`${folder.path}/database`, { ephemeral: true });
  const { hostname, port: databasePort } = new URL(database.url);
  relay = await startRelay({ host: hostname, port: Number(databasePort) });
  const port = await findFreePort();
  site = `http://localhost:${port}`;
  // Both at once, on a database without a table.
  instances = await Promise.all([start("one"), start("two")]);
  await Promise.all(instances.map(untilReady));
  nginx = await runNginx({ http: await configFor(port), port });
}, 240_000);

afterAll(async () => {
  await nginx?.stop();
  await Promise.all(instances.map(stopServer));
  await relay.close();
  await database.leave();
  await folder.remove();
});

async function start(name: string, port?: string): Promise<TestServer> {
  const through = new URL(database.url);
  through.port = String(relay.port);
  return runServer({
    DATA_DIR: `${folder.path}/${name}`,
    DATABASE_URL: through.href,
    SITE_URL: site,
    NEXTAUTH_SECRET: "one secret of thirty-two characters for both",
    TRUST_PROXY: "1",
    ...(port !== undefined && { PORT: port }),
  });
}

/** The file as it is shipped, with this machine's ports in it. */
async function configFor(port: number): Promise<string> {
  const [one = "", two = ""] = instances.map(addressOf);
  const config = await readFile(CONFIG, "utf8");
  return config
    .replaceAll("app1:3000", one)
    .replaceAll("app2:3000", two)
    .replace("listen 80;", `listen 127.0.0.1:${port};`);
}

const addressOf = ({ url }: TestServer) => `127.0.0.1:${new URL(url).port}`;

type Answer = { status: number; body: string };

/** What one reader gets; `from` is her address. */
function ask(path: string, options: { body?: object; agent?: Agent; from?: string } = {}): Promise<Answer> {
  const body = options.body && JSON.stringify(options.body);
  return new Promise((resolve, reject) => {
    const sent = open(
      new URL(path, site.replace("localhost", "127.0.0.1")),
      {
        method: body === undefined ? "GET" : "POST",
        ...(options.agent && { agent: options.agent }),
        ...(options.from && { localAddress: options.from }),
        headers: {
          Host: new URL(site).host,
          ...(body !== undefined && {
            "Content-Type": "application/json",
            "Content-Length": Buffer.byteLength(body),
          }),
        },
      },
      (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk) => (text += chunk));
        response.once("error", reject);
        response.once("end", () => resolve({ status: response.statusCode ?? 0, body: text }));
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}

/** Readers that read and write until they are stopped; `lost` names each answer that nobody should get. */
function bringReaders() {
  const lost: string[] = [];
  const done = { reads: 0, votes: 0, messages: 0 };
  const agent = new Agent({ keepAlive: true });
  let stopped = false;
  const note = async (what: string, expected: number, answer: Promise<Answer>) => {
    const said = await answer.then(
      ({ status }) => status,
      (error: Error) => error.message,
    );
    if (said !== expected) lost.push(`${what}: ${said}`);
    return said === expected;
  };
  const repeat = async (work: (index: number) => Promise<void>) => {
    for (let index = 0; !stopped; index += 1) {
      await work(index);
      await delay(PAUSE_MS);
    }
  };
  const read = (first: number) =>
    repeat(async (index) => {
      const path = PATHS[(first + index) % PATHS.length] ?? "/";
      const expected = path === "/nothing-here" ? 404 : 200;
      if (await note(path, expected, ask(path, { agent }))) done.reads += 1;
    });
  const vote = () =>
    repeat(async (index) => {
      const body = { pair: "postgresql-vs-mysql", pick: "postgresql", choice: "agree" };
      if (await note("vote", 200, ask("/api/votes", { body, from: readerAddress(index) }))) done.votes += 1;
    });
  const write = () =>
    repeat(async (index) => {
      const ticket = await ask("/api/feedback/ticket", { agent }).catch(() => null);
      if (ticket?.status !== 200) return void lost.push(`ticket: ${ticket?.status}`);
      const { stamp } = JSON.parse(ticket.body) as { stamp: string };
      const body = {
        ...{ pair: "postgresql-vs-mysql", wouldPick: "mysql", key: randomUUID(), stamp },
        ...{ message: `Message ${index}: it has been faster for us.`, [ENTRY.trap]: "" },
      };
      const answer = ask("/api/feedback", { body, from: readerAddress(index) });
      if (await note("message", 201, answer)) done.messages += 1;
    });
  const work = Promise.all([read(0), read(3), read(6), vote(), write()]);
  return {
    lost,
    done,
    stop: async () => {
      stopped = true;
      await work;
      agent.destroy();
    },
  };
}

/** Another one for each reader, all of them this machine's. */
const readerAddress = (index: number) => `127.1.${index >> 8}.${index & 255}`;

/** nginx's own lines about what it was asked: each with the instances that it asked in turn, and what they said. */
async function listRequests(): Promise<Record<string, string>[]> {
  return ((await nginx?.requests()) ?? []).map((line) => JSON.parse(line) as Record<string, string>);
}

/** Waits for an answer by this instance to a request of nginx's that comes from now on. */
async function untilAsked(instance: TestServer): Promise<void> {
  const before = (await listRequests()).length;
  await until(async () =>
    (await listRequests())
      .slice(before)
      .some(({ upstream, upstreamStatus }) => upstream === addressOf(instance) && upstreamStatus === "200"),
  );
}

test("each of two instances is restarted in turn, and no request is lost", { timeout: 240_000 }, async () => {
  const readers = bringReaders();
  try {
    for (const [index, name] of ["one", "two"].entries()) {
      const instance = instances[index];
      if (!instance) throw new Error("there are two instances");
      await untilAsked(instance);
      expect(await stopServer(instance)).toBe(0);
      const next = await start(name, new URL(instance.url).port);
      instances[index] = next;
      await untilReady(next);
      await untilAsked(next);
    }
  } finally {
    await readers.stop();
  }
  expect(readers.lost).toEqual([]);
  const { reads, votes, messages } = readers.done;
  expect(Math.min(reads, votes, messages)).toBeGreaterThan(20);
  const [kept] = await query<{ votes: number; messages: number }>(
    database.url,
    `SELECT (SELECT sum(agrees)::int FROM "VoteTally") AS votes, (SELECT count(*)::int FROM "Feedback") AS messages`,
  );
  expect(kept).toEqual({ votes, messages });
});

test("what is published is read through both instances within a second", { timeout: 60_000 }, async () => {
  const path = "/technologies/postgresql";
  const read = ({ url }: TestServer) => fetch(url + path).then((response) => response.text());
  for (let round = 1; round <= 3; round += 1) {
    // Whoever keeps pages has this one by now.
    await Promise.all([...instances, ...instances].map(read));
    const tagline = `the database of round ${round}`;
    await query(database.url, `UPDATE "Technology" SET tagline = $1 WHERE slug = 'postgresql'`, [tagline]);
    await until(async () => {
      const pages = await Promise.all(instances.map(read));
      return pages.every((page) => page.includes(tagline));
    }, 1_000);
  }
});

test("a file of a release that one instance does not run is asked of the other as well", async () => {
  const path = "/_next/static/chunks/of-the-next-release.js";
  expect((await ask(path)).status).toBe(404);
  await until(async () => (await listRequests()).some((line) => line.path === path));
  const line = (await listRequests()).find((entry) => entry.path === path);
  expect(line?.upstream?.split(", ").sort()).toEqual(instances.map(addressOf).sort());
});

test("nginx writes down no query, and nothing that a path keeps secret", async () => {
  expect((await ask("/feedback/status/of-somebody?and=more")).status).toBe(404);
  expect((await ask("/api/metrics")).status).toBe(404);
  await until(async () => (await listRequests()).some(({ path }) => path === "/api/metrics"));
  const lines = ((await nginx?.requests()) ?? []).join();
  expect(lines).toContain('"path":"/feedback/status/"');
  expect(lines).not.toMatch(/of-somebody|and=more|127\.1\.\d/);
  expect((await listRequests()).find(({ path }) => path === "/api/metrics")).toMatchObject({ upstream: "" });
});

test("with the database away, a page that only one instance has kept is found there", {
  timeout: 120_000,
}, async () => {
  const path = "/technologies/sqlite";
  const [one] = instances;
  expect((await fetch(one?.url + path)).status).toBe(200);
  relay.cut();
  const isDown = async ({ url }: TestServer) => (await fetch(`${url}/api/ready`)).status === 503;
  await until(async () => (await Promise.all(instances.map(isDown))).every(Boolean));
  for (let times = 0; times < 6; times += 1) expect((await ask(path)).status).toBe(200);
  relay.mend();
  await until(async () => !(await Promise.all(instances.map(isDown))).some(Boolean));
});
