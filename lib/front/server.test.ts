import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dependOn } from "../cache";
import { PAGE_SCRIPT } from "../page-script";
import { currentRequest } from "../request-context";
import { makeDataDir } from "../testing/server";
import { openBehind } from "./behind";
import { ReaderPages } from "./cache/reader-pages";
import { Metrics } from "./metrics";
import { createFront, type Front } from "./server";

// The server with something simple behind it, spoken to over real connections.

const PAGE = `<!DOCTYPE html><html><body>${"<p>A page of some length</p>".repeat(200)}</body></html>`;

const OWN_CONTROL = "private, no-store";

/** What differs between two answers that say the same. */
const OWN_TO_EACH = ["date", "x-request-id", "cache-status", "connection", "keep-alive"];

let front: Front;
let directory: Awaited<ReturnType<typeof makeDataDir>>;
let behind: Awaited<ReturnType<typeof openBehind>>;
let base: string;
let lines: { path: string; status: number; id: string }[];
let seen: IncomingMessage[];
let databaseLost: boolean;
let readers: ReaderPages;

async function site(request: IncomingMessage, response: ServerResponse): Promise<void> {
  seen.push(request);
  const { pathname } = new URL(request.url ?? "/", "http://site.test");
  const context = currentRequest();
  if (context && databaseLost) context.databaseLost = true;
  dependOn("technology a");
  response.statusCode = databaseLost ? 500 : pathname.startsWith("/none") ? 404 : 200;
  if (pathname.endsWith(".png")) {
    response.setHeader("Content-Type", "image/png");
    response.end(Buffer.from([1, 2, 3]));
  } else if (pathname === "/moved") {
    response.writeHead(308, { Location: `http://${request.headers.host}/here` });
    response.end();
  } else if (pathname === "/feedback/status/x") {
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cache-Control", "private, no-store");
    response.end(PAGE);
  } else {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Vary", "rsc, next-router-state-tree");
    response.setHeader("X-Robots-Tag", "noindex");
    if (pathname.endsWith("/search")) response.setHeader("Cache-Control", OWN_CONTROL);
    response.write(PAGE.slice(0, 100));
    response.end(PAGE.slice(100));
  }
}

async function begin(options: { https?: boolean; proxies?: number; token?: string } = {}): Promise<void> {
  lines = [];
  seen = [];
  databaseLost = false;
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  directory = await makeDataDir();
  behind = await openBehind(site, { dataDir: directory.path, log });
  readers = new ReaderPages({
    next: behind,
    host: "nicepick.example",
    mostBytes: 1_000_000,
    hears: () => true,
  });
  const metrics = new Metrics(options.token, {
    pages: () => readers.kept.size.pages,
    bytes: () => readers.kept.size.bytes,
    hears: () => true,
  });
  front = createFront({
    socket: behind.socket,
    readers,
    metrics,
    log,
    proxies: options.proxies ?? 0,
    https: options.https ?? false,
    logged: 1,
  });
  await new Promise<void>((resolve) => front.server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(front.server.address() as AddressInfo).port}`;
}

async function end(): Promise<void> {
  front.closeAllConnections();
  await new Promise((resolve) => front.server.close(resolve));
  await behind.close();
  await directory.remove();
}

beforeEach(() => begin());
afterEach(end);

/** What comes back on a connection for some bytes, until the other side closes it or has been silent. */
function raw(text: string, most = 1): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(base).port), "127.0.0.1", () => socket.write(text));
    let all = "";
    socket.setEncoding("latin1");
    socket.on("data", (chunk) => {
      all += chunk;
      if (all.split("</html>").length > most) socket.destroy();
    });
    socket.on("close", () => resolve(all));
    socket.on("error", reject);
  });
}

const status = (response: Response) => response.headers.get("cache-status");

describe("a page that is kept", () => {
  test.each([
    ["gzip", (body: Buffer) => gunzipSync(body)],
    ["br", (body: Buffer) => brotliDecompressSync(body)],
    ["identity", (body: Buffer) => body],
  ])("is sent as %s, with a tag of its own, and not again to whoever has it", async (encoding, decode) => {
    for (const expected of ["fwd=miss", "hit"]) {
      const text = await raw(
        `GET /compare/a-vs-b HTTP/1.1\r\nHost: a\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
        9,
      );
      const [head = "", body = ""] = text.split("\r\n\r\n");
      expect(head).toContain("HTTP/1.1 200 OK");
      expect(head).toContain(expected);
      expect(head.includes(`Content-Encoding: ${encoding}`)).toBe(encoding !== "identity");
      expect(decode(Buffer.from(body, "latin1")).toString()).toBe(PAGE);
      expect(head).toContain(`Content-Length: ${body.length}\r\n`);
    }
    const headers = { "Accept-Encoding": encoding };
    const first = await fetch(`${base}/compare/a-vs-b`, { headers });
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]+"$/);
    for (const known of [etag, `"x", W/${etag}`, "*"]) {
      const again = await fetch(`${base}/compare/a-vs-b`, {
        headers: { ...headers, "If-None-Match": known },
      });
      expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
      // What may have changed since, and nothing of what was said with the page.
      const names = [...again.headers.keys()].filter((name) => !OWN_TO_EACH.includes(name));
      expect(names).toEqual(["cache-control", "etag", "vary"]);
      expect(again.headers.get("cache-control")).toBe(first.headers.get("cache-control"));
    }
    const other = await fetch(`${base}/compare/a-vs-b`, { headers: { ...headers, "If-None-Match": '"x"' } });
    expect(other.status).toBe(200);
  });

  test("has another tag for each form of it", async () => {
    const tags = await Promise.all(
      ["gzip", "br", "identity"].map(async (encoding) => {
        const response = await fetch(`${base}/`, { headers: { "Accept-Encoding": encoding } });
        return response.headers.get("etag");
      }),
    );
    expect(new Set(tags).size).toBe(3);
  });

  test("may be kept by what stands between for a minute, and is asked for by browsers each time", async () => {
    const response = await fetch(`${base}/`);
    expect(response.headers.get("cache-control")).toBe(
      "public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400",
    );
    expect(response.headers.get("vary")).toBe("Accept-Encoding");
    expect(response.headers.get("x-robots-tag")).toBe("noindex");
    const picture = await fetch(`${base}/og/site.png`);
    expect([picture.headers.get("vary"), picture.headers.get("content-encoding")]).toEqual([null, null]);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from([1, 2, 3]));
  });

  test("answers HEAD with the headers of GET", async () => {
    const headers = { "Accept-Encoding": "identity" };
    const got = await fetch(`${base}/`, { headers });
    const asked = await fetch(`${base}/`, { headers, method: "HEAD" });
    const plain = (response: Response) =>
      [...response.headers].filter(([name]) => !OWN_TO_EACH.includes(name));
    expect(plain(asked)).toEqual(plain(got));
    expect(await asked.text()).toBe("");
  });

  test("requests sent in one go are answered in their order, and a slow reader gets all of it", async () => {
    await (await fetch(`${base}/compare/a-vs-b`)).text();
    const one = "GET /compare/a-vs-b HTTP/1.1\r\nHost: a\r\n\r\n";
    const none = "GET /none HTTP/1.1\r\nHost: a\r\n\r\n";
    const text = await raw(one + none + one + one, 4);
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, code]) => code)).toEqual([
      "200",
      "404",
      "200",
      "200",
    ]);
    expect(text.split(PAGE)).toHaveLength(5);
    const slow = await new Promise<number>((resolve) => {
      const socket = connect(Number(new URL(base).port), "127.0.0.1", () => {
        socket.write(one.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
      });
      let length = 0;
      socket.on("readable", () => {
        // A few bytes at a time.
        for (let part = socket.read(7); part !== null; part = socket.read(7)) length += part.length;
        const rest = socket.read();
        length += rest?.length ?? 0;
      });
      socket.on("end", () => resolve(length));
    });
    expect(slow).toBeGreaterThan(PAGE.length);
  });
});

describe("nothing that an outsider says changes what others get", () => {
  const HEADERS: Record<string, string>[] = [
    { "X-Forwarded-Host": "evil.example" },
    { "X-Forwarded-Proto": "https" },
    { "X-Forwarded-Port": "1" },
    { Forwarded: "host=evil.example" },
    { "X-Original-URL": "/admin" },
    { "X-Rewrite-URL": "/admin" },
    { "X-Middleware-Subrequest": "proxy" },
    { "X-Middleware-Rewrite": "/none" },
    { "X-Invoke-Path": "/none" },
    { "X-Matched-Path": "/none" },
    { "X-Nextjs-Data": "1" },
    { "X-HTTP-Method-Override": "POST" },
    { RSC: "1" },
    { "Next-Router-Prefetch": "1" },
    { "Next-Router-State-Tree": "%5B%22%22%5D" },
    { "Next-Action": "x" },
    { Accept: "text/x-component" },
    { "Accept-Language": "de" },
    { "User-Agent": "Googlebot" },
    { Cookie: "theme=dark; __prerender_bypass=x" },
    { Authorization: "Basic eDp5" },
    { Range: "bytes=0-1" },
    { "Cache-Control": "no-cache" },
    { Pragma: "no-cache" },
    { Origin: "https://evil.example" },
    { Referer: "https://evil.example/" },
    { "Content-Security-Policy": "script-src 'nonce-x'" },
    { "X-Request-Id": "chosen" },
    { "If-None-Match": '"x"' },
    { "If-Modified-Since": "Thu, 01 Jan 2099 00:00:00 GMT" },
    { TE: "trailers" },
    { Purpose: "prefetch" },
  ];
  const NOISE = "_rsc=1&x=%3Cscript%3E";
  const PATHS = [
    ...["/", "/compare/a-vs-b", "/technologies?page=2", "/none", "/og/site.png"],
    // With more in its query a search is another one.
    ...["/search?q=a", "/api/search?q=a"],
  ];

  const plain = async (path: string) => {
    const response = await fetch(base + path, { headers: { "Accept-Encoding": "identity" } });
    const headers = [...response.headers].filter(([name]) => !OWN_TO_EACH.includes(name));
    return { status: response.status, headers, body: await response.text() };
  };

  test.each(PATHS)("%s", async (path) => {
    const clean = await plain(path);
    for (const headers of HEADERS) {
      await end();
      await begin();
      const name = Object.keys(headers).join();
      const noise = path.includes("search") ? "" : `${path.includes("?") ? "&" : "?"}${NOISE}`;
      const first = await fetch(`${base}${path}${noise}`, { headers });
      await first.arrayBuffer();
      expect(first.status, name).toBe(clean.status);
      expect(await plain(path), name).toEqual(clean);
      // One thing was made, of nothing that was said.
      expect(
        seen.map(({ url }) => url),
        name,
      ).toEqual([path]);
      expect(Object.keys(seen[0]?.headers ?? {}).sort(), name).toEqual(["accept", "host", "user-agent"]);
    }
  });
});

describe("what goes with every answer", () => {
  test("a reader's page may run two scripts of ours, and files of ours", async () => {
    const policy = (await fetch(`${base}/`)).headers.get("content-security-policy") ?? "";
    const hash = createHash("sha256").update(PAGE_SCRIPT).digest("base64");
    expect(policy).toContain(`'sha256-${hash}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toMatch(/unsafe|nonce|\*|https?:/);
  });

  test("an editor's page has a nonce, which Next is told, and another one each time", async () => {
    const policies = [];
    for (let time = 0; time < 2; time += 1) {
      const policy = (await fetch(`${base}/admin`)).headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/);
      expect(seen.at(-1)?.headers["content-security-policy"]).toBe(policy);
      policies.push(policy);
    }
    expect(policies[0]).not.toBe(policies[1]);
  });

  test.each(["/", "/none", "/admin", "/og/site.png", "/%zz"])("%s", async (path) => {
    const { headers } = await fetch(base + path);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
    expect(headers.get("referrer-policy")).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("camera=()");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(headers.get("x-request-id")).toMatch(/^[\w-]+$/);
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("with https, browsers are told to come so only", async () => {
    await end();
    await begin({ https: true });
    expect((await fetch(`${base}/`)).headers.get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
    expect((await fetch(`${base}/admin`)).headers.get("strict-transport-security")).toMatch(/^max-age/);
  });

  test("what a page says itself counts", async () => {
    const { headers } = await fetch(`${base}/feedback/status/x`);
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });

  test("a page that has moved says where by its path", async () => {
    const response = await fetch(`${base}/moved`, { redirect: "manual" });
    expect([response.status, response.headers.get("location")]).toEqual([308, "/here"]);
  });
});

test("what was found for a text is kept by others as it says itself", async () => {
  for (const path of ["/search?q=a", "/api/search?q=a"]) {
    const both = [await fetch(base + path), await fetch(base + path)];
    expect(both.map(({ headers }) => headers.get("cache-control"))).toEqual([OWN_CONTROL, OWN_CONTROL]);
    expect(both.map(status)).toEqual([expect.stringContaining("miss"), expect.stringContaining("hit")]);
  }
});

test("with the database lost: 503, with when to come again; kept pages say that they are old", async () => {
  await (await fetch(`${base}/technologies/a`)).text();
  readers.expire("technology a");
  databaseLost = true;
  const known = await fetch(`${base}/technologies/a`);
  expect([known.status, await known.text()]).toEqual([200, PAGE]);
  expect(status(known)).toContain("ttl=-1");
  expect(known.headers.get("warning")).toContain("110");
  for (const path of ["/technologies/b", "/admin"]) {
    const response = await fetch(base + path);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-frame-options")).toBe("DENY");
    expect(await response.text()).toContain("Back in a moment");
  }
  // To a program, in its own terms.
  const found = await fetch(`${base}/api/search?q=x`);
  expect([found.status, found.headers.get("content-type")]).toEqual([503, "application/json"]);
  expect(await found.json()).toMatchObject({ error: "unavailable" });
});

describe("what is written down", () => {
  test("each request by its id, without its query and without what is secret", async () => {
    const { headers } = await fetch(`${base}/search?q=secret`);
    await fetch(`${base}/feedback/status/secret`);
    await fetch(`${base}/api/health?token=secret`);
    await expect.poll(() => lines.length).toBe(3);
    expect(lines.map(({ path }) => path)).toEqual(["/search", "/feedback/status/…", "/api/health"]);
    expect(lines[0]?.id).toBe(headers.get("x-request-id"));
    expect(JSON.stringify(lines)).not.toContain("secret");
  });

  test("a trusted proxy names the request; nobody else does", async () => {
    const named = { headers: { "X-Request-Id": "from-outside" } };
    expect((await fetch(`${base}/`, named)).headers.get("x-request-id")).not.toBe("from-outside");
    await end();
    await begin({ proxies: 1 });
    expect((await fetch(`${base}/`, named)).headers.get("x-request-id")).toBe("from-outside");
    const bad = { headers: { "X-Request-Id": "a b" } };
    expect((await fetch(`${base}/`, bad)).headers.get("x-request-id")).not.toBe("a b");
  });
});

describe("metrics", () => {
  const TOKEN = "a token of some length";
  test("are for whoever has the token", async () => {
    await end();
    await begin({ token: TOKEN });
    await (await fetch(`${base}/`)).text();
    await (await fetch(`${base}/`)).text();
    const url = `${base}/api/metrics`;
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { Authorization: "Bearer x" } })).status).toBe(401);
    const told = await fetch(url, { headers: { Authorization: `Bearer ${TOKEN}` } });
    const text = await told.text();
    expect(told.headers.get("content-type")).toContain("text/plain");
    expect(text).toContain('nicepick_requests_total{way="hit"} 1');
    expect(text).toContain('nicepick_requests_total{way="miss"} 1');
    expect(text).toMatch(/nicepick_kept_bytes [1-9]/);
    expect(text).toContain("nicepick_hears_expiries 1");
    expect(text).toContain("process_resident_memory_bytes");
  });

  test("are nowhere without one", async () => {
    await (await fetch(`${base}/api/metrics`)).text();
    expect(seen.at(-1)?.url).toBe("/api/metrics");
  });
});

test("while it drains it is not ready, and closes each connection with its answer", async () => {
  front.drain();
  const ready = await fetch(`${base}/api/ready`);
  expect([ready.status, ready.headers.get("connection")]).toEqual([503, "close"]);
  const page = await fetch(`${base}/`);
  expect([page.status, page.headers.get("connection")]).toEqual([200, "close"]);
  const editors = await fetch(`${base}/admin`);
  expect([editors.status, editors.headers.get("connection")]).toEqual([200, "close"]);
});
