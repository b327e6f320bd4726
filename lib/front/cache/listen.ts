import { Client } from "pg";
import { EVERYTHING, EXPIRY_CHANNEL, GONE_PREFIX } from "../../cache";

/** What a listener tells: which tags have expired, and whether it hears at all. */
export type Heard = {
  expired(tag: string): void;
  /** What has the tag is not to be shown any more. */
  gone(tag: string): void;
  everything(): void;
  /** After each of these, by which connection to the primary it was heard. */
  after?(primary: Client): void;
};

export type Listener = {
  /** Whether every expiry since the last `everything` has been told. */
  readonly hears: boolean;
  /** When it has begun to hear for the first time. */
  readonly begun: Promise<void>;
  stop(): Promise<void>;
};

const CONNECT_MS = 3_000;
const RETRY_MS = 500;
/** A connection that was cut without a word is noticed by this. */
const PULSE_MS = 2_000;
const PULSE_TIMEOUT_MS = 3_000;

/**
 * Hears of each publication as it is committed, on a connection of its own. Whatever was missed while there was none is
 * made good for by expiring everything when there is one again.
 */
export function listenForExpiries(connectionString: string, heard: Heard): Listener {
  let hears = false;
  let stopped = false;
  let client: Client | undefined;
  let wake: () => void = () => {};
  let tellBegun: () => void = () => {};
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });

  const listen = async () => {
    const own = new Client({
      connectionString,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: PULSE_TIMEOUT_MS,
      keepAlive: true,
      application_name: "nice-pick listener",
    });
    client = own;
    const lost = new Promise<void>((resolve) => {
      own.once("error", () => resolve());
      own.once("end", () => resolve());
    });
    try {
      // Ended while it connects, it never says that it has not; what it is asked then fails.
      await Promise.race([own.connect(), lost]);
      own.on("notification", ({ channel, payload = "" }) => {
        if (channel !== EXPIRY_CHANNEL) return;
        tell(payload, heard);
        heard.after?.(own);
      });
      await own.query(`LISTEN ${EXPIRY_CHANNEL}`);
      if (stopped) return;
      heard.everything();
      heard.after?.(own);
      hears = true;
      tellBegun();
      await Promise.race([lost, pulse(own, () => stopped)]);
    } catch {
      // Tried again, below.
    } finally {
      hears = false;
      own.on("error", () => {});
      void own.end().catch(() => {});
    }
  };

  const done = (async () => {
    while (!stopped) {
      await listen();
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, RETRY_MS).unref();
      });
    }
  })();

  return {
    get hears() {
      return hears;
    },
    begun,
    stop: async () => {
      stopped = true;
      wake();
      await client?.end().catch(() => {});
      await done;
    },
  };
}

function tell(payload: string, heard: Heard): void {
  if (payload === EVERYTHING) heard.everything();
  else if (payload.startsWith(GONE_PREFIX)) heard.gone(payload.slice(GONE_PREFIX.length));
  else heard.expired(payload);
}

/** Rejects when the connection does not answer. */
async function pulse(client: Client, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    await new Promise((resolve) => setTimeout(resolve, PULSE_MS).unref());
    if (!isOver()) await client.query("SELECT 1");
  }
}
