import { ask, get, type HostileShape, INJECTED, shapesOf } from "./shape";

// Requests that another server would read in another way: of other protocols, or with another idea of where they end.

const HTTP2_PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0";
const TLS_HELLO = `\x16\x03\x01\x00\x2f\x01\x00\x00\x2b\x03\x03${"\x5a".repeat(32)}\x00\x00\x02\x13\x01\x01\x00`;

/** A second request, which must never be answered. */
const SECOND = "GET /smuggled HTTP/1.1\r\nHost: {host}\r\n\r\n";
const INSIDE = "5\r\nhello\r\n0\r\n\r\n";

const REFUSED: Record<string, string> = {
  "HTTP/2 without asking": HTTP2_PREFACE,
  "a TLS handshake": TLS_HELLO,
  "the banner of SSH": "SSH-2.0-OpenSSH_9.9\r\n\r\n",
  "the first line of a proxy": `PROXY TCP4 1.2.3.4 5.6.7.8 1 2\r\n${get("/")}`,
  "bytes of any kind": "\x00\x01\x02\xff\xfe\r\n\r\n",
  "HTTP/0.9": "GET /\r\n\r\n",
  "HTTP/1.0 without a host": "GET / HTTP/1.0\r\n\r\n",
  "HTTP/1.1 without a host": "GET / HTTP/1.1\r\n\r\n",
  "a version that is none": "GET / HTTP/9.9\r\nHost: {host}\r\n\r\n",
  "a protocol in small letters": "GET / http/1.1\r\nHost: {host}\r\n\r\n",
  "a method that is none": ask("FETCH", "/"),
  "a method in small letters": ask("get", "/"),
  "a method of 10,000 letters": ask("G".repeat(10_000), "/"),
  TRACE: ask("TRACE", "/", "Cookie: a=secret"),
  TRACK: ask("TRACK", "/"),
  CONNECT: "CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example:443\r\n\r\n",
  "CONNECT to itself": "CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n\r\n",
  PUT: `${ask("PUT", "{page}", "Content-Length: 2")}{}`,
  DELETE: ask("DELETE", "{page}"),
  PATCH: `${ask("PATCH", "/api/votes", "Content-Length: 2")}{}`,
  PURGE: ask("PURGE", "{page}"),
  PROPFIND: ask("PROPFIND", "/", "Depth: infinity"),
  OPTIONS: ask("OPTIONS", "*"),
  "a question before a request from elsewhere": ask(
    "OPTIONS",
    "/api/votes",
    "Origin: https://evil.example",
    "Access-Control-Request-Method: POST",
  ),
  "a WebSocket": get(
    "/",
    "Connection: Upgrade",
    "Upgrade: websocket",
    "Sec-WebSocket-Version: 13",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ),
  "an upgrade to HTTP/2": get(
    "/",
    "Connection: Upgrade, HTTP2-Settings",
    "Upgrade: h2c",
    "HTTP2-Settings: AAMAAABkAAQAAP__",
  ),
  "an expectation that nobody has": get("/", "Expect: the-unexpected"),
  "two hosts": get("/", "Host: evil.example"),
  "a host with a path": "GET / HTTP/1.1\r\nHost: evil.example/compare\r\n\r\n",
  "a host with a name and a password": "GET / HTTP/1.1\r\nHost: {host}@evil.example\r\n\r\n",
  "an empty host": "GET / HTTP/1.1\r\nHost: \r\n\r\n",
  "a host of 5,000 characters": `GET / HTTP/1.1\r\nHost: ${"a".repeat(5_000)}\r\n\r\n`,
  "a host with a space": "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
  "a port that is none": "GET / HTTP/1.1\r\nHost: localhost:evil\r\n\r\n",
};

/** What takes a body; with these headers, and these bytes behind them. */
const take = (headers: string[], rest = "") => `${ask("POST", "/api/votes", ...headers)}${rest}`;
const CHUNKED = "Transfer-Encoding: chunked";

const FRAMING: Record<string, string> = {
  "a length and chunks": take(["Content-Length: 5", CHUNKED], `0\r\n\r\n${SECOND}`),
  "chunks and a length": take([CHUNKED, "Content-Length: 90"], `0\r\n\r\n${SECOND}`),
  "two lengths": take(["Content-Length: 0", "Content-Length: 44"], SECOND),
  "a length and a list of them": take(["Content-Length: 0, 44"], SECOND),
  "a length with a sign": take(["Content-Length: +0"], SECOND),
  "a length below none": take(["Content-Length: -1"], SECOND),
  "a length in hexadecimal": take(["Content-Length: 0x0"], SECOND),
  "a length with a fraction": take(["Content-Length: 0.0"], SECOND),
  "a length that no number holds": take([`Content-Length: ${"9".repeat(40)}`]),
  "an empty length": take(["Content-Length: "], SECOND),
  "chunks by another name": take(["Transfer-Encoding: xchunked", "Content-Length: 0"], INSIDE),
  "chunks and then none": take(["Transfer-Encoding: chunked, identity"], INSIDE),
  "chunks twice": take([CHUNKED, CHUNKED], INSIDE),
  "chunks in capitals": take(["TRANSFER-ENCODING: CHUNKED"], INSIDE),
  "chunks behind a tab": take(["Transfer-Encoding:\tchunked"], INSIDE),
  "chunks in quotes": take(['Transfer-Encoding: "chunked"'], INSIDE),
  "chunks after a vertical tab": take(["Transfer-Encoding: \x0bchunked"], INSIDE),
  "chunks in another line": take(["Transfer-Encoding:", " chunked"], INSIDE),
  "a chunk of more than everything": take([CHUNKED], "FFFFFFFFFFFFFFFFF\r\nhello\r\n"),
  "a chunk with a sign": take([CHUNKED], "-5\r\nhello\r\n0\r\n\r\n"),
  "a chunk with something long behind its size": take(
    [CHUNKED],
    `5;${"x=1;".repeat(5_000)}\r\nhello\r\n0\r\n\r\n`,
  ),
  "line feeds alone between chunks": take([CHUNKED], `5\nhello\n0\n\n${SECOND}`),
  "headers behind the chunks": take(
    [CHUNKED, "Trailer: Content-Length"],
    "0\r\nContent-Length: 44\r\nHost: evil.example\r\n\r\n",
  ),
  "a body for a GET": `${get("{page}", "Content-Length: 44")}${SECOND}`,
  "chunks for a GET": `${get("{page}", CHUNKED)}${INSIDE}`,
  "a body for a HEAD": `${ask("HEAD", "{page}", "Content-Length: 44")}${SECOND}`,
  "a space before a colon": get("/", "Content-Length : 44", "Transfer-Encoding : chunked"),
  "a header without a colon": get("/", "This is no header"),
  "a header without a name": get("/", ": nothing"),
  "a null byte in a header": get("/", "X-Null: a\0b"),
  "a null byte in a header's name": get("/", "X-Nu\0ll: a"),
  "a carriage return in a header": get("/", `X-Return: a\r${INJECTED}: yes`),
  "line feeds alone": `GET / HTTP/1.1\nHost: {host}\n${INJECTED}: yes\n\n`,
  "a space before the first header": "GET / HTTP/1.1\r\n Host: evil.example\r\nHost: {host}\r\n\r\n",
  "a name with spaces": get("/", "X Name: a"),
  "a name with bytes above ASCII": get("/", "X-N\xe4me: a"),
};

const READ: Record<string, string> = {
  "a header over two lines": get("{page}", "X-Folded: one", "\ttwo", " three"),
  "empty lines in front": `\r\n\r\n\r\n${get("{page}")}`,
  "a byte above ASCII in a header": get("{page}", "X-High: \xff\xfe"),
  "HTTP/1.0 with a host": "GET {page} HTTP/1.0\r\nHost: {host}\r\n\r\n",
  "to be asked before a body": ask("POST", "/api/votes", "Expect: 100-continue", "Content-Length: 0"),
  "a host of its own": "GET {page} HTTP/1.1\r\nHost: evil.example\r\n\r\n",
  "a host with a port of its own": "GET {page} HTTP/1.1\r\nHost: localhost:81\r\n\r\n",
  "a host that is an address": "GET {page} HTTP/1.1\r\nHost: [::ffff:169.254.169.254]\r\n\r\n",
  HEAD: ask("HEAD", "{page}"),
};

export const protocol: HostileShape[] = [
  ...shapesOf("protocol", REFUSED, (bytes) => [bytes], { refused: true }),
  ...shapesOf("framing", FRAMING, (bytes) => [bytes], { refused: true }),
  ...shapesOf("protocol", READ, (bytes) => [bytes]),
  {
    name: "200 requests in one go",
    sort: "framing",
    pieces: [get("{page}").repeat(200)],
    answers: 200,
    rare: true,
  },
];
