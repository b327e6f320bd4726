import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import inject from "light-my-request";
import type { Logger } from "pino";
import type { Source } from "../replica";
import { makeContext, runInRequest } from "../request-context";
import { replaceFaults } from "./faults";
import { pathOf } from "./private-paths";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next hears of whoever asks for a reader's page, the same for all readers; `source`: where it may read. */
export type Asked = { url: string; host: string; accept: string; address: string; source: Source };

/**
 * What Next made of it, `body` before any encoding; `tags`: what it is made of; `replicaFault`: why it was not made of the
 * replica, where that was tried.
 */
export type RawAnswer = {
  status: number;
  headers: Record<string, number | string | string[] | undefined>;
  body: Uint8Array;
  tags: string[];
  databaseLost: boolean;
  replicaFault: string | null;
};

/** Next as the front asks it. */
export type Behind = {
  /** The answer to a GET: see `answerAsked`. */
  ask(asked: Asked): Promise<RawAnswer>;
  /** Where requests go that Next is to have as they came: a socket that this user alone can reach. */
  socket: string;
};

/** Of a request that was passed on: the client's address, and by which name it is written down. */
export const ADDRESS_HEADER = "x-front-address";
export const ID_HEADER = "x-front-id";

const NAME = "next.sock";
/** The front lets requests pass whose headers come to 16 KB, and adds some. */
const MOST_HEADER_BYTES = 32 * 1024;

/** The longest name that every system takes for a socket. */
const LONGEST_SOCKET_BYTES = 100;

/** Opens the two ways to Next, one of them below `dataDir`, which belongs to this process. */
export async function openBehind(
  next: Handler,
  { dataDir, log }: { dataDir: string; log: Logger },
): Promise<Behind & { close(): Promise<void> }> {
  const folder = await makeFolder(dataDir);
  const socket = join(folder, NAME);
  // The front alone connects here, and keeps its connections for as long as it likes.
  const server = createServer(
    { maxHeaderSize: MOST_HEADER_BYTES, keepAliveTimeout: 0, requestTimeout: 0 },
    (request, response) => void answerPassed(next, log, request, response),
  );
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(socket, resolve));
  return {
    socket,
    ask: (asked) => answerAsked(next, asked),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A folder for the socket alone, which nobody else can enter; what one that was killed left there is removed. */
async function makeFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, "front");
  if (Buffer.byteLength(join(folder, NAME)) > LONGEST_SOCKET_BYTES)
    return mkdtemp(join(tmpdir(), "nicepick-"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Has Next answer a GET with nothing of whoever asked for it. Never rejects for what Next does. */
export async function answerAsked(next: Handler, asked: Asked): Promise<RawAnswer> {
  const { url, host, accept, address, source } = asked;
  const context = makeContext(address, source);
  const { status, headers, body } = await runInRequest(context, async () => {
    const answer = await inject((request, response) => void answerWith(next, request, response), {
      method: "GET",
      url,
      headers: { host, accept, "user-agent": "Nice Pick" },
      remoteAddress: address,
      // Else it makes a text of each body, too, which nobody reads.
      payloadAsStream: true,
    });
    return { status: answer.statusCode, headers: answer.headers, body: await readWhole(answer.stream()) };
  });
  const { tags, databaseLost, replicaFault } = context;
  return { status, headers, body, tags: [...tags], databaseLost, replicaFault };
}

function readWhole(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    stream
      .on("data", (chunk: Buffer) => chunks.push(chunk))
      .once("error", reject)
      .once("end", () => resolve(Buffer.concat(chunks)));
  });
}

/** Next rejects for what it cannot handle; then there is no answer, and none would ever end. */
async function answerWith(next: Handler, request: unknown, response: unknown): Promise<void> {
  const answer = response as ServerResponse;
  try {
    await next(request as IncomingMessage, answer);
  } catch {
    if (!answer.headersSent) answer.statusCode = 500;
    answer.end();
  }
}

async function answerPassed(
  next: Handler,
  log: Logger,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, url = "/" } = request;
  const context = makeContext(String(headers[ADDRESS_HEADER] ?? ""));
  const said = { id: headers[ID_HEADER], path: pathOf(url) };
  delete headers[ADDRESS_HEADER];
  delete headers[ID_HEADER];
  replaceFaults(response, {
    wantsJson: url.startsWith("/api/"),
    isDatabaseLost: () => context.databaseLost,
    onFault: (fault) => log.error({ ...said, fault }, "request failed"),
  });
  try {
    await runInRequest(context, () => next(request, response));
  } catch (error) {
    log.error({ ...said, err: error }, "request failed");
    response.statusCode = 500;
    response.end();
  }
}
