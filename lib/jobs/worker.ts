import "server-only";
import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Logger, runTaskList, type WorkerEvents } from "graphile-worker";
import { Client, Pool } from "pg";
import type { Worker } from "./shared";
import { makeTasks } from "./tasks";
import {
  freeWorkers,
  holdLock,
  listDeadWorkers,
  requeueLostMails,
  scheduleForgetting,
  WORKER_PREFIX,
} from "./upkeep-mutations";

const CONNECT_MS = 3_000;
const ANSWER_MS = 5_000;
/** How often a worker looks for what dead ones have left behind. */
const UPKEEP_EVERY_MS = 3_000;
const AGAIN_AFTER_MS = 1_000;
/**
 * A mail under way when the worker ends may take so long, less than others take to find that its lock is free; then it
 * is cut off, and then left.
 */
const GRACE_MS = 2_000;
const END_MS = 2_000;
const CLOSE_MS = 1_000;

export type Log = {
  error(facts: object, message: string): void;
  warn(facts: object, message: string): void;
};

/**
 * Runs the jobs of DATABASE_URL, one at a time, until it is stopped; returns at once. Where the database goes away, it
 * begins anew under another id as soon as there is one.
 */
export function startWorker({ log }: { log: Log }): Worker {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: there are no jobs to run.");
  const stopping = new AbortController();
  const over = runForever(url, stopping.signal, log);
  return {
    stop: () => {
      stopping.abort();
      return over;
    },
  };
}

async function runForever(url: string, stopping: AbortSignal, log: Log): Promise<void> {
  let said = false;
  while (!stopping.aborted) {
    try {
      await live(url, stopping, log, () => {
        said = false;
      });
    } catch (error) {
      // Once for each outage: it is tried again every second.
      if (!said && !stopping.aborted)
        log.error({ err: error }, "The worker lost its database; it goes on trying");
      said = true;
    }
    await delay(AGAIN_AFTER_MS, undefined, { signal: stopping }).catch(() => {});
  }
}

/** One worker under one id: returns when it is stopped, throws when its connection or its loop is lost. */
async function live(url: string, stopping: AbortSignal, log: Log, isUp: () => void): Promise<void> {
  const workerId = `${WORKER_PREFIX}${randomUUID()}`;
  const lost = new AbortController();
  const sockets = openSockets();
  const lock = new Client({
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
    stream: sockets.make,
  });
  lock.on("error", (error) => lost.abort(error));
  lock.on("end", () => lost.abort(new Error("The worker's connection was closed.")));
  const running = AbortSignal.any([stopping, lost.signal]);
  try {
    await lock.connect();
    await holdLock(lock, workerId);
    let dead = await listDeadWorkers(lock);
    const loop = startLoop(url, workerId, lost, log);
    try {
      isUp();
      while (!running.aborted) {
        await delay(UPKEEP_EVERY_MS, undefined, { signal: running }).catch(() => {});
        if (running.aborted) break;
        dead = await keepUp(lock, dead);
      }
    } finally {
      await loop.end();
    }
    lost.signal.throwIfAborted();
  } finally {
    await within(CLOSE_MS, lock.end());
    sockets.cut();
  }
}

/**
 * `before`: who was dead the time before. Whoever is twice has had the time to end what was under way; returns those
 * who are dead now.
 */
async function keepUp(lock: Client, before: string[]): Promise<string[]> {
  const dead = await listDeadWorkers(lock);
  await freeWorkers(
    lock,
    dead.filter((id) => before.includes(id)),
  );
  await requeueLostMails(lock);
  await scheduleForgetting(lock);
  return dead;
}

/** graphile-worker's own loop. Its `run` leaves a rejection unhandled when its clock loses the database: this does not. */
function startLoop(url: string, workerId: string, lost: AbortController, log: Log) {
  const stopped = new AbortController();
  const { pool, close } = openPool(url);
  const events: WorkerEvents = new EventEmitter();
  // What could not write down how a job ended takes no further one.
  events.on("worker:fatalError", ({ error }) => lost.abort(error));
  const tasks = makeTasks({ now: () => new Date(), stopped: stopped.signal });
  // Its types leave out the id, which it takes.
  const options = { pgPool: pool, workerId, noHandleSignals: true, events, logger: makeLogger(log) };
  const work = runTaskList(options, tasks, pool);
  const end = async () => {
    const ended = work.gracefulShutdown();
    await within(GRACE_MS, ended);
    stopped.abort();
    await within(END_MS, ended);
    await close();
  };
  return { end };
}

/** Sockets of ours: what is still open in the end is cut, so that it keeps no process alive. */
function openSockets() {
  const open = new Set<Socket>();
  const make = () => {
    const socket = new Socket();
    open.add(socket);
    return socket.once("close", () => open.delete(socket));
  };
  return { make, cut: () => open.forEach((socket) => void socket.destroy()) };
}

function openPool(url: string): { pool: Pool; close(): Promise<void> } {
  const sockets = openSockets();
  const pool = new Pool({
    connectionString: url,
    max: 3,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    stream: sockets.make,
  });
  // Unheard, a connection that is lost would end the process, be it idle or in use.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const close = async () => {
    await within(CLOSE_MS, pool.end());
    sockets.cut();
  };
  return { pool, close };
}

/** Waits for it, and for no more than so long; how it ends is heard by others. */
async function within(ms: number, work: PromiseLike<unknown>): Promise<void> {
  const late = new AbortController();
  const settled = Promise.resolve(work).then(
    () => {},
    () => {},
  );
  await Promise.race([settled, delay(ms, undefined, { signal: late.signal }).catch(() => {})]);
  late.abort();
}

/** Tries that failed are kept with the mail: they are warnings. */
function makeLogger(log: Log): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level !== "error") return;
    const { failure, error, job } = (meta ?? {}) as {
      failure?: boolean;
      error?: unknown;
      job?: { task_identifier?: string };
    };
    if (!failure) return log.error({ err: error }, message.split("\n")[0] ?? "");
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ task: job?.task_identifier, reason }, "A job failed; it is tried again");
  });
}
