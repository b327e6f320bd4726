import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PlainGet, readPlainGet } from "./plain-get";

const head = (...lines: string[]) => `${lines.join("\r\n")}\r\n\r\n`;

test("a browser's GET is read, with what an answer depends on", () => {
  const text = head(
    "GET /compare/a-vs-b?x=1 HTTP/1.1",
    "Host: nicepick.example:3000",
    "Connection: keep-alive",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64)",
    "accept-encoding:gzip, br  ",
    'If-None-Match: "a", W/"b"',
    "Cookie: theme=dark",
    "X-Request-Id: r-1",
    "X-Forwarded-For: 1.1.1.1, 2.2.2.2",
  );
  expect(readPlainGet(`${text}GET /next`, 0)).toEqual({
    url: "/compare/a-vs-b?x=1",
    accepted: "gzip, br",
    known: '"a", W/"b"',
    id: "r-1",
    forwarded: "1.1.1.1, 2.2.2.2",
    end: text.length,
  } satisfies PlainGet);
});

test("each of several in one piece is read where it begins", () => {
  const one = head("GET /one HTTP/1.1", "Host: a");
  const two = head("GET /two HTTP/1.1", "Host: a");
  const first = readPlainGet(one + two, 0);
  expect(first?.url).toBe("/one");
  expect(readPlainGet(one + two, first?.end ?? 0)).toEqual({ url: "/two", end: one.length + two.length });
});

describe("what is left to Node's own parser", () => {
  const GET = "GET / HTTP/1.1";
  const HOST = "Host: a";
  test.each<[string, string]>([
    ["another method", head("HEAD / HTTP/1.1", HOST)],
    ["a method in small letters", head("get / HTTP/1.1", HOST)],
    ["a piece of a head", `${GET}\r\n${HOST}\r\n`],
    ["a piece of a line", "GET /"],
    ["nothing", ""],
    ["an older version", head("GET / HTTP/1.0", HOST)],
    ["an address with a host in it", head("GET http://a/ HTTP/1.1", HOST)],
    ["an address with other letters than ASCII's", head("GET /\xe9 HTTP/1.1", HOST)],
    ["two spaces", head("GET  / HTTP/1.1", HOST)],
    ["no host", head(GET, "Accept: */*")],
    ["two hosts", head(GET, HOST, "host: b")],
    ["a host that is none", head(GET, "Host: a/b")],
    ["line ends without CR", `${GET}\n${HOST}\n\n`],
    ["a line end in a value", head(GET, HOST, "X-A: b\rc")],
    ["NUL in a value", head(GET, HOST, "X-A: b\0c")],
    ["other letters than ASCII's in a value", head(GET, HOST, "X-A: \xe9")],
    ["a folded line", head(GET, HOST, "X-A: b", " c")],
    ["a space before the colon", head(GET, "Host : a")],
    ["no colon", head(GET, HOST, "X-A")],
    ["a body", `${head(GET, HOST, "Content-Length: 3")}abc`],
    ["a body of nothing", head(GET, HOST, "Content-Length: 0")],
    ["chunks", head(GET, HOST, "Transfer-Encoding: chunked")],
    ["an upgrade", head(GET, HOST, "Connection: Upgrade", "Upgrade: websocket")],
    ["the last request of a connection", head(GET, HOST, "Connection: close")],
    ["an origin", head(GET, HOST, "Origin: https://a.example")],
    ["something to be waited for", head(GET, HOST, "Expect: 100-continue")],
    ["an encoding said twice", head(GET, HOST, "Accept-Encoding: br", "Accept-Encoding: gzip")],
    ["very many fields", head(GET, HOST, ...Array.from({ length: 120 }, (_, at) => `X-${at}: 1`))],
    ["a very long head", head(GET, HOST, `X-A: ${"a".repeat(9_000)}`)],
  ])("%s", (_, text) => {
    expect(readPlainGet(text, 0)).toBeNull();
  });
});

describe("what is read means the same to Node", () => {
  let read: ((request: IncomingMessage | null) => void) | undefined;
  const server = createServer((request, response) => {
    response.end();
    read?.(request);
  });
  server.on("clientError", (_, socket) => {
    socket.destroy();
    read?.(null);
  });
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  /** What Node makes of the first request in some bytes; null for nothing. */
  const askNode = (text: string) =>
    new Promise<IncomingMessage | null>((resolve) => {
      const { port } = server.address() as AddressInfo;
      const socket = connect(port, "127.0.0.1", () => socket.end(text, "latin1"));
      read = resolve;
      socket.on("close", () => resolve(null));
      socket.resume();
    });

  const space = fc.constantFrom("", " ", "  ", "\t", " \t ");
  // Most of it is as it should be: a request is read only when all of it is.
  const often = <T>(arbitrary: fc.Arbitrary<T>) => ({ arbitrary, weight: 8 });
  const name = fc.oneof(
    often(
      fc.constantFrom(
        "Host",
        "host",
        "Accept-Encoding",
        "If-None-Match",
        "X-Request-Id",
        "Cookie",
        "X_Y",
        "A",
      ),
    ),
    fc.string({ unit: fc.constantFrom(..."aZ0-_.!:@ \t\x7f"), maxLength: 6 }),
  );
  const value = fc.oneof(
    often(fc.constantFrom("a", "a:80", "gzip, br", '"x"', "", "keep-alive", "a b")),
    fc.string({ unit: fc.constantFrom(..."ab,;=\"'/\\\r\n\t\0\x7f\xe9 "), maxLength: 8 }),
  );
  const field = fc.tuple(
    name,
    space,
    value,
    space,
    fc.oneof(often(fc.constant("\r\n")), fc.constantFrom("\n", "\r", "")),
  );
  const letter = fc.oneof(often(fc.constantFrom(..."/ab?&=%#.")), fc.constantFrom(..." \xe9\t"));
  const target = fc.string({ unit: letter, maxLength: 8 });
  const request = fc.tuple(target, fc.array(field, { maxLength: 5 }), fc.boolean());

  test("for requests of all sorts", async () => {
    let both = 0;
    await fc.assert(
      fc.asyncProperty(request, async ([address, fields, hasHost]) => {
        const lines = fields.map(
          ([key, before, content, after, end]) => `${key}:${before}${content}${after}${end}`,
        );
        const text = `GET /${address} HTTP/1.1\r\n${hasHost ? "Host: a\r\n" : ""}${lines.join("")}\r\n`;
        const ours = readPlainGet(text, 0);
        if (!ours) return;
        both += 1;
        const theirs = await askNode(text);
        expect(theirs?.url).toBe(ours.url);
        expect(theirs?.headers["accept-encoding"]).toBe(ours.accepted);
        expect(theirs?.headers["if-none-match"]).toBe(ours.known);
        expect(theirs?.headers["x-request-id"]).toBe(ours.id);
      }),
      { seed: 20261123, numRuns: 3_000 },
    );
    expect(both).toBeGreaterThan(400);
  });
});
