import { beforeEach, describe, expect, it } from "vitest";
import { parseCatalogue } from "../catalogue/document";
import { importCatalogue } from "../catalogue/mutations";
import { db } from "../db";
import { catalogueFile } from "../testing/catalogues";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { addActor } from "../testing/people";
import { askFor, dismissWanted, forgetWanted } from "./mutations";
import { listWanted } from "./queries";

const NOW = new Date("2026-11-22T10:00:00Z");
const days = (count: number) => new Date(NOW.getTime() + count * 24 * 60 * 60_000);

prepareTestDatabase();

beforeEach(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of thirty-two characters";
  await emptyTestDatabase();
  await publish("PostgreSQL", ["Postgres"]);
  await publish("MySQL");
});

async function publish(name: string, aliases: string[] = []) {
  const technology = { name, aliases, slug: name.toLowerCase(), kind: "database", category: "databases" };
  const parsed = parseCatalogue(
    catalogueFile({
      categories: [{ slug: "databases", name: "Databases" }],
      technologies: [{ ...technology, description: "Keeps rows.", lead: "Use it for rows." }],
    }),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  await importCatalogue(db(), { catalogue: parsed.catalogue, actor: "test", now: NOW });
}

function ask(text: unknown, { address = "192.0.2.1", now = NOW } = {}) {
  return askFor({ fields: { text }, address, now });
}

async function counts() {
  return (await listWanted()).map(({ text, asked }) => [text, asked]);
}

it("a text counts once for a network, however it is written", async () => {
  expect(await ask("Cockroach DB")).toEqual({ ok: true, value: { text: "Cockroach DB" } });
  expect(await ask("cockroach-db", { now: days(1) })).toMatchObject({ ok: true });
  expect(await counts()).toEqual([["Cockroach DB", 1]]);
  await ask("CockroachDB", { address: "192.0.2.2", now: days(2) });
  expect(await listWanted()).toMatchObject([
    { text: "Cockroach DB", asked: 2, firstAt: NOW.toISOString(), lastAt: days(2).toISOString() },
  ]);
});

it("all of an IPv6 network is one, and no address is kept", async () => {
  await ask("Zig", { address: "2001:db8:1:2::1" });
  await ask("Zig", { address: "2001:db8:1:2:ffff::9" });
  expect(await counts()).toEqual([["Zig", 1]]);
  const [asker] = await db().wantedBy.findMany();
  expect(asker?.askerHash).toMatch(/^[\w-]{43}$/);
});

it("many at once are all counted", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, index) => ask("Zig", { address: `192.0.2.${index}` })));
  expect(await counts()).toEqual([["Zig", 12]]);
});

it.each(["PostgreSQL", "postgres", "Postgre SQL", "MySQL vs Postgres"])(
  "%s is on file already",
  async (text) => {
    expect(await ask(text)).toMatchObject({
      code: "invalid",
      fields: { text: expect.stringContaining("on file") },
    });
  },
);

it.each([
  ["nothing", undefined],
  ["an empty text", " "],
  ["one too long", "x".repeat(121)],
  ["a NUL", "a\0b"],
  ["a lone surrogate", "a\ud800"],
  ["two lines", "a\nb"],
  ["an object", { not: "" }],
])("%s is refused", async (_, text) => {
  expect(await ask(text)).toMatchObject({ ok: false, code: "invalid", fields: { text: expect.any(String) } });
  expect(await counts()).toEqual([]);
});

it("a wish is 120 code points at most, of any script", async () => {
  for (const text of ["🧊".repeat(120), "ﷺ".repeat(120), "%_'\\"])
    expect(await ask(text)).toMatchObject({ ok: true });
  expect(await counts()).toHaveLength(3);
});

it("the twenty-first of a network within the hour has to wait", async () => {
  for (let index = 0; index < 20; index += 1) await ask(`Wish number ${index}`, { address: "198.51.100.9" });
  expect(await ask("One more", { address: "198.51.100.9" })).toMatchObject({
    code: "limited",
    detail: { retryAfter: expect.any(Number) },
  });
  expect(await ask("One more", { address: "198.51.100.10" })).toMatchObject({ ok: true });
});

describe("the editors' list", () => {
  it("has what most asked for first, and loses what is published under that name or alias", async () => {
    await ask("Zig", { address: "192.0.2.1" });
    await ask("Cockroach DB", { address: "192.0.2.1" });
    await ask("Cockroach DB", { address: "192.0.2.2" });
    await ask("Cassandra", { address: "192.0.2.1", now: days(1) });
    expect(await counts()).toEqual([
      ["Cockroach DB", 2],
      ["Cassandra", 1],
      ["Zig", 1],
    ]);
    await publish("CockroachDB");
    await publish("ScyllaDB", ["cassandra!"]);
    expect(await counts()).toEqual([["Zig", 1]]);
    await db().technology.update({ where: { slug: "cockroachdb" }, data: { state: "unpublished" } });
    expect(await counts()).toEqual([
      ["Cockroach DB", 2],
      ["Zig", 1],
    ]);
  });

  it("forgets what an editor dismisses, and says who did it", async () => {
    const actor = await addActor({ role: "editor", name: "Eve" });
    await ask("Zig");
    const id = (await listWanted())[0]?.id ?? "";
    expect(await dismissWanted({ id, actor, now: NOW })).toMatchObject({ ok: true });
    expect(await dismissWanted({ id, actor, now: NOW })).toMatchObject({ code: "not-found" });
    await ask("zig", { address: "192.0.2.2" });
    expect(await counts()).toEqual([]);
    expect(await db().auditEntry.findFirst({ where: { action: "wanted.dismiss" } })).toMatchObject({
      actor: "Eve",
      item: "Zig",
    });
  });
});

it("holds ten thousand texts, and the newest of them always", async () => {
  await db().$executeRaw`
    INSERT INTO "Wanted" (id, text, key, asked, "firstAt", "lastAt")
    SELECT gen_random_uuid(), 'Thing ' || n, 'thing' || n, 2, ${NOW}::timestamptz + n * interval '1 second', ${NOW}::timestamptz + n * interval '1 second'
    FROM generate_series(1, 10000) AS n`;
  await ask("Zig");
  expect(await db().wanted.count()).toBe(10_000);
  expect(await db().wanted.findUnique({ where: { key: "zig" } })).toMatchObject({ asked: 1 });
  expect(await db().wanted.findUnique({ where: { key: "thing1" } })).toBeNull();
});

it("forgets who asked after 30 days, and what nobody asks for after a year", async () => {
  await ask("Zig");
  await ask("Nim", { now: days(300) });
  await forgetWanted({ now: days(31) });
  expect(await db().wantedBy.count()).toBe(1);
  expect(await counts()).toHaveLength(2);
  await forgetWanted({ now: days(366) });
  expect(await counts()).toEqual([["Nim", 1]]);
});
