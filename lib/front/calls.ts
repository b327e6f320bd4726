import type { MessagePort, Worker } from "node:worker_threads";

// Calls from one thread to another: what is given and what comes back is copied on the way.

type Port = Pick<MessagePort | Worker, "postMessage"> & {
  on(event: "message", listener: (message: Message) => void): unknown;
};

type Message =
  | { call: number; name: string; args: unknown[] }
  | { answered: number; value?: unknown; error?: unknown };

/** What the other side can be called for. */
// biome-ignore lint/suspicious/noExplicitAny: each function has arguments of its own.
type Functions = Record<string, (...args: any[]) => Promise<unknown>>;

/** Has the other side call these, as soon as they are there. */
export function answerCalls(port: Port, functions: Functions | Promise<Functions>): void {
  port.on("message", (message) => {
    if (!("call" in message)) return;
    const { call: answered, name, args } = message;
    Promise.resolve(functions)
      .then((known) => known[name]?.(...args))
      .then(
        (value) => port.postMessage({ answered, value }),
        (error) => port.postMessage({ answered, error }),
      );
  });
}

/** The functions of the other side. They reject with what was thrown there; of an error, its message and stack. */
export function callsTo<F extends Functions>(port: Port): F {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let last = 0;
  port.on("message", (message) => {
    if (!("answered" in message)) return;
    const call = waiting.get(message.answered);
    waiting.delete(message.answered);
    if ("error" in message) call?.reject(message.error);
    else call?.resolve(message.value);
  });
  return new Proxy({} as F, {
    get: (_, name) =>
      typeof name === "symbol" || name === "then"
        ? undefined
        : (...args: unknown[]) =>
            new Promise((resolve, reject) => {
              last += 1;
              waiting.set(last, { resolve, reject });
              port.postMessage({ call: last, name, args });
            }),
  });
}
