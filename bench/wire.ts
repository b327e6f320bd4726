import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { headerOf, type RawAnswer, readAnswers } from "../lib/testing/raw-http";
import { until } from "../lib/testing/server";

const PATIENCE_MS = 30_000;
const ROUNDS = 40;
const SLOW_PAGES = 200;
/** Another reader is not to wait longer than this for those who read slowly. */
const LONGEST_WAIT_MS = 1_000;

type Asked = { method: "GET" | "HEAD"; path: string; headers: string };

/**
 * Asks for pages in many ways without waiting for answers, in one piece and in pieces of a few bytes. Throws unless each
 * answer is what the same request gets by itself, in the order in which they were asked for.
 */
export async function checkPipelining(url: string, paths: string[]): Promise<void> {
  const asked = paths.flatMap((path): Asked[] => [
    { method: "GET", path, headers: "Accept-Encoding: gzip\r\n" },
    { method: "HEAD", path, headers: "Accept-Encoding: br\r\n" },
    { method: "GET", path, headers: "" },
    { method: "GET", path, headers: "If-None-Match: *\r\n" },
  ]);
  // The first reader of a page has it made.
  for (const request of asked) await askFor(url, [request]);
  const expected: RawAnswer[] = [];
  for (const request of asked) expected.push(...(await askFor(url, [request])));
  const all = Array.from({ length: ROUNDS }, () => asked).flat();
  for (const pieceBytes of [Number.POSITIVE_INFINITY, 1_000, 7]) {
    const answers = await askFor(url, all, pieceBytes);
    for (const [index, answer] of answers.entries()) {
      const request = asked[index % asked.length];
      requireSame(answer, expected[index % asked.length], `${request?.method} ${request?.path}, pipelined`);
    }
  }
}

/**
 * Asks for a page, not compressed, many times, and reads a little now and then. Throws unless every byte comes in the
 * end, and others are answered meanwhile.
 */
export async function checkSlowReader(url: string, path: string): Promise<void> {
  const request: Asked = { method: "GET", path, headers: "" };
  const [expected] = await askFor(url, [request]);
  const socket = await open(url);
  socket.pause();
  socket.write(write(url, request).repeat(SLOW_PAGES));
  const chunks: Buffer[] = [];
  for (let answers = 0; answers < SLOW_PAGES; ) {
    await delay(2);
    const chunk = socket.read() as Buffer | null;
    if (chunk) chunks.push(chunk);
    if (chunks.length % 20 === 1) {
      const begun = performance.now();
      await askFor(url, [request]);
      if (performance.now() - begun > LONGEST_WAIT_MS) throw new Error("a slow reader keeps others waiting");
    }
    if (socket.destroyed)
      throw new Error(`a slow reader was hung up on after ${answers} of ${SLOW_PAGES} pages`);
    answers = chunk ? countPages(chunks, expected) : answers;
  }
  socket.destroy();
  for (const answer of readAnswers(Buffer.concat(chunks)))
    requireSame(answer, expected, `${path}, read slowly`);
}

function countPages(chunks: Buffer[], expected: RawAnswer | undefined): number {
  const bytes = chunks.reduce((sum, { length }) => sum + length, 0);
  // Heads take less than half of a page that is not compressed: only then is it worth looking.
  return bytes < SLOW_PAGES * (expected?.body.length ?? 0) ? 0 : readAnswers(Buffer.concat(chunks)).length;
}

async function askFor(
  url: string,
  asked: Asked[],
  pieceBytes = Number.POSITIVE_INFINITY,
): Promise<RawAnswer[]> {
  const socket = await open(url);
  const chunks: Buffer[] = [];
  let received = 0;
  socket.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    received += chunk.length;
  });
  const text = asked.map((request) => write(url, request)).join("");
  for (let at = 0; at < text.length; at += pieceBytes) {
    const isWritten = socket.write(text.slice(at, at + pieceBytes));
    // Each piece is to arrive by itself.
    await (isWritten ? new Promise(setImmediate) : once(socket, "drain"));
  }
  const methods = asked.map(({ method }) => method);
  let looked = -1;
  let answers: RawAnswer[] = [];
  await until(async () => {
    if (received !== looked) answers = readAnswers(Buffer.concat(chunks), { methods });
    looked = received;
    return answers.length >= asked.length || socket.destroyed;
  }, PATIENCE_MS);
  socket.destroy();
  if (answers.length !== asked.length)
    throw new Error(`${answers.length} answers to ${asked.length} requests`);
  return answers;
}

async function open(url: string): Promise<Socket> {
  const socket = connect({ port: Number(new URL(url).port), host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  socket.on("error", () => {});
  return socket;
}

function write(url: string, { method, path, headers }: Asked): string {
  return `${method} ${path} HTTP/1.1\r\nHost: ${new URL(url).host}\r\n${headers}\r\n`;
}

function requireSame(found: RawAnswer, expected: RawAnswer | undefined, what: string): void {
  const tag = (answer: RawAnswer) =>
    `${answer.status} ${headerOf(answer, "etag")} ${headerOf(answer, "content-length")}`;
  if (!expected || tag(found) !== tag(expected) || !found.body.equals(expected.body)) {
    throw new Error(
      `${what}: ${tag(found)} with ${found.body.length} bytes in place of ${expected && tag(expected)}`,
    );
  }
}
