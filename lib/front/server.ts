import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Logger } from "pino";
import { makeContext, runInRequest } from "../request-context";
import type { Handler } from "./cache/make";
import type { Answer, ReaderPages } from "./cache/reader-pages";
import { sendPage } from "./cache/send";
import { clientAddress } from "./client-address";
import { faultAnswer, replaceFaults } from "./faults";
import type { Metrics } from "./metrics";
import { plainPage } from "./plain-page";
import { dropUnknownHeaders, findRefusal, type Refusal } from "./refuse";
import { makeRequestIds } from "./request-ids";
import { editorsPolicy, headersFor, PLAIN_POLICY, type RawHeaders, READERS_POLICY } from "./security";

export type FrontOptions = {
  next: Handler;
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

export type Front = { server: Server; drain(): void };

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
/** A connection on which nothing moves for so long, while it is being answered. */
const SILENCE_MS = 60_000;
/** How often connections are looked through for those that are too slow. */
const CHECK_MS = 2_000;
const MOST_CONNECTIONS = 10_000;
/** How long a refused request may go on sending. */
const SWALLOW_MS = 3_000;

/** Below these, the rest of a path is a secret. */
const PRIVATE = ["/preview/", "/feedback/status/"];

/** One request, with what is to be said with whatever is answered to it. */
type Exchange = {
  request: IncomingMessage;
  response: ServerResponse;
  /** With every answer; and with this one alone. */
  always: RawHeaders;
  own: string[];
  id: string;
  begun: number;
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
  const kept = new Set(always.filter((_, index) => index % 2 === 0).map((name) => name.toLowerCase()));
  kept.add("x-request-id").add("connection");
  const nextId = makeRequestIds(proxies > 0);
  let draining = false;

  const finish = ({ request, response, id, begun }: Exchange) => {
    const seconds = (performance.now() - begun) / 1_000;
    const { statusCode: status } = response;
    if (status < 500 && Math.random() >= logged && !log.isLevelEnabled("debug")) return;
    const { method, url = "/" } = request;
    const line = { id, method, path: pathOf(url), status, ms: Math.round(seconds * 1e4) / 10 };
    if (status < 500 && logged === 0) log.debug(line, "request");
    else log.info(line, "request");
  };

  const answerReader = (exchange: Exchange, answer: Answer) => {
    const { request, response, own } = exchange;
    if (response.destroyed) return;
    if ("fault" in answer) {
      const { status, body, head } = faultAnswer(answer.fault, false);
      response.writeHead(status, [...always, ...own, ...Object.entries(head).flat().map(String)]);
      response.end(request.method === "HEAD" ? undefined : body);
      return;
    }
    return sendPage(request, response, { ...answer, always: withPage, own });
  };

  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
    },
    (request, response) => {
      const id = nextId(request);
      const own = ["X-Request-Id", id];
      if (draining) {
        own.push("Connection", "close");
        // A connection that was busy when the draining began is idle only now.
        response.once("close", () => setImmediate(() => server.closeIdleConnections()));
      }
      const exchange = { request, response, always, own, id, begun: performance.now() };
      const { method, url = "/" } = request;
      const refusal = findRefusal(request) ?? (draining ? refuseWhileDraining(request) : null);
      if (refusal) {
        metrics.count("refused");
        return void answerRefusal(exchange, refusal).then(() => finish(exchange));
      }
      if (method === "GET" || method === "HEAD") {
        const page = readers.find(url);
        if (page) {
          metrics.count("hit");
          void answerReader(exchange, { page, way: "hit" });
          return finish(exchange);
        }
        if (metrics.isAsked(request)) return void metrics.answer(request, response, [...always, ...own]);
        const answer = readers.answer(url, clientAddress(request, proxies));
        if (answer) {
          return void answer
            .catch((error): Answer => {
              log.error({ id, path: pathOf(url), err: error }, "request failed");
              return { fault: "ours" };
            })
            .then(async (found) => {
              metrics.count("fault" in found ? "fault" : found.way, exchange.begun);
              await answerReader(exchange, found);
              finish(exchange);
            });
        }
      }
      response.once("close", () => {
        metrics.count("passed", exchange.begun);
        finish(exchange);
      });
      void pass(exchange, { ...options, kept });
    },
  );
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
  };
}

/** To Next: what is sent, what belongs to somebody signed in, and what answers programs. */
async function pass(
  { request, response, always, own, id }: Exchange,
  { next, log, proxies, kept }: FrontOptions & { kept: ReadonlySet<string> },
): Promise<void> {
  const context = makeContext(clientAddress(request, proxies));
  const url = request.url ?? "/";
  const head = [...always, ...own];
  for (let at = 0; at < head.length; at += 2) response.setHeader(head[at] ?? "", head[at + 1] ?? "");
  dropUnknownHeaders(request.headers);
  // Next reads the nonce from here, and puts it on each of its scripts.
  const policy = editorsPolicy(randomBytes(16).toString("base64"));
  request.headers["content-security-policy"] = policy;
  response.setHeader("Content-Security-Policy", policy);
  replaceFaults(response, {
    wantsJson: url.startsWith("/api/"),
    kept,
    isDatabaseLost: () => context.databaseLost,
    onFault: (fault) => log.error({ id, path: pathOf(url), fault }, "request failed"),
  });
  try {
    await runInRequest(context, () => next(request, response));
  } catch (error) {
    log.error({ id, path: pathOf(url), err: error }, "request failed");
    response.statusCode = 500;
    response.end();
  }
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

/** What may be written down of an address: a query, or a private page's path, may hold a secret. */
function pathOf(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  const secret = PRIVATE.find((prefix) => path.startsWith(prefix));
  return secret === undefined ? path : `${secret}…`;
}
