import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { answerPlainGets, type Connections, type Reply } from "./connections";

// Of two kinds of address: "/page…" is answered by what reads connections, all others by the server behind it.

const LONG = "x".repeat(2_000_000);
const replyOf = (body: string): Reply => ({
  head: Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`),
  body: Buffer.from(body),
});

let server: Server;
let connections: Connections;
let seen: string[];
let made: (() => void) | undefined;
let opened: Socket[];
/** How many long pages were asked for. */
let found: number;

async function begin(timeouts = { first: 60_000, next: 60_000 }): Promise<void> {
  seen = [];
  opened = [];
  made = undefined;
  found = 0;
  server = createServer((request: IncomingMessage, response) => {
    seen.push(`${request.method} ${request.url}`);
    response.end(`server ${request.url};`);
  });
  const answer = ({ url }: { url: string }) => {
    if (url === "/page/later") {
      return new Promise<Reply>((resolve) => {
        made = () => resolve(replyOf("page later;"));
      });
    }
    if (url === "/page/never") return Promise.reject(new Error("cannot be made"));
    if (url === "/page/long") {
      found += 1;
      return replyOf(LONG);
    }
    return url.startsWith("/page") ? replyOf(`page ${url};`) : null;
  };
  connections = answerPlainGets(server, answer, timeouts);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}

async function end(): Promise<void> {
  for (const socket of opened) socket.destroy();
  connections.closeAll();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

beforeEach(() => begin());
afterEach(end);

const get = (url: string, method = "GET") => `${method} ${url} HTTP/1.1\r\nHost: a\r\n\r\n`;

/** A connection, and what has come on it so far. */
function open(): Promise<{ socket: Socket; text: () => string; closed: Promise<void> }> {
  return new Promise((resolve) => {
    let all = "";
    const socket = connect({
      port: (server.address() as AddressInfo).port,
      host: "127.0.0.1",
      allowHalfOpen: true,
    });
    opened.push(socket);
    const closed = new Promise<void>((done) => socket.on("end", done).on("close", () => done()));
    socket.setEncoding("latin1").on("data", (chunk) => {
      all += chunk;
    });
    socket.on("error", () => {});
    socket.on("connect", () => resolve({ socket, text: () => all, closed }));
  });
}

const bodies = (text: string) => [...text.matchAll(/(?:page|server) [^;]+;/g)].map(([body]) => body);

test("a connection goes over to the server with the first request that is not a page's, and stays there", async () => {
  const { socket, text } = await open();
  socket.write(get("/page/1") + get("/other") + get("/page/2"));
  await expect.poll(() => bodies(text())).toEqual(["page /page/1;", "server /other;", "server /page/2;"]);
  socket.write(get("/page/3"));
  await expect.poll(() => bodies(text()).at(-1)).toBe("server /page/3;");
  expect(seen).toEqual(["GET /other", "GET /page/2", "GET /page/3"]);
});

test("a request that comes in pieces is the server's, and each of its bytes is there", async () => {
  const { socket, text } = await open();
  socket.write(get("/page/1") + get("/page/2").slice(0, -1));
  await expect.poll(() => bodies(text())).toEqual(["page /page/1;"]);
  socket.write("\n");
  await expect.poll(() => bodies(text()).at(-1)).toBe("server /page/2;");
  socket.write(get("/last", "HEAD"));
  await expect.poll(() => seen).toEqual(["GET /page/2", "HEAD /last"]);
});

test("what is asked for after a page that has to be made waits for it", async () => {
  const { socket, text } = await open();
  socket.write(get("/page/later") + get("/page/2"));
  await expect.poll(() => made).toBeDefined();
  socket.write(get("/other"));
  expect(text()).toBe("");
  made?.();
  await expect.poll(() => bodies(text())).toEqual(["page later;", "page /page/2;", "server /other;"]);
});

test("a client that says no more after its request gets its answer, and then the end", async () => {
  const { socket, text, closed } = await open();
  socket.end(get("/page/later"));
  await expect.poll(() => made).toBeDefined();
  made?.();
  await closed;
  expect(bodies(text())).toEqual(["page later;"]);
});

test("a client that goes away while its page is made disturbs nobody", async () => {
  const one = await open();
  one.socket.write(get("/page/later"));
  await expect.poll(() => made).toBeDefined();
  one.socket.resetAndDestroy();
  const two = await open();
  two.socket.write(get("/page/2"));
  await expect.poll(() => bodies(two.text())).toEqual(["page /page/2;"]);
  made?.();
  two.socket.write(get("/page/3"));
  await expect.poll(() => bodies(two.text()).at(-1)).toBe("page /page/3;");
});

test("where a page cannot be sent at all, the connection ends", async () => {
  const { socket, text, closed } = await open();
  socket.write(get("/page/never"));
  await closed;
  expect(text()).toBe("");
});

test("a slow reader's next page is not found before the last one is taken", async () => {
  const slow = await open();
  slow.socket.pause();
  slow.socket.write(get("/page/long").repeat(40));
  await expect.poll(() => found).toBeGreaterThan(0);
  const other = await open();
  other.socket.write(get("/page/1"));
  await expect.poll(() => bodies(other.text())).toEqual(["page /page/1;"]);
  // What the system takes for a reader, and one more.
  expect(found).toBeLessThan(30);
  slow.socket.resume();
  await expect.poll(() => slow.text().length, { timeout: 20_000 }).toBeGreaterThan(40 * LONG.length);
});

test("a connection that says nothing is closed, and one that says no more", async () => {
  await end();
  await begin({ first: 300, next: 300 });
  const silent = await open();
  const used = await open();
  used.socket.write(get("/page/1"));
  await Promise.all([silent.closed, used.closed]);
  expect([silent.text(), bodies(used.text())]).toEqual(["", ["page /page/1;"]]);
});

test("idle connections are closed at once; one that waits for its page gets it first", async () => {
  const idle = await open();
  idle.socket.write(get("/page/1"));
  await expect.poll(() => bodies(idle.text())).toEqual(["page /page/1;"]);
  const busy = await open();
  busy.socket.write(get("/page/later"));
  await expect.poll(() => made).toBeDefined();
  connections.closeIdle();
  await idle.closed;
  made?.();
  await busy.closed;
  expect(bodies(busy.text())).toEqual(["page later;"]);
});
