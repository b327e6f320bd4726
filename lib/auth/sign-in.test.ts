import { argon2id, hash } from "argon2";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db, disconnectDb } from "../db";
import { isDatabaseUnavailable } from "../errors";
import { emptyTestDatabase, prepareTestDatabase } from "../testing/database";
import { hashPassword } from "./passwords";
import { checkCredentials } from "./sign-in-mutations";
import { countAttempt, forgiveAttempt } from "./throttle-mutations";

prepareTestDatabase();

const PASSWORD = "correct horse battery";
const HOME = "203.0.113.1";
let kept: string;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret for tests, long enough for it";
  kept = await hashPassword(PASSWORD);
});
afterAll(() => {
  delete process.env.NEXTAUTH_SECRET;
});

beforeEach(async () => {
  await emptyTestDatabase();
  await addUser("ada@example.org");
});

function addUser(email: string, given: { passwordHash?: string | null; disabledAt?: Date } = {}) {
  return db().user.create({ data: { email, name: email, role: "owner", passwordHash: kept, ...given } });
}

const attempt = (email: string, password = PASSWORD, address = HOME) =>
  checkCredentials({ email, password, address });

/** An attempt that fails, without the work of checking a password. */
const fail = (email: string, address: string) => countAttempt({ email, address });

it("the right password signs in", async () => {
  const { id } = await db().user.findFirstOrThrow();
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in", userId: id });
});

it("a wrong password, an unknown address, an invited account and a disabled one are refused alike", async () => {
  await addUser("invited@example.org", { passwordHash: null });
  await addUser("disabled@example.org", { disabledAt: new Date() });
  expect(await attempt("ada@example.org", "wrong")).toEqual({ kind: "refused" });
  for (const email of ["nobody@example.org", "invited@example.org", "disabled@example.org"]) {
    expect(await attempt(email), email).toEqual({ kind: "refused" });
  }
});

it("a hash made with other costs is made anew with the password that fits it", async () => {
  const old = await hash(PASSWORD, { type: argon2id, memoryCost: 8_192, timeCost: 2, parallelism: 1 });
  await db().user.updateMany({ data: { passwordHash: old } });
  expect(await attempt("ada@example.org", "wrong")).toEqual({ kind: "refused" });
  expect((await db().user.findFirstOrThrow()).passwordHash).toBe(old);
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in" });
  expect((await db().user.findFirstOrThrow()).passwordHash).toContain("m=47104,t=1,p=1");
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in" });
});

it("five failures close an account for the network that they came from, and for no other", async () => {
  for (let count = 0; count < 5; count += 1) {
    expect(await attempt("ada@example.org", "wrong")).toEqual({ kind: "refused" });
  }
  const limited = await attempt("ada@example.org");
  expect(limited).toEqual({ kind: "limited", retryAfter: expect.any(Number) });
  if (limited.kind === "limited") expect(limited.retryAfter).toBeGreaterThan(14 * 60);
  expect(await attempt("ada@example.org", PASSWORD, "203.0.113.2")).toMatchObject({ kind: "signed-in" });
  expect(await attempt("other@example.org", "wrong")).toEqual({ kind: "refused" });
});

it("attempts that come together are counted one by one", async () => {
  const results = await Promise.all(Array.from({ length: 12 }, () => fail("ada@example.org", HOME)));
  expect(results.filter(({ allowed }) => allowed)).toHaveLength(5);
});

it("a success gives back what was counted", async () => {
  for (let round = 0; round < 3; round += 1) {
    for (let count = 0; count < 4; count += 1) await fail("ada@example.org", HOME);
    expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in" });
  }
  for (let count = 0; count < 30; count += 1) {
    const counted = await countAttempt({ email: `user${count}@example.org`, address: "203.0.113.7" });
    if (!counted.allowed) throw new Error("refused");
    await forgiveAttempt(counted.taken, { success: true });
  }
});

it("twenty failures close a network to every account", async () => {
  const results = [];
  for (let count = 0; count < 25; count += 1) results.push(await fail(`user${count}@example.org`, HOME));
  expect(results.map(({ allowed }) => allowed)).toEqual([...Array(20).fill(true), ...Array(5).fill(false)]);
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "limited" });
});

it("a household's many IPv6 addresses are one network", async () => {
  for (let count = 1; count <= 5; count += 1) await fail("ada@example.org", `2001:db8:1:2::${count}`);
  expect(await fail("ada@example.org", "2001:db8:1:2:ffff::9")).toMatchObject({ allowed: false });
  expect(await fail("ada@example.org", "2001:db8:1:3::9")).toMatchObject({ allowed: true });
});

it("an attack from everywhere locks nobody out, not even whoever mistypes", async () => {
  const attackers = Array.from({ length: 100 }, (_, index) => `198.51.100.${index}`);
  for (const address of attackers) {
    for (let tries = 0; tries < 3; tries += 1) await fail("ada@example.org", address);
  }
  // From now on a network that has used up its tries is refused; the account's owner is not, nor is anybody's first try.
  expect(await fail("ada@example.org", attackers[0] ?? "")).toMatchObject({ allowed: false });
  expect(await fail("other@example.org", attackers[1] ?? "")).toMatchObject({ allowed: false });
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in" });
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in" });
  const mistyped = await attempt("ada@example.org", "wrong", "203.0.113.9");
  expect(mistyped).toEqual({ kind: "refused" });
  expect(await attempt("ada@example.org", PASSWORD, "203.0.113.9")).toMatchObject({ kind: "signed-in" });
  for (let tries = 0; tries < 3; tries += 1) await attempt("ada@example.org", "wrong", "203.0.113.10");
  const limited = await attempt("ada@example.org", PASSWORD, "203.0.113.10");
  expect(limited).toMatchObject({ kind: "limited" });
  if (limited.kind === "limited") expect(limited.retryAfter).toBeLessThanOrEqual(5 * 60);
});

it("what was not even tried does not count against anybody", async () => {
  await db().rateLimit.create({
    data: { key: "sign-in:everybody:all", points: 300, expire: BigInt(Date.now() + 60_000) },
  });
  await fail("ada@example.org", HOME);
  for (let count = 0; count < 10; count += 1) await fail("ada@example.org", HOME);
  await db().rateLimit.deleteMany({ where: { key: "sign-in:everybody:all" } });
  expect(await attempt("ada@example.org")).toMatchObject({ kind: "signed-in" });
});

it("the counters name nobody and no address", async () => {
  await attempt("ada@example.org", "wrong");
  const keys = (await db().rateLimit.findMany()).map(({ key }) => key);
  expect(keys).toHaveLength(3);
  expect(keys.join()).not.toMatch(/ada|203\.0/);
});

it("a lost database is called by its name", async () => {
  const url = process.env.DATABASE_URL;
  await disconnectDb();
  process.env.DATABASE_URL = "postgresql://postgres@127.0.0.1:9/none";
  const failure = await attempt("ada@example.org").catch((error: unknown) => error);
  await disconnectDb();
  process.env.DATABASE_URL = url;
  expect(isDatabaseUnavailable(failure)).toBe(true);
});
