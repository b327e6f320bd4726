import { connect } from "node:net";
import { expect, test } from "@playwright/test";

const PATHS = [
  "/",
  "/compare",
  "/compare/even-a-vs-even-b",
  "/technologies/even-a",
  "/api/suggest",
  "/api/ready",
  "/nothing",
  "/_next/static/x.js",
  "/_next/image",
  "/favicon.ico",
];

test("a method that no route takes is refused on every path, whatever comes with it", {
  tag: "@front",
}, async ({ request }) => {
  const types = [
    "multipart/form-data; boundary=x",
    "application/json",
    "text/plain",
    "application/x-www-form-urlencoded",
    "\u0001",
  ];
  for (const path of PATHS) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"]) {
      for (const type of types.slice(0, method === "POST" ? 4 : 1)) {
        const response = await request.fetch(path, {
          method,
          headers: { "Content-Type": type },
          data: "--x\r\nbroken",
        });
        expect(response.status(), `${method} ${path} ${type}`).toBe(405);
        expect(response.headers().allow).toBe("GET, HEAD");
      }
    }
  }
});

test("HEAD is answered as GET is, without a body", { tag: "@front" }, async ({ request }) => {
  for (const path of ["/", "/compare/even-a-vs-even-b", "/api/health"]) {
    const response = await request.head(path);
    expect(response.status(), path).toBe(200);
    expect((await response.body()).length).toBe(0);
  }
});

const HEADERS: Record<string, string>[] = [
  { Origin: "not an origin" },
  { Origin: "http://" },
  { Origin: "http://a b" },
  { Origin: "//evil.example" },
];

for (const headers of HEADERS) {
  test(`the malformed header ${JSON.stringify(headers)} is refused on every path`, { tag: "@front" }, async ({
    request,
  }) => {
    for (const path of PATHS) expect((await request.get(path, { headers })).status(), path).toBe(400);
  });
}

test("Next's own request headers change nothing", { tag: "@front" }, async ({ request }) => {
  const path = "/compare/even-a-vs-even-b";
  const plain = await (await request.get(path)).text();
  // Each page has a form of its own, with a key and a stamp.
  const shape = (html: string) =>
    html.replace(/<script.*?<\/script>/gs, "").replace(/name="(?:key|stamp)" value="[^"]*"/g, "");
  const sent: Record<string, string>[] = [
    { RSC: "1" },
    { RSC: "1", "Next-Router-State-Tree": "%zz[" },
    { "Next-Router-State-Tree": "[" },
    { "Next-Router-Prefetch": "1", RSC: "1" },
    { "Next-Action": "x".repeat(40) },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-nextjs-data": "1" },
    { "x-matched-path": "/unavailable" },
    { "x-invoke-path": "/unavailable", "x-invoke-status": "500" },
    { "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "gopher" },
    { "Content-Type": "multipart/form-data" },
  ];
  for (const headers of sent) {
    const response = await request.get(path, { headers });
    expect(response.status(), JSON.stringify(headers)).toBe(200);
    expect(shape(await response.text()), JSON.stringify(headers)).toBe(shape(plain));
  }
});

/** Sends bytes as they are and returns the status line of the answer, or "" when the connection just closes. */
function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "localhost", () => socket.write(bytes, "latin1"));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
      if (answer.includes("\r\n")) socket.destroy();
    });
    socket.on("error", reject);
    socket.on("close", () => resolve(answer.split("\r\n", 1)[0] ?? ""));
  });
}

const RAW: [string, string, number][] = [
  ["a malformed escape", "GET /compare/%zz HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["a malformed escape on an unknown path", "GET /%c0%af HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["an encoded NUL", "GET /compare/a%00-vs-b HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["a backslash", "GET /\\evil.example HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["an encoded backslash", "GET /%5Cevil.example HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["two slashes in front", "GET //evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["dot segments", "GET /compare/../admin HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["encoded dot segments", "GET /compare/%2e%2e/admin HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["a whole URL as the target", "GET http://evil.example/ HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["an asterisk as the target", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", 405],
  ["bytes that are not ASCII", "GET /\xe9 HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["an address of 10 kB", `GET /compare/${"a".repeat(10_000)}-vs-b HTTP/1.1\r\nHost: a\r\n\r\n`, 414],
  ["headers of 20 kB", `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ["no Host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["two Hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400],
  ["a malformed Host", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400],
  ["a Host that is markup", 'GET / HTTP/1.1\r\nHost: "><script>\r\n\r\n', 400],
  ["a body with GET", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", 400],
  [
    "a chunked body with GET",
    "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["two lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400],
  ["an upgrade", "GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 400],
  ["CONNECT", "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n", 405],
  ["an unknown method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", 400],
  ["no HTTP at all", "\x16\x03\x01\x02\x00\r\n\r\n", 400],
];

for (const [what, bytes, status] of RAW) {
  test(`${what} is answered with ${status}`, { tag: "@front" }, async ({ baseURL }) => {
    expect(await sendRaw(Number(new URL(baseURL ?? "").port), bytes)).toContain(` ${status} `);
  });
}
