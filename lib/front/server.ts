import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Logger } from "pino";
import { type RequestContext, runInRequest } from "../request-context";
import { clientAddress } from "./client-address";
import { replaceFaults } from "./faults";
import { plainPage } from "./plain-page";
import { dropUnknownHeaders, findRefusal, type Refusal } from "./refuse";
import { sendPagesQuietly } from "./send-page";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Front = { server: Server; drain(): void };

const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
const KEEP_ALIVE_MS = 65_000;
/** How long a refused request may go on sending. */
const SWALLOW_MS = 3_000;

/** Below these, the rest of a path is a secret. */
const PRIVATE = ["/preview/", "/feedback/status/"];

const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
};

/**
 * The HTTP server that listens, behind `proxies` trusted ones. It refuses what no route takes, answers for faults, and passes the rest to Next.
 * After `drain()` it reports itself as not ready and closes each connection with its next answer.
 */
export function createFront(next: Handler, options: { log: Logger; proxies: number }): Front {
  const { log, proxies } = options;
  let draining = false;
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
    },
    (request, response) => {
      for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
      if (draining) response.setHeader("Connection", "close");
      const address = clientAddress(request, proxies);
      logWhenDone(request, response, log);
      // A connection that was busy when the draining began is idle only now.
      response.once("close", () => draining && setImmediate(() => server.closeIdleConnections()));
      const refusal = findRefusal(request) ?? (draining ? refuseWhileDraining(request) : null);
      if (refusal) return void answerRefusal(request, response, refusal);
      void serve(request, response, { next, log, address });
    },
  );
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

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  { next, log, address }: { next: Handler; log: Logger; address: string },
): Promise<void> {
  const context: RequestContext = { databaseLost: false, address };
  const url = request.url ?? "/";
  dropUnknownHeaders(request.headers);
  sendPagesQuietly(request, response);
  replaceFaults(response, {
    wantsJson: url.startsWith("/api/"),
    isDatabaseLost: () => context.databaseLost,
    onFault: ({ status }) => log.error({ path: pathOf(url), status }, "request failed"),
  });
  try {
    await runInRequest(context, () => next(request, response));
  } catch (error) {
    log.error({ path: pathOf(url), err: error }, "request failed");
    response.statusCode = 500;
    response.end();
  }
}

function refuseWhileDraining(request: IncomingMessage): Refusal | null {
  if (request.url?.split("?", 1)[0] !== "/api/ready") return null;
  return { status: 503, message: "Stopping.", headers: { "Retry-After": "5" } };
}

async function answerRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
): Promise<void> {
  const { status, message, headers } = refusal;
  await swallowBody(request);
  // A plain form is posted to the same addresses, by somebody who reads.
  const json = request.url?.startsWith("/api/") && !request.headers.accept?.includes("text/html");
  const body = json
    ? JSON.stringify({ error: status === 413 ? "too-large" : "malformed", message })
    : plainPage(status === 503 ? "Stopping" : "We cannot answer that", message);
  response.writeHead(status, {
    "Content-Type": json ? "application/json" : "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Cache-Control": "no-store",
    // More of what was sent along may come: the connection cannot be used again.
    Connection: "close",
    ...headers,
  });
  response.end(body);
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

function logWhenDone(request: IncomingMessage, response: ServerResponse, log: Logger): void {
  const begun = performance.now();
  response.once("close", () => {
    const { method, url = "/" } = request;
    const ms = Math.round(performance.now() - begun);
    log.debug({ method, path: pathOf(url), status: response.statusCode, ms }, "request");
  });
}

/** What may be written down of an address: a query, or a private page's path, may hold a secret. */
function pathOf(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  const secret = PRIVATE.find((prefix) => path.startsWith(prefix));
  return secret === undefined ? path : `${secret}…`;
}
