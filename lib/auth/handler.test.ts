import { randomBytes, randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, test, vi } from "vitest";
import { db } from "../db";
import { prepareTestDatabase } from "../testing/database";
import { signedRankScore } from "../testing/rank-test";
import { type Relay, startRelay } from "../testing/relay";
import { makeDataDir, runServer, stopServer, type TestServer, until, untilReady } from "../testing/server";
import { query } from "../testing/signed-in";
import { Visitor } from "../testing/visitor";
import { hashPassword } from "./passwords";
import { endSessionsOf } from "./session-mutations";

// The whole process, as browsers and other programs meet it.

vi.setConfig({ testTimeout: 60_000 });

const OWNER = { email: "owner@nicepick.example", password: "correct horse battery" };
const HOUR = 3_600_000;

const createDatabase = prepareTestDatabase();
let directory: Awaited<ReturnType<typeof makeDataDir>>;
let relay: Relay;
let server: TestServer;
let settings: Record<string, string>;

beforeAll(async () => {
  directory = await makeDataDir();
  const database = new URL(process.env.DATABASE_URL ?? "");
  relay = await startRelay({ host: database.hostname, port: Number(database.port) });
  database.port = String(relay.port);
  // With something on file no starter content is loaded.
  await db().category.create({ data: { slug: "databases", name: "Databases" } });
  settings = {
    DATABASE_URL: database.href,
    DATA_DIR: directory.path,
    TRUST_PROXY: "1",
    OWNER_EMAIL: OWNER.email,
    OWNER_PASSWORD: OWNER.password,
    NEXTAUTH_SECRET: "",
  };
  server = await untilReady(await runServer(settings));
}, 300_000);

afterAll(async () => {
  if (server) await stopServer(server);
  await relay?.close();
  await directory?.remove();
});

beforeEach(async () => {
  await db().rateLimit.deleteMany();
  await db().session.deleteMany();
});

const visitor = (address?: string) => new Visitor(server.url, address);

/** Somebody who is signed in, and the row that says so. */
async function signIn(who = OWNER) {
  const browser = visitor();
  expect((await browser.signIn(who.email, who.password)).status).toBe(200);
  const session = await db().session.findFirstOrThrow({
    orderBy: { createdAt: "desc" },
    include: { user: true },
  });
  return { browser, session, user: session.user };
}

async function addUser(role: "author" | "editor" | "owner") {
  const email = `${role}.${randomBytes(4).toString("hex")}@nicepick.example`;
  const passwordHash = await hashPassword(OWNER.password);
  await db().user.create({ data: { email, name: role, role, passwordHash } });
  return { email, password: OWNER.password };
}

/** 200, or where an address below /admin leads instead. */
async function admin(browser: Visitor, path = "/admin/forgot-nothing"): Promise<number | string> {
  const { status, headers } = await browser.ask(path);
  return status === 307 ? (headers.get("location") ?? "") : status;
}
const LET_IN = 404;
const EXPIRED = /^\/admin\/sign-in\?.*error=SessionExpired/;

describe("signing in", () => {
  it("takes the owner of the settings, however the address is written", async () => {
    const browser = visitor();
    const response = await browser.signIn(` ${OWNER.email.toUpperCase()} `, OWNER.password, {
      callbackUrl: "/admin/users?a=1",
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: `${server.url}/admin/users?a=1` });
    const cookie = response.headers.getSetCookie().find((text) => text.includes("session-token"));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(await admin(browser)).toBe(LET_IN);
    expect(server.output()).toContain(`\nSign in at ${server.url}/admin/sign-in\n`);
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "http://["])(
    "leads to the start instead of %s",
    async (callbackUrl) => {
      const browser = visitor();
      const response = await browser.signIn(OWNER.email, OWNER.password, { callbackUrl });
      expect(await response.json()).toEqual({ url: `${server.url}/admin` });
      const asked = `/admin/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`;
      expect(await admin(browser, asked)).toBe("/admin");
    },
  );

  it("answers a wrong password and an unknown address alike", async () => {
    const answers = [];
    for (const [email, password] of [
      [OWNER.email, "wrong"],
      ["nobody@nicepick.example", OWNER.password],
    ] as const) {
      const response = await visitor().signIn(email, password);
      const own = ["date", "x-request-id", "content-security-policy"];
      const headers = [...response.headers].filter(([name]) => !own.includes(name));
      answers.push({ status: response.status, body: await response.text(), headers });
    }
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toMatchObject({
      status: 401,
      body: JSON.stringify({ url: `${server.url}/admin/sign-in?error=CredentialsSignin` }),
    });
  });

  it("ends the session that the browser had before", async () => {
    const { browser } = await signIn();
    const before = browser.copy();
    await browser.signIn(OWNER.email, OWNER.password);
    expect(await admin(browser)).toBe(LET_IN);
    expect(await admin(before)).toMatch(EXPIRED);
  });
});

describe("the admin", () => {
  it("asks strangers to sign in, and brings them back", async () => {
    expect(await admin(visitor(), "/admin")).toBe("/admin/sign-in?callbackUrl=%2Fadmin");
    expect(await admin(visitor(), "/admin/users?page=2")).toBe(
      "/admin/sign-in?callbackUrl=%2Fadmin%2Fusers%3Fpage%3D2",
    );
    expect(await admin(visitor(), "/admin/sign-in")).toBe(200);
  });

  it("refuses a role what is not its own, with a 403", async () => {
    const [author, editor] = [await signIn(await addUser("author")), await signIn(await addUser("editor"))];
    const { browser: owner } = await signIn();
    const statuses = async (browser: Visitor) => {
      const asked = ["/admin/users/x", "/admin/settings/x", "/admin/audit/x", "/admin/nothing"];
      return Promise.all(asked.map((path) => admin(browser, path)));
    };
    expect(await statuses(author.browser)).toEqual([403, 403, 403, LET_IN]);
    expect(await statuses(editor.browser)).toEqual([403, 403, LET_IN, LET_IN]);
    expect(await statuses(owner)).toEqual([LET_IN, LET_IN, LET_IN, LET_IN]);
  });

  it("lets nobody in with a cookie that it did not make", async () => {
    const { browser } = await signIn();
    const cookie = browser.cookies.get("next-auth.session-token") ?? "";
    for (const forged of ["x", "", `${cookie}x`, cookie.replace(/\.[^.]+$/, ".AAAA"), "a.b.c.d.e"]) {
      const other = visitor();
      other.cookies.set("next-auth.session-token", forged);
      expect(await admin(other), forged).toMatch(/^\/admin\/sign-in/);
    }
  });
});

describe("on the very next request a session is over", () => {
  it("after signing out, for every copy of its cookie", async () => {
    const { browser } = await signIn();
    const copy = browser.copy();
    const session = async (one: Visitor) => (await one.ask("/api/auth/session")).json();
    expect(await session(copy)).toMatchObject({ user: { email: OWNER.email, role: "owner" } });
    browser.cookies.set("nicepick-editor", "1");
    expect((await browser.postAuth("signout", {})).status).toBe(200);
    expect(browser.cookies.has("nicepick-editor")).toBe(false);
    expect(await admin(browser)).toBe("/admin/sign-in?callbackUrl=%2Fadmin%2Fforgot-nothing");
    expect(await admin(copy)).toMatch(EXPIRED);
    expect(await session(copy)).toEqual({});
  });

  it.each<[string, (session: { id: string; userId: string }) => Promise<unknown>]>([
    [
      "when the account is disabled",
      ({ userId }) => db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } }),
    ],
    [
      "when all sessions are ended, as a reset and another role do",
      ({ userId }) => endSessionsOf(db(), userId),
    ],
    [
      "when nothing was asked for an hour",
      ({ id }) => db().session.update({ where: { id }, data: { seenAt: new Date(Date.now() - HOUR) } }),
    ],
    [
      "when it has lasted for twelve hours",
      ({ id }) => db().session.update({ where: { id }, data: { expiresAt: new Date() } }),
    ],
  ])("%s", async (_, end) => {
    const { browser, session } = await signIn(await addUser("owner"));
    expect(await admin(browser)).toBe(LET_IN);
    await end(session);
    expect(await admin(browser)).toMatch(EXPIRED);
  });

  it("when another browser changed the password and kept its own", async () => {
    const { browser: other } = await signIn();
    const { browser, session } = await signIn();
    await endSessionsOf(db(), session.userId, { except: session.id });
    expect([await admin(browser), await admin(other)]).toEqual([LET_IN, expect.stringMatching(EXPIRED)]);
  });

  it("and another role counts from the next request on", async () => {
    const { browser, user } = await signIn(await addUser("owner"));
    expect(await admin(browser, "/admin/users/x")).toBe(LET_IN);
    await db().user.update({ where: { id: user.id }, data: { role: "author" } });
    expect(await admin(browser, "/admin/users/x")).toBe(403);
  });
});

describe("what is not a sign-in is refused, and no fault", () => {
  const json = (body: string, type = "application/json") => ({
    method: "POST",
    body,
    headers: { "Content-Type": type },
  });
  const form = (body: string) => json(body, "application/x-www-form-urlencoded");
  const SIGN_IN = "/api/auth/callback/credentials";

  it.each<[string, string, RequestInit, number]>([
    ["an object for the address", SIGN_IN, json('{"email":{"not":""},"password":"x"}'), 422],
    ["an object for the password", SIGN_IN, json('{"email":"a@b.example","password":{"not":""}}'), 422],
    ["a list", SIGN_IN, json('[{"email":"a"}]'), 422],
    ["nothing", SIGN_IN, json(""), 400],
    ["null", SIGN_IN, json("null"), 422],
    ["half of a JSON text", SIGN_IN, json('{"email":'), 400],
    ["fields that no sign-in has", SIGN_IN, form("email=a&password=b&role=owner"), 422],
    ["__proto__", SIGN_IN, json('{"__proto__":{"csrfToken":"x"}}'), 422],
    ["plain text", SIGN_IN, json("email=a", "text/plain"), 400],
    ["a multipart form", SIGN_IN, json("--x--", "multipart/form-data; boundary=x"), 400],
    ["a form without the token against forgery", SIGN_IN, form("email=a&password=b&json=true"), 403],
    ["20 KB", SIGN_IN, form(`email=${"a".repeat(20_000)}`), 413],
    ["signing out without the token", "/api/auth/signout", form("json=true"), 403],
    ["a provider that is not set", "/api/auth/signin/github", form("json=true"), 404],
    ["a provider that is not there", "/api/auth/callback/nobody", form(""), 404],
    ["an action that is not there", "/api/auth/nothing", form(""), 404],
    ["too long a path", "/api/auth/callback/credentials/x", form(""), 404],
    ["an action of next-auth's that we have no use for", "/api/auth/_log", json("{}"), 404],
    ["the same, to read", "/api/auth/_log", {}, 404],
    ["signing in by an address", `${SIGN_IN}?email=a`, {}, 404],
    [
      "a form of another site",
      SIGN_IN,
      { ...form("email=a"), headers: { Origin: "https://evil.example" } },
      403,
    ],
  ])("%s", async (_, path, init, status) => {
    const response = await visitor().ask(path, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String), message: expect.any(String) });
  });

  it("whatever is typed", async () => {
    for (const [email, password] of [
      ["", ""],
      ["nobody", "x"],
      ["a\u0000@b.example", "x"],
      [OWNER.email, "\u0000"],
      [OWNER.email, "x".repeat(4_000)],
      [`${"a".repeat(3_000)}@b.example`, "x"],
    ] as const) {
      expect((await visitor().signIn(email, password)).status, JSON.stringify([email, password])).toBe(401);
    }
  });

  it("a cookie that no address fits in is refused once, and forgotten", async () => {
    const browser = visitor();
    browser.cookies.set("next-auth.callback-url", "http%3A%2F%2F%5B");
    expect((await browser.ask("/api/auth/csrf")).status).toBe(400);
    expect((await browser.ask("/api/auth/csrf")).status).toBe(200);
  });

  it("errors that an address makes up are none of ours", async () => {
    const response = await visitor().ask(`/api/auth/error?error=${encodeURIComponent("\r\nX: <script>")}`);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe(`${server.url}/admin/sign-in?error=Failed`);
  });
});

describe("throttling", () => {
  it("closes an account to the network that failed, says for how long, and to no other", async () => {
    const attacker = visitor("198.51.100.1");
    for (let count = 0; count < 5; count += 1) {
      expect((await attacker.signIn(OWNER.email, "wrong")).status).toBe(401);
    }
    const refused = await attacker.signIn(OWNER.email, OWNER.password);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    expect(await refused.json()).toMatchObject({ url: `${server.url}/admin/sign-in?error=Throttled` });
    expect((await visitor("198.51.100.2").signIn(OWNER.email, OWNER.password)).status).toBe(200);
  });

  it("takes nobody's word for an address but the proxy's", async () => {
    for (let count = 0; count < 5; count += 1) {
      await visitor(`10.0.0.${count}, 198.51.100.7`).signIn(OWNER.email, "wrong");
    }
    expect((await visitor("10.0.0.9, 198.51.100.7").signIn(OWNER.email, OWNER.password)).status).toBe(429);
  });

  it("of many at once refuses those that would wait too long, and counts nothing for them", async () => {
    const browsers = Array.from({ length: 40 }, (_, index) => visitor(`198.51.100.${index}`));
    const statuses = await Promise.all(
      browsers.map(async (browser) => (await browser.signIn(OWNER.email, "wrong")).status),
    );
    expect([...new Set(statuses)].sort()).toEqual([401, 429]);
    const failures = await db().rateLimit.findUniqueOrThrow({ where: { key: "sign-in:everybody:all" } });
    expect(failures.points).toBe(statuses.filter((status) => status === 401).length);
    expect((await visitor().signIn(OWNER.email, OWNER.password)).status).toBe(200);
  });
});

test("200 sign-ins to known and unknown addresses cannot be told apart by their time", {
  timeout: 180_000,
}, async () => {
  const known = await Promise.all(Array.from({ length: 10 }, () => addUser("author")));
  const browser = visitor();
  const { csrfToken } = (await (await browser.ask("/api/auth/csrf")).json()) as { csrfToken: string };
  const cookies = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const time = async (email: string, address: string) => {
    const body = new URLSearchParams({ email, password: "wrong", csrfToken, json: "true" });
    const headers = { Cookie: cookies, "X-Forwarded-For": address };
    const begun = performance.now();
    const url = `${server.url}/api/auth/callback/credentials`;
    const response = await fetch(url, { method: "POST", body, headers });
    await response.arrayBuffer();
    expect(response.status).toBe(401);
    return performance.now() - begun;
  };
  for (let count = 0; count < 5; count += 1) await time("warm@nicepick.example", `192.0.2.${count}`);
  const pairs: [number, number][] = [];
  for (let index = 0; index < 100; index += 1) {
    const email = known[index % known.length]?.email ?? "";
    const other = email.replace("author", "nobody");
    // In turn, so that neither is always the one that comes first.
    const first = await time(index % 2 ? email : other, `198.51.100.${index}`);
    const second = await time(index % 2 ? other : email, `203.0.113.${index}`);
    pairs.push(index % 2 ? [first, second] : [second, first]);
  }
  // Chance alone goes beyond four deviations once in sixteen thousand runs; without the dummy hash it is eight.
  expect(Math.abs(signedRankScore(pairs))).toBeLessThan(4);
});

test("while the database is away nobody is let in or thrown out", { timeout: 60_000 }, async () => {
  const { browser } = await signIn();
  relay.cut();
  const statuses = async () => ({
    page: (await browser.ask("/admin/nothing")).status,
    signIn: (await visitor().signIn(OWNER.email, OWNER.password)).status,
    signOut: (await browser.postAuth("signout", {})).status,
  });
  expect(await statuses()).toEqual({ page: 503, signIn: 503, signOut: 503 });
  relay.mend();
  await until(async () => (await admin(browser)) === LET_IN);
});

test("the secret of cookies is kept where only its owner reads it: a restart signs nobody out", {
  timeout: 120_000,
}, async () => {
  const { browser } = await signIn();
  const { mode } = await stat(join(directory.path, "nextauth-secret"));
  expect(mode & 0o777).toBe(0o600);
  await stopServer(server);
  const port = new URL(server.url).port;
  server = await untilReady(await runServer({ ...settings, PORT: port }));
  expect(await admin(browser)).toBe(LET_IN);
});

test("without an owner a start prints the link to set one up; over https cookies keep to it", {
  timeout: 120_000,
}, async () => {
  const url = await createDatabase();
  await query(url, `INSERT INTO "Category" (id, slug, name, "updatedAt") VALUES ($1, 'one', 'One', now())`, [
    randomUUID(),
  ]);
  const elsewhere = await makeDataDir();
  const { OWNER_EMAIL: _, OWNER_PASSWORD: __, ...others } = settings;
  const place = { DATABASE_URL: url, DATA_DIR: elsewhere.path, SITE_URL: "https://nicepick.example" };
  const other = await untilReady(
    await runServer({ ...others, ...place, GITHUB_ID: "an-id", GITHUB_SECRET: "a-secret" }),
  );
  await until(async () => other.output().includes("Set up the first owner"));
  const page = await (await fetch(`${other.url}/admin/sign-in`)).text();
  const browser = new Visitor(other.url);
  const leave = await browser.postAuth("signin/github", { callbackUrl: "/admin/users" });
  const to = new URL(((await leave.json()) as { url: string }).url);
  const back = await browser.ask("/api/auth/callback/github?error=access_denied");
  const backTo = new URL(back.headers.get("location") ?? "").pathname;
  const error = await browser.ask(`${backTo}?error=Callback`);
  await stopServer(other);
  await elsewhere.remove();
  expect(page).toContain("No accounts yet");
  expect(to.origin + to.pathname).toBe("https://github.com/login/oauth/authorize");
  expect(to.searchParams.get("redirect_uri")).toBe("https://nicepick.example/api/auth/callback/github");
  expect(leave.headers.getSetCookie().join("\n")).toMatch(/^__Secure-next-auth\.state=.*; Secure/m);
  expect([backTo, error.headers.get("location")]).toEqual([
    "/api/auth/error",
    "https://nicepick.example/admin/sign-in?error=OtherSite",
  ]);
  expect(other.output()).toMatch(/^Ready on http:\/\/localhost:\d+$/m);
  expect(other.output()).toMatch(
    /^Set up the first owner \(once, within the hour\): https:\/\/nicepick\.example\/admin\/set-up\?token=[\w-]{43}$/m,
  );
});

test("an owner's password that will not do is named, and not shown", { timeout: 60_000 }, async () => {
  const elsewhere = await makeDataDir();
  for (const [password, problem] of [
    ["passw0rd", "is among the most common ones"],
    ["s3cret", "needs at least 8 characters"],
  ] as const) {
    const other = await runServer({ ...settings, DATA_DIR: elsewhere.path, OWNER_PASSWORD: password });
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain(`OWNER_PASSWORD: the value given ${problem}`);
    expect(other.output()).not.toContain(password);
  }
  await elsewhere.remove();
});
