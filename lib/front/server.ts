import { randomBytes } from "node:crypto";
import {
  Agent,
  createServer,
  type IncomingMessage,
  request as requestFrom,
  type Server,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import { pipeline } from "node:stream";
import type { Logger } from "pino";
import { ADDRESS_HEADER, ID_HEADER } from "./behind";
import type { Sent } from "./cache/page";
import type { Answer, ReaderPages } from "./cache/reader-pages";
import { prepareSending, startOf, type Wanted } from "./cache/send";
import { clientAddress } from "./client-address";
import { clock } from "./clock";
import { type Answerer, answerPlainGets, type Reply } from "./connections";
import { faultAnswer } from "./faults";
import type { Metrics } from "./metrics";
import { plainPage } from "./plain-page";
import { pathOf } from "./private-paths";
import { dropUnknownHeaders, findRefusal, type Refusal, refuseTarget } from "./refuse";
import { makeRequestIds } from "./request-ids";
import { editorsPolicy, headersFor, PLAIN_POLICY, type RawHeaders, READERS_POLICY } from "./security";

export type FrontOptions = {
  /** The socket on which Next takes requests as they came. */
  socket: string;
  readers: ReaderPages;
  metrics: Metrics;
  log: Logger;
  /** How many proxies in front are trusted. */
  proxies: number;
  /** Whether readers know the site by an address that begins so. */
  https: boolean;
  /** The share of requests that are logged, from 0 to 1. */
  logged: number;
};

export type Front = {
  server: Server;
  drain(): void;
  closeIdleConnections(): void;
  closeAllConnections(): void;
};

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
const KEPT_ALIVE = `Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_MS / 1_000}\r\n`;
/** A connection on which nothing moves for so long, while it is being answered. */
const SILENCE_MS = 60_000;
/** How often connections are looked through for those that are too slow. */
const CHECK_MS = 2_000;
const MOST_CONNECTIONS = 10_000;
/** How long a refused request may go on sending. */
const SWALLOW_MS = 3_000;

/** What is known of any request; `begun` by `performance.now()`. */
type Asked = { method?: string; url?: string; id: string; begun: number };

/** One that Node's server read, with what is to be said with whatever is answered to it. */
type Exchange = Asked & {
  request: IncomingMessage;
  response: ServerResponse;
  /** With every answer that says something; and with this one alone. */
  always: RawHeaders;
  own: string[];
};

/**
 * The HTTP server that listens. It refuses what no route takes, answers for faults, sends readers' pages from those that
 * are kept, and passes the rest to Next. After `drain()` it reports itself as not ready and closes each connection with
 * its next answer.
 */
export function createFront(options: FrontOptions): Front {
  const { readers, metrics, log, proxies, logged } = options;
  const always = headersFor(options);
  const withPage = [...always, "Content-Security-Policy", READERS_POLICY];
  // The socket to Next is the same for all: its connections stay open.
  const agent = new Agent({ keepAlive: true });
  const nextId = makeRequestIds(proxies > 0);
  let draining = false;

  const level = logged === 0 ? "debug" : "info";
  const isLogged = sample(log.isLevelEnabled("debug") ? 1 : logged);
  const finish = ({ method, url = "/", id, begun }: Asked, status: number) => {
    if (!isLogged() && status < 500) return;
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    log[status < 500 ? level : "info"]({ id, method, path: pathOf(url), status, ms }, "request");
  };

  /** Of whatever is answered to a reader, how it is sent; counts it. */
  const prepare = (answer: Answer, wanted: Wanted, asked: Asked): Sent | Promise<Sent> => {
    if ("page" in answer) {
      metrics.count(answer.way, answer.way === "hit" ? undefined : asked.begun);
      return prepareSending(answer.page, answer.way, withPage, wanted);
    }
    metrics.count("fault", asked.begun);
    const { status, body, head } = faultAnswer(answer.fault, asked.url?.startsWith("/api/") ?? false);
    const all = [...always, ...Object.entries(head).flat().map(String)];
    const start = Buffer.from(startOf(status, all), "latin1");
    return { status, head: all, start, body: Buffer.from(body) };
  };

  const answerReader = (asked: Asked & { url: string }, address: string): Promise<Answer> | null => {
    const answer = readers.answer(asked.url, address);
    return (
      answer?.catch((error) => {
        log.error({ id: asked.id, path: pathOf(asked.url), err: error }, "request failed");
        return { fault: "ours" };
      }) ?? null
    );
  };

  const reply = (asked: Asked, sent: Sent): Reply => {
    finish(asked, sent.status);
    const more = `X-Request-Id: ${asked.id}\r\nDate: ${clock.text}\r\n${KEPT_ALIVE}\r\n`;
    if (sent.body === null) return { head: sent.start + more, body: null };
    const { start, body } = sent;
    const head = Buffer.allocUnsafe(start.length + more.length);
    start.copy(head);
    head.write(more, start.length, "latin1");
    return { head, body };
  };

  const answerPlain: Answerer = (get, socket) => {
    if (draining) return null;
    const asked = { method: "GET", url: get.url, id: nextId(get.id), begun: performance.now() };
    const page = readers.find(get.url);
    if (page) {
      const sent = prepare({ page, way: "hit" }, get, asked);
      return sent instanceof Promise ? sent.then((made) => reply(asked, made)) : reply(asked, sent);
    }
    if (refuseTarget(get.url)) return null;
    const answer = answerReader(asked, clientAddress(socket, get.forwarded, proxies));
    return answer?.then((found) => prepare(found, get, asked)).then((sent) => reply(asked, sent)) ?? null;
  };

  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    (request, response) => {
      const { method, url = "/", headers } = request;
      const asked = { method, url, id: nextId(headers["x-request-id"]), begun: performance.now() };
      const own = ["X-Request-Id", asked.id];
      if (draining) {
        own.push("Connection", "close");
        // A connection that was busy when the draining began is idle only now.
        response.once("close", () => setImmediate(() => server.closeIdleConnections()));
      }
      const exchange = { ...asked, request, response, always, own };
      const refusal = findRefusal(request) ?? (draining ? refuseWhileDraining(request) : null);
      if (refusal) {
        metrics.count("refused");
        return void answerRefusal(exchange, refusal).then(() => finish(asked, response.statusCode));
      }
      if (method === "GET" || method === "HEAD") {
        if (metrics.isAsked(request)) return void metrics.answer(request, response, [...always, ...own]);
        const page = readers.find(url);
        const address = clientAddress(request.socket, headers["x-forwarded-for"], proxies);
        const answer = page ? Promise.resolve({ page, way: "hit" } as const) : answerReader(asked, address);
        const [accepted, known] = [headers["accept-encoding"], headers["if-none-match"]].map(joined);
        if (answer) {
          return void answer
            .then((found) => prepare(found, { accepted, known }, asked))
            .then(({ status, head, body }) => {
              finish(asked, status);
              if (response.destroyed) return;
              response.writeHead(status, [...head, ...own]);
              response.end(method === "HEAD" ? null : body);
            })
            .catch(() => response.destroy());
        }
      }
      response.once("close", () => {
        metrics.count("passed", asked.begun);
        finish(asked, response.statusCode);
      });
      pass(exchange, { ...options, agent });
    },
  );
  const connections = answerPlainGets(server, answerPlain, {
    first: HEADERS_TIMEOUT_MS,
    next: KEEP_ALIVE_MS,
  });
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = SILENCE_MS;
  server.on("clientError", answerClientError);
  // Nothing here speaks another protocol: an upgrade is refused, a CONNECT with it.
  server.on("upgrade", (_, socket: Socket) => endRaw(socket, "400 Bad Request"));
  server.on("connect", (_, socket: Socket) => endRaw(socket, "405 Method Not Allowed"));
  return {
    server,
    drain: () => {
      draining = true;
    },
    closeIdleConnections: () => {
      connections.closeIdle();
      server.closeIdleConnections();
    },
    closeAllConnections: () => {
      connections.closeAll();
      server.closeAllConnections();
    },
  };
}

/** To Next: what is sent, what belongs to somebody signed in, and what answers programs. */
function pass(
  { request, response, always, own, id }: Exchange,
  { socket: socketPath, agent, log, proxies }: FrontOptions & { agent: Agent },
): void {
  const { method, url = "/", headers } = request;
  const address = clientAddress(request.socket, headers["x-forwarded-for"], proxies);
  dropUnknownHeaders(headers);
  delete headers.connection;
  // Next reads the nonce from here, and puts it on each of its scripts.
  const policy = editorsPolicy(randomBytes(16).toString("base64"));
  const more = { "content-security-policy": policy, [ADDRESS_HEADER]: address, [ID_HEADER]: id };
  const passed = requestFrom({ socketPath, agent, method, path: url, headers: { ...headers, ...more } });
  passed.on("response", (answer) => {
    const head = [...always, "Content-Security-Policy", policy, ...own];
    response.writeHead(answer.statusCode ?? 500, withHeaders(head, answer.rawHeaders));
    pipeline(answer, response, () => {});
  });
  passed.on("error", (error) => {
    if (response.headersSent || response.destroyed) return void response.destroy();
    log.error({ id, path: pathOf(url), err: error }, "request failed");
    const { status, body, head } = faultAnswer("ours", url.startsWith("/api/"));
    response.writeHead(status, [...always, ...own, ...Object.entries(head).flat().map(String)]);
    response.end(body);
  });
  response.once("close", () => passed.destroy());
  pipeline(request, passed, () => {});
}

/** Of one connection, not of what is said on it; or said anew here. */
const OF_CONNECTION = /^(?:connection|date|keep-alive|transfer-encoding)$/i;

/** Headers with those of an answer, which count where both have one. */
function withHeaders(head: RawHeaders, answer: RawHeaders): string[] {
  const said = pairsOf(answer).filter(([name]) => !OF_CONNECTION.test(name));
  const names = new Set(said.map(([name]) => name.toLowerCase()));
  return [...pairsOf(head).filter(([name]) => !names.has(name.toLowerCase())), ...said].flat();
}

function pairsOf(head: RawHeaders): [name: string, value: string][] {
  return head.flatMap((name, at) => (at % 2 === 0 ? [[name, head[at + 1] ?? ""]] : []));
}

const joined = (value: string | string[] | undefined) => (value === undefined ? undefined : String(value));

/** Says yes to such a share of all askings, evenly. */
function sample(share: number): () => boolean {
  let due = 0;
  return () => {
    due += share;
    if (due < 1) return false;
    due -= 1;
    return true;
  };
}

function refuseWhileDraining(request: IncomingMessage): Refusal | null {
  if (request.url?.split("?", 1)[0] !== "/api/ready") return null;
  return { status: 503, message: "Stopping.", headers: { "Retry-After": "5" } };
}

async function answerRefusal({ request, response, always, own }: Exchange, refusal: Refusal): Promise<void> {
  const { status, message, headers = {} } = refusal;
  await swallowBody(request);
  // A plain form is posted to the same addresses, by somebody who reads.
  const json = request.url?.startsWith("/api/") && !request.headers.accept?.includes("text/html");
  const body = json
    ? JSON.stringify({ error: status === 413 ? "too-large" : "malformed", message })
    : plainPage(status === 503 ? "Stopping" : "We cannot answer that", message);
  // More of what was sent along may come: the connection cannot be used again.
  if (!own.includes("Connection")) own.push("Connection", "close");
  response.writeHead(status, [
    ...always,
    ...own,
    ...["Content-Type", json ? "application/json" : "text/html; charset=utf-8"],
    ...["Content-Length", String(Buffer.byteLength(body))],
    ...["Content-Security-Policy", PLAIN_POLICY],
    ...["Cache-Control", "no-store"],
    ...Object.entries(headers).flat(),
  ]);
  response.end(request.method === "HEAD" ? undefined : body);
}

/** Whoever is still sending when the connection closes sees it break, and never reads why: it is heard out, for a while. */
async function swallowBody(request: IncomingMessage): Promise<void> {
  request.resume();
  if (request.complete) return;
  await Promise.race([
    new Promise((resolve) => request.once("close", resolve)),
    new Promise((resolve) => request.once("end", resolve)),
    new Promise((resolve) => setTimeout(resolve, SWALLOW_MS).unref()),
  ]);
}

/** Requests that never became one: HTTP that does not parse, headers over 16 KB, or too slow. */
function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "HPE_HEADER_OVERFLOW") endRaw(socket, "431 Request Header Fields Too Large");
  else if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") endRaw(socket, "408 Request Timeout");
  else endRaw(socket, "400 Bad Request");
}

function endRaw(socket: Socket, status: string): void {
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
