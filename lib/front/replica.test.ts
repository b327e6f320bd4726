import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { migrate } from "../../prisma/migrate";
import { db, disconnectDb } from "../db";
import { makeContext, type RequestContext, runInRequest } from "../request-context";
import { type Relay, startRelay } from "../testing/relay";
import { query } from "../testing/signed-in";
import { type Replicated, startReplicated } from "../testing/standby";
import { type Listener, listenForExpiries } from "./cache/listen";
import type { Wish } from "./cache/reader-pages";
import { WatchedReplica } from "./replica";

// A PostgreSQL and a standby that streams from it; between them and this process a line each that can be cut.

let servers: Replicated;
let toPrimary: Relay;
let toReplica: Relay;
/** Where that leads. */
const target = { host: "127.0.0.1", port: 0 };
let listener: Listener;
let replica: WatchedReplica;
let said: string[] = [];
let heard = 0;

const log = {
  warn: ({ reason }: { reason?: string }, message: string) => void said.push(`${message}: ${reason}`),
  info: (message: string) => void said.push(message),
};

function through(url: string, { port }: Relay): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}

const portOf = (url: string) => Number(new URL(url).port);

beforeAll(async () => {
  servers = await startReplicated(async (url) => {
    await migrate(url);
    await query(
      url,
      `INSERT INTO "Category" (id, slug, name, "updatedAt") VALUES ($1, 'db', 'Zero', now())`,
      [randomUUID()],
    );
  });
  toPrimary = await startRelay({ host: "127.0.0.1", port: portOf(servers.primary.url) });
  target.port = portOf(servers.standby.url);
  toReplica = await startRelay(target);
  process.env.DATABASE_URL = through(servers.primary.url, toPrimary);
  process.env.DATABASE_READ_URL = through(servers.standby.url, toReplica);
  replica = watch(process.env.DATABASE_READ_URL);
  listener = listenForExpiries(process.env.DATABASE_URL, {
    expired: () => {
      heard += 1;
    },
    gone: () => {},
    everything: () => {},
    after: (primary) => replica.follow(primary),
  });
}, 60_000);

afterAll(async () => {
  await listener.stop();
  await replica.stop();
  await disconnectDb();
  await Promise.all([toPrimary.close(), toReplica.close()]);
  await servers.remove();
});

function watch(url: string): WatchedReplica {
  return new WatchedReplica(url, { hears: () => listener?.hears ?? false, log });
}

const untilCurrent = () => vi.waitFor(() => expect(replica.isCurrent).toBe(true), { timeout: 10_000 });

/** The name of the category, and whether it was the standby that told it, for an answer that may be made of `source`. */
async function read(): Promise<string> {
  const [row] = await db().$queryRaw<{ name: string; standby: boolean }[]>`
    SELECT name, pg_is_in_recovery() AS standby FROM "Category" WHERE slug = 'db'`;
  return `${row?.name} of the ${row?.standby ? "replica" : "primary"}`;
}

/** As a page that is begun now. */
const beginPage = (wish: Wish) => makeContext("", replica.choose(wish));

async function inPage<T>(page: RequestContext, work: () => Promise<T>): Promise<T> {
  const { source } = page;
  try {
    // Begun when it is awaited: that has to be in here.
    return await runInRequest(page, async () => await work());
  } finally {
    replica.note(source, page.replicaFault);
  }
}

const readIn = (page: RequestContext) => inPage(page, read);
const readAs = (wish: Wish) => readIn(beginPage(wish));

/** Returns once it was heard of. */
async function rename(name: string): Promise<void> {
  const before = heard;
  await query(servers.primary.url, `UPDATE "Category" SET name = $1 WHERE slug = 'db'`, [name]);
  await vi.waitFor(() => expect(heard).toBeGreaterThan(before), { interval: 1, timeout: 10_000 });
}

test("answers that may be made of it are; everything else is made of the primary", async () => {
  await untilCurrent();
  expect(await readAs("current")).toBe("Zero of the replica");
  expect(await readAs("any")).toBe("Zero of the replica");
  expect(await readAs("none")).toBe("Zero of the primary");
  expect(await read()).toBe("Zero of the primary");
  const one = await inPage(beginPage("current"), () =>
    db().category.findUnique({ where: { slug: "db" }, select: { name: true } }),
  );
  expect(one).toEqual({ name: "Zero" });
  expect(said).toEqual([]);
});

test("what was heard of is read, however far behind it is", async () => {
  await untilCurrent();
  await servers.standby.pause();
  await rename("One");
  expect(await readAs("current")).toBe("One of the primary");
  await servers.standby.resume();
  await untilCurrent();
  expect(await readAs("current")).toBe("One of the replica");
});

test("no edit of many is missed", { timeout: 60_000 }, async () => {
  const seen = new Set<string>();
  for (let number = 0; number < 99; number += 1) {
    await rename(`Edit ${number}`);
    // Read at once, a little later, and when the replica has it.
    if (number % 3 === 1) await new Promise((resolve) => setTimeout(resolve, number % 7));
    if (number % 3 === 2) await untilCurrent();
    const [name, by] = (await readAs("current")).split(" of the ");
    expect(name).toBe(`Edit ${number}`);
    seen.add(by ?? "");
  }
  expect([...seen].sort()).toEqual(["primary", "replica"]);
});

test("a page that writes fails, and nothing is written", async () => {
  await untilCurrent();
  const page = beginPage("current");
  const wish = { id: randomUUID(), text: "x", key: "x", firstAt: new Date(), lastAt: new Date() };
  await expect(inPage(page, () => db().wanted.create({ data: wish }))).rejects.toThrow(
    /read-only transaction/,
  );
  await expect(inPage(page, () => db().$executeRaw`DELETE FROM "Category"`)).rejects.toThrow(
    /read-only transaction/,
  );
  await expect(inPage(page, () => db().$transaction(async () => {}))).rejects.toThrow(
    /may not begin a transaction/,
  );
  expect(await query(servers.primary.url, `SELECT 1 FROM "Wanted"`)).toEqual([]);
  expect(replica.isCurrent).toBe(true);
});

test("one that is lost harms nothing, is spoken of once, and is read again when it is back", {
  timeout: 30_000,
}, async () => {
  await untilCurrent();
  said = [];
  const before = await readAs("none");
  await servers.standby.stop();
  const together = inPage(beginPage("current"), () => Promise.all([read(), read(), read()]));
  expect(new Set(await together)).toEqual(new Set([before]));
  for (let reads = 0; reads < 20; reads += 1) expect(await readAs("current")).toBe(before);
  await vi.waitFor(() => expect(said).toHaveLength(1));
  await rename("Back");
  expect(await readAs("current")).toBe("Back of the primary");
  await servers.standby.start();
  target.port = portOf(servers.standby.url);
  await untilCurrent();
  expect(await readAs("current")).toBe("Back of the replica");
  expect(said).toEqual([
    expect.stringMatching(/^the replica is of no use: pages are made from the primary: /),
    "the replica is read again",
  ]);
});

test("one that does not answer any more is waited for no longer than a few seconds", {
  timeout: 30_000,
}, async () => {
  await untilCurrent();
  const name = await readAs("none");
  const page = beginPage("current");
  toReplica.freeze();
  const begun = performance.now();
  expect(await readIn(page)).toBe(name);
  expect(performance.now() - begun).toBeLessThan(6_000);
  await vi.waitFor(() => expect(replica.isCurrent).toBe(false), { timeout: 10_000 });
  toReplica.mend();
  await untilCurrent();
  expect(await readAs("current")).toBe(name.replace("primary", "replica"));
  // What went on with the primary does not go back to what may be older.
  expect(await readIn(page)).toBe(name);
});

test("a name that leads to another server as well is not trusted", async () => {
  await untilCurrent();
  const before = await readAs("none");
  await disconnectDb();
  target.port = portOf(servers.primary.url);
  expect(await readAs("current")).toBe(before);
  const [row] = await query<{ readers: number }>(
    servers.primary.url,
    "SELECT count(*)::int AS readers FROM pg_stat_activity WHERE application_name = 'nice-pick readers'",
  );
  expect(row).toEqual({ readers: 0 });
  target.port = portOf(servers.standby.url);
  await untilCurrent();
});

test.each([
  ["the primary", () => servers.primary.url, "DATABASE_READ_URL leads to no standby."],
  [
    "another database of the standby",
    () => servers.standby.url.replace(/nicepick$/, "postgres"),
    "DATABASE_READ_URL leads to no copy of the database of DATABASE_URL.",
  ],
])("%s is no replica", async (_, url, reason) => {
  said = [];
  const wrong = watch(url());
  try {
    // What the listener's connection has been asked, this one is to reach.
    const own = listenForExpiries(servers.primary.url, {
      expired: () => {},
      gone: () => {},
      everything: () => {},
      after: (primary) => wrong.follow(primary),
    });
    await vi.waitFor(() => expect(said.join()).toContain(reason), { timeout: 10_000 });
    expect(wrong.isCurrent).toBe(false);
    await own.stop();
  } finally {
    await wrong.stop();
  }
});

test("while the primary is lost, it is read for what there would be nothing of otherwise", {
  timeout: 30_000,
}, async () => {
  await untilCurrent();
  const name = (await readAs("current")).split(" of ")[0];
  toPrimary.cut();
  await vi.waitFor(() => expect(listener.hears).toBe(false), { timeout: 10_000 });
  await vi.waitFor(() => expect(replica.isLastResort).toBe(true), { timeout: 10_000 });
  expect(await readAs("any")).toBe(`${name} of the replica`);
  const together = inPage(beginPage("any"), () => Promise.all([read(), read(), read()]));
  expect(new Set(await together)).toEqual(new Set([`${name} of the replica`]));
  await expect(readAs("current")).rejects.toThrow("The database cannot be reached.");
  await expect(readAs("none")).rejects.toThrow("The database cannot be reached.");
  toPrimary.mend();
  await untilCurrent();
});

test("what was heard last, and is not on it, keeps it from being read even then", {
  timeout: 30_000,
}, async () => {
  await untilCurrent();
  await servers.standby.pause();
  await rename("Last");
  toPrimary.cut();
  await vi.waitFor(() => expect(listener.hears).toBe(false), { timeout: 10_000 });
  await expect(readAs("any")).rejects.toThrow("The database cannot be reached.");
  toPrimary.mend();
  await servers.standby.resume();
  await untilCurrent();
  expect(await readAs("any")).toBe("Last of the replica");
});
