import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ENTRY } from "../feedback/entry";
import { type Relay, startRelay } from "../testing/relay";
import {
  makeDataDir,
  runServer,
  statusOf,
  stopServer,
  type TestServer,
  until,
  untilReady,
} from "../testing/server";
import { addSession, addUser, query } from "../testing/signed-in";
import { type Replicated, startReplicated } from "../testing/standby";

// The whole process on a PostgreSQL with a replica. The replica is told to stand still, and the primary's records are
// changed without a word of it: so each text on a page says which of the two it was read from.

const SECRET = "one secret of thirty-two characters, or more";
const METRICS_TOKEN = "a token of some length".replaceAll(" ", "-");
const SILENTLY = "SET session_replication_role = replica;";

let folder: Awaited<ReturnType<typeof makeDataDir>>;
let servers: Replicated;
let toPrimary: Relay;
let toReplica: Relay;
const target = { host: "127.0.0.1", port: 0 };
let site: TestServer;

beforeAll(async () => {
  folder = await makeDataDir();
  servers = await startReplicated(async () => {});
  toPrimary = await startRelay({ host: "127.0.0.1", port: portOf(servers.primary.url) });
  target.port = portOf(servers.standby.url);
  toReplica = await startRelay(target);
  site = await runServer({
    DATA_DIR: folder.path,
    DATABASE_URL: through(servers.primary.url, toPrimary),
    DATABASE_READ_URL: through(servers.standby.url, toReplica),
    NEXTAUTH_SECRET: SECRET,
    METRICS_TOKEN,
    LOG_LEVEL: "info",
    ACCESS_LOG: "0",
  });
  await untilReady(site);
}, 240_000);

afterAll(async () => {
  await stopServer(site);
  await Promise.all([toPrimary.close(), toReplica.close()]);
  await servers.remove();
  await folder.remove();
});

function through(url: string, { port }: Relay): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}

const portOf = (url: string) => Number(new URL(url).port);

const onPrimary = <R extends object>(sql: string) => query<R>(servers.primary.url, sql);

/** An answer with its text. */
async function ask(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; text: string; head: Headers }> {
  const response = await fetch(site.url + path, { redirect: "manual", ...init });
  return { status: response.status, text: await response.text(), head: response.headers };
}

const post = (path: string, body: object) =>
  ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

async function metric(name: string): Promise<number> {
  const { text } = await ask("/api/metrics", { headers: { Authorization: `Bearer ${METRICS_TOKEN}` } });
  return Number(text.split(`\nnicepick_${name} `)[1]?.split("\n")[0] ?? Number.NaN);
}

const untilCurrent = () => until(async () => (await metric("replica_current")) === 1);

test("readers' pages are made of the replica; what editors and senders see is the primary's", {
  timeout: 120_000,
}, async () => {
  await untilCurrent();
  const passedOn = await metric('replica_pages_total{by="primary"}');
  await servers.standby.pause();
  await onPrimary(`${SILENTLY} UPDATE "Technology" SET name = 'Newname' WHERE slug = 'postgresql'`);
  const READ = [
    "/",
    "/compare",
    "/compare/postgresql-vs-mysql",
    "/compare/postgresql-vs-mysql.json",
    "/compare/postgresql-vs-mysql.md",
    "/compare/postgresql-vs-react",
    "/technologies",
    "/technologies?category=databases",
    "/technologies/postgresql",
    "/technologies/postgresql.json",
    "/categories",
    "/categories/databases",
    "/best",
    "/best/databases",
    "/search?q=postgresql",
    "/search?q=nothing+like+it",
    "/feedback?pair=postgresql-vs-mysql",
    "/changes",
    "/methodology",
    "/feed.xml",
    "/llms.txt",
    "/sitemap.xml",
    "/sitemaps/technologies-1.xml",
    "/og/compare/postgresql-vs-mysql.png",
  ];
  for (const path of READ) {
    const { status, text } = await ask(path);
    expect([path, status, text.includes("Newname")]).toEqual([path, 200, false]);
  }
  expect((await ask("/technologies/postgresql")).text).toContain("PostgreSQL");
  expect((await ask("/technologies/nothing-here")).status).toBe(404);
  expect((await ask("/compare?left=postgresql&right=mysql")).head.get("location")).toBe(
    "/compare/postgresql-vs-mysql",
  );
  expect(await metric('replica_pages_total{by="replica"}')).toBeGreaterThan(READ.length);
  expect(await metric('replica_pages_total{by="primary"}')).toBe(passedOn);

  // Made while the replica stands still: it has neither of them.
  const userId = await addUser(servers.primary.url, { name: "Olga", role: "owner" });
  const Cookie = await addSession(servers.primary.url, userId, SECRET);
  expect((await ask("/admin/technologies?q=newname", { headers: { Cookie } })).text).toContain("Newname");
  expect((await ask("/api/suggest?q=postgresql")).text).toContain("Newname");

  expect((await post("/api/wanted", { text: "Zig Zag" })).status).toBe(201);
  expect(await onPrimary(`SELECT text, asked FROM "Wanted"`)).toEqual([{ text: "Zig Zag", asked: 1 }]);
  const { stamp } = JSON.parse((await ask("/api/feedback/ticket")).text) as { stamp: string };
  const sent = await post("/api/feedback", {
    ...{ pair: "postgresql-vs-mysql", wouldPick: "mysql", key: randomUUID(), stamp },
    ...{ message: "It has been faster for us.", [ENTRY.trap]: "" },
  });
  expect(sent.status).toBe(201);
  const { status: link } = JSON.parse(sent.text) as { status: string };
  expect((await ask(new URL(link, site.url).pathname)).text).toContain("It has been faster for us.");
  const vote = { pair: "postgresql-vs-mysql", pick: "postgresql", choice: "agree" };
  expect(JSON.parse((await post("/api/votes", vote)).text)).toMatchObject({ agrees: 1 });

  await onPrimary(`UPDATE "Technology" SET name = 'PostgreSQL' WHERE slug = 'postgresql'`);
  await servers.standby.resume();
});

test("an edit is read at once, however far behind the replica is", { timeout: 60_000 }, async () => {
  const paths = ["/technologies/postgresql", "/compare/postgresql-vs-mysql", "/search?q=postgresql"];
  for (let round = 1; round <= 3; round += 1) {
    await untilCurrent();
    for (const path of paths) await ask(path);
    await servers.standby.pause();
    await onPrimary(`UPDATE "Technology" SET name = 'Round${round}' WHERE slug = 'postgresql'`);
    const begun = performance.now();
    for (const path of paths)
      await until(async () => (await ask(path)).text.includes(`Round${round}`), 1_000);
    expect(performance.now() - begun).toBeLessThan(2_000);
    expect(await metric("replica_current")).toBe(0);
    await servers.standby.resume();
    await untilCurrent();
    for (const path of paths) expect((await ask(path)).text).toContain(`Round${round}`);
  }
});

test("a replica that is lost harms no page, and is spoken of once", { timeout: 60_000 }, async () => {
  await untilCurrent();
  await servers.standby.stop();
  for (const slug of ["react", "vue", "sqlite", "mysql", "redis", "docker"]) {
    const { status, head } = await ask(`/technologies/${slug}`);
    expect([slug, status]).toEqual([slug, 200]);
    expect(head.get("cache-status")).toContain("stored");
  }
  expect((await ask("/search?q=react")).status).toBe(200);
  await until(async () => (await metric("replica_current")) === 0);
  await onPrimary(`UPDATE "Technology" SET name = 'Alone' WHERE slug = 'postgresql'`);
  await until(async () => (await ask("/technologies/postgresql")).text.includes("Alone"), 1_000);
  await servers.standby.start();
  target.port = portOf(servers.standby.url);
  await untilCurrent();
  expect(site.output().match(/the replica is of no use/g)).toHaveLength(1);
  expect(site.output().match(/the replica is read again/g)).toHaveLength(1);
});

test("while the primary is lost, known pages are served as they were and unknown ones are made of the replica", {
  timeout: 60_000,
}, async () => {
  await untilCurrent();
  const known = await ask("/technologies/postgresql");
  toPrimary.cut();
  await until(async () => (await statusOf(`${site.url}/api/ready`)) === 503);
  const stale = await ask("/technologies/postgresql");
  expect([stale.status, stale.text]).toEqual([200, known.text]);
  expect(stale.head.get("cache-status")).toContain("ttl=-1");
  expect((await ask("/technologies/kubernetes")).status).toBe(200);
  expect((await ask("/compare/kubernetes-vs-docker")).status).toBeLessThan(400);
  expect((await ask("/search?q=kubernetes")).status).toBe(200);
  // Once it is known it is served as it was, like any other.
  expect((await ask("/technologies/kubernetes")).head.get("cache-status")).toContain("ttl=-1");
  expect((await ask("/api/suggest?q=kubernetes")).status).toBe(503);
  expect((await post("/api/wanted", { text: "Another" })).status).toBe(503);
  // Not heard of by this process.
  await onPrimary(`UPDATE "Technology" SET name = 'Meanwhile' WHERE slug = 'kubernetes'`);
  toPrimary.mend();
  await until(async () => (await ask("/technologies/kubernetes")).text.includes("Meanwhile"), 10_000);
  await untilCurrent();
});
