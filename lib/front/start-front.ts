import { Worker } from "node:worker_threads";
import type { Behind } from "./behind";
import { answerCalls, callsTo } from "./calls";

export type FrontSettings = {
  port: number;
  host: string | undefined;
  siteUrl: string;
  dataDir: string;
  /** For kept pages, in memory and on disk together. */
  mostBytes: number;
  /** How many proxies in front are trusted. */
  proxies: number;
  /** The share of requests that are logged, from 0 to 1. */
  logged: number;
  logLevel: string;
  metricsToken: string | undefined;
  /** A standby, where there is one that readers' pages may be made of. */
  replicaUrl: string | undefined;
  /** On which Next takes requests as they came. */
  socket: string;
};

/** What the front's thread can be called for. */
export type FrontCalls = {
  /** Takes up the pages on disk; their number. */
  load(): Promise<number>;
  /** Null, or the code of the system's error. */
  listen(): Promise<string | null>;
  /** Begins to hear of publications. */
  hear(databaseUrl: string): Promise<void>;
  /** Not ready any more, for so many seconds; then no new connections, and those under way are answered, for a while. */
  drain(seconds: number): Promise<void>;
  close(): Promise<void>;
};

/** Of its heap, in MB; the bodies of kept pages are beside it, and what is known of each of them is in it. */
const HEAP = { young: 4, old: 64, ofPages: 0.1 };

/** Starts the front's thread, which asks `ask` for pages. `onFault`: it has ended, and nothing is served any more. */
export function startFront(
  settings: FrontSettings,
  { ask }: Pick<Behind, "ask">,
  onFault: (error: unknown) => void,
): FrontCalls {
  const thread = new Worker(new URL("./begin-thread.mjs", import.meta.url), {
    workerData: settings,
    resourceLimits: {
      maxYoungGenerationSizeMb: HEAP.young,
      maxOldGenerationSizeMb: HEAP.old + HEAP.ofPages * (settings.mostBytes / 1024 / 1024),
    },
  });
  thread.on("error", onFault);
  answerCalls(thread, { ask });
  return callsTo<FrontCalls>(thread);
}
