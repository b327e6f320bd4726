import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { headerOf, type RawAnswer, readAnswers } from "../raw-http";
import { ELSEWHERE, type HostileShape, INJECTED } from "./shape";

/** What came of a hostile request. `end`: who hung up, where anybody had to. */
export type Outcome = { answers: RawAnswer[]; end: "server" | "us" | "nobody" };

/** Where it goes: `host`, as a Host header says it, and the path of a reader's page. */
export type Target = { port: number; host: string; page: string };

/** So long after an answer another one may come, if one was smuggled. */
const SETTLE_MS = 40;

/**
 * Sends one, on a connection of its own, and waits for what comes of it, no longer than `patienceMs`. Rejects when
 * nobody listens, and when what comes is no HTTP.
 */
export function sendHostile(shape: HostileShape, target: Target, patienceMs: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port: target.port, host: "127.0.0.1", allowHalfOpen: true });
    const chunks: Buffer[] = [];
    const read = (isClosed: boolean) =>
      readAnswers(Buffer.concat(chunks), { methods: [methodOf(shape)], closed: isClosed });
    let isConnected = false;
    let isOver = false;
    let settling: NodeJS.Timeout | undefined;
    const finish = (end: Outcome["end"]) => {
      if (isOver) return;
      isOver = true;
      clearTimeout(settling);
      clearTimeout(patience);
      socket.destroy();
      if (!isConnected) return reject(new Error(`nobody listens on port ${target.port}`));
      try {
        resolve({ answers: read(end === "server"), end });
      } catch (error) {
        reject(error);
      }
    };
    const patience = setTimeout(() => finish("us"), patienceMs);
    socket.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      clearTimeout(settling);
      settling = setTimeout(() => {
        if (isAnswered(read, shape.answers ?? 1)) finish("nobody");
      }, SETTLE_MS);
    });
    if (shape.after === "deaf") socket.pause();
    socket.on("error", () => {});
    socket.once("end", () => finish("server"));
    socket.once("close", () => finish("server"));
    socket.once("connect", async () => {
      isConnected = true;
      await write(socket, shape, target);
      if (shape.after === "finish") socket.end();
      if (shape.after !== "reset") return;
      socket.resetAndDestroy();
      finish("us");
    });
  });
}

/** False also for what is no answer: that is said once the connection is over. */
function isAnswered(read: (closed: boolean) => RawAnswer[], expected: number): boolean {
  try {
    return read(false).length >= expected;
  } catch {
    return true;
  }
}

async function write(socket: Socket, { pieces }: HostileShape, { host, page }: Target): Promise<void> {
  for (const piece of pieces) {
    if (!socket.writable) return;
    if (typeof piece === "number") await delay(piece);
    else {
      const text = piece.replaceAll("{host}", host).replaceAll("{page}", page);
      // A server that has hung up reads no more of it: nobody waits for that.
      if (!socket.write(text, "latin1")) await untilDrained(socket);
    }
  }
}

function untilDrained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once("drain", resolve);
    socket.once("close", resolve);
  });
}

function methodOf({ pieces: [first = ""] }: HostileShape): string {
  return String(first).split(" ", 1)[0] ?? "";
}

/** What must not have come of it, in words; null where the server did well. */
export function findFault(shape: HostileShape, { answers, end }: Outcome): string | null {
  const statuses = answers.map(({ status }) => status);
  if (statuses.some((status) => status >= 500)) return `answered with ${statuses.join(", ")}`;
  if (answers.length > (shape.answers ?? 1)) {
    return `answered ${answers.length} times: ${statuses.join(", ")}`;
  }
  if (shape.refused && statuses.some((status) => status < 400)) return `not refused: ${statuses.join(", ")}`;
  if (shape.sort !== "slow" && end === "us") return "neither answered nor hung up on";
  for (const answer of answers) {
    if (headerOf(answer, INJECTED.toLowerCase()) !== undefined) return "a header was injected";
    const location = headerOf(answer, "location") ?? "";
    if (new RegExp(`^[^/?#]*//[^/?#]*${ELSEWHERE}`).test(location)) return `leads to ${location}`;
  }
  return null;
}
