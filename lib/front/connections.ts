import type { Server } from "node:http";
import type { Socket } from "node:net";
import { type PlainGet, readPlainGet } from "./plain-get";

/** An answer as it goes out: its head, in bytes or in Latin-1. */
export type Reply = { head: Buffer; body: Buffer } | { head: string; body: null };

/** Answers a plain GET; null where Node's own server is to have the connection. */
export type Answerer = (get: PlainGet, socket: Socket) => Reply | Promise<Reply> | null;

export type Timeouts = {
  /** For the first request to come, in milliseconds. */
  first: number;
  /** For each further one, and for an answer to be taken. */
  next: number;
};

export type Connections = {
  /** Closes those on which nothing is being answered, and the others after their answers. */
  closeIdle(): void;
  closeAll(): void;
};

/**
 * Reads the connections of a server before the server itself does, and answers what `answer` answers. With the first
 * request that it does not, or that is not a plain GET in one piece, a connection goes over to the server, for good.
 *
 * Kept pages are most of what is asked for, and making Node's request and response costs three times what it takes to
 * find and send one (docs/decisions/0022).
 */
export function answerPlainGets(server: Server, answer: Answerer, timeouts: Timeouts): Connections {
  const open = new Set<Socket>();
  const idle = new Set<Socket>();
  let isClosing = false;
  const listeners = server.listeners("connection") as ((this: Server, socket: Socket) => void)[];
  server.removeAllListeners("connection");
  server.on("connection", (socket) => {
    /** Nothing more comes from the other side; what it asked for before is still wanted. */
    let isOver = false;
    open.add(socket);
    idle.add(socket);
    const forget = () => {
      open.delete(socket);
      idle.delete(socket);
    };
    const handOver = (rest: string) => {
      if (isOver) return socket.destroySoon();
      forget();
      for (const [event, listener] of Object.entries(own)) socket.removeListener(event, listener);
      socket.setTimeout(0);
      socket.pause();
      socket.unshift(Buffer.from(rest, "latin1"));
      for (const listener of listeners) listener.call(server, socket);
      socket.resume();
    };
    /** Until an answer is there, and taken by the other side. */
    const wait = (reply: Reply | Promise<Reply>, next: () => void) => {
      idle.delete(socket);
      socket.pause();
      if (reply instanceof Promise) {
        reply.then(
          (made) => (send(socket, made) ? next() : socket.once("drain", next)),
          () => socket.destroy(),
        );
      } else {
        socket.once("drain", next);
      }
    };
    const goOn = (text: string, from: number) => {
      if (socket.destroyed) return;
      idle.add(socket);
      socket.resume();
      read(text, from);
      if ((isOver || isClosing) && idle.has(socket)) socket.end();
    };
    const read = (text: string, from: number): void => {
      let at = from;
      while (at < text.length) {
        const get = readPlainGet(text, at);
        const reply = get && answer(get, socket);
        if (!get || !reply) {
          handOver(text.slice(at));
          return;
        }
        at = get.end;
        if (reply instanceof Promise || !send(socket, reply)) {
          wait(reply, () => goOn(text, get.end));
          return;
        }
      }
    };
    const own: Record<string, (given: Buffer) => void> = {
      data: (chunk: Buffer) => read(chunk.toString("latin1"), 0),
      end: () => {
        isOver = true;
        if (idle.has(socket)) socket.end();
      },
      timeout: () => socket.destroy(),
      error: () => socket.destroy(),
      close: forget,
    };
    socket.setTimeout(timeouts.first);
    socket.once("data", () => socket.setTimeout(timeouts.next));
    for (const [event, listener] of Object.entries(own)) socket.on(event, listener);
  });
  return {
    closeIdle: () => {
      isClosing = true;
      for (const socket of idle) socket.destroySoon();
    },
    closeAll: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

/** False where the other side is slow: what there is to send waits in memory. */
function send(socket: Socket, reply: Reply): boolean {
  if (socket.destroyed) return true;
  // Most is taken by the system at once, whatever its length.
  return write(socket, reply) || socket.writableLength === 0;
}

function write(socket: Socket, { head, body }: Reply): boolean {
  if (body === null) return socket.write(head, "latin1");
  socket.cork();
  socket.write(head);
  const taken = socket.write(body);
  socket.uncork();
  return taken;
}
