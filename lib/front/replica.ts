import { Client } from "pg";
import { PRIMARY, reasonOf, SERVER_SQL, type Source } from "../replica";
import type { Asked, Behind } from "./behind";
import type { Wish } from "./cache/reader-pages";

/** How far the primary is: what a replica has to show is on it when it has come so far, on the same way. */
type Position = { database: string; timeline: number; written: string };

/** What a server says of itself. `reached`: it shows all that was written up to the position asked about. */
type Look = { isStandby: boolean; database: string; timeline: number; server: string; reached: boolean };

type Log = { warn(facts: object, message: string): void; info(message: string): void };

const CONNECT_MS = 2_000;
const ANSWER_MS = 2_000;
const RETRY_MS = 1_000;
/** A replica that was cut off without a word is noticed by this. */
const PULSE_MS = 2_000;
/** A replica that comes and goes is spoken of no more often. */
const QUIET_MS = 60_000;
/** One that is behind is asked again at first after so long, and then less and less often. */
const FIRST_MS = 5;
const LAST_MS = 250;

/** Which database of which cluster: the same for all that are copied from it block by block. */
const DATABASE_SQL = `concat_ws(' ', (SELECT system_identifier FROM pg_control_system()),
  (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** What is committed is not always on the disk when it is told of, so this is not what was flushed. */
const POSITION_SQL = `SELECT ${DATABASE_SQL} AS database, pg_current_wal_insert_lsn()::text AS written,
  ('x' || left(pg_walfile_name(pg_current_wal_insert_lsn()), 8))::bit(32)::int AS timeline`;

/** A standby says a little late that it follows another primary. Until then it counts as one that follows none. */
const LOOK_SQL = `SELECT pg_is_in_recovery() AS "isStandby", ${DATABASE_SQL} AS database, ${SERVER_SQL} AS server,
  (SELECT GREATEST(c.timeline_id, r.min_recovery_end_timeline)
    FROM pg_control_checkpoint() c, pg_control_recovery() r) AS timeline,
  COALESCE(pg_last_wal_replay_lsn() >= $1::pg_lsn, false) AS reached`;

/**
 * Watches a replica, so that nobody reads there what this process knows to have changed: after every expiry that was
 * heard, it is of no use until it has come to where the primary was when it was heard.
 */
export class WatchedReplica {
  /** How many pages it has made, and how many the primary, since it failed. */
  readonly made = { there: 0, passedOn: 0 };
  private server = "";
  private reached = false;
  /** Null while it is not known what there is to reach. */
  private needed: Position | null = null;
  /** Counts whatever makes a look at the replica that is under way worthless. */
  private turns = 0;
  /** The connection to the primary by which something was heard since it was last asked. */
  private toAsk: Client | undefined;
  private isAsking = false;
  private restsUntil = 0;
  /** Whether it was said that the replica is of no use, and when last. */
  private said = false;
  private saidAt = Number.NEGATIVE_INFINITY;
  private stopped = false;
  private client: Client | undefined;
  private wake: () => void = () => {};
  private readonly done: Promise<void>;

  /** `hears`: whether every expiry is heard at this time. */
  constructor(
    readonly url: string,
    private readonly options: { hears: () => boolean; log: Log },
  ) {
    this.done = this.run();
  }

  /** Whether it shows everything that was heard of, and everything is heard of. */
  get isCurrent(): boolean {
    return this.reached && this.options.hears();
  }

  /** Whether it shows everything that was heard of while the primary was there, which it is not now. */
  get isLastResort(): boolean {
    return this.reached && !this.options.hears();
  }

  /** Where a page is read that is begun now. */
  choose(wish: Wish): Source {
    if (wish !== "none" && this.isCurrent) return { from: "replica", server: this.server };
    if (wish === "any" && this.isLastResort) return { from: "either", server: this.server };
    return PRIMARY;
  }

  /** Hears how those fare that are asked to read there. */
  watching({ ask }: Pick<Behind, "ask">): Pick<Behind, "ask"> {
    return {
      ask: async (asked: Asked) => {
        const answer = await ask(asked);
        this.note(asked.source, answer.replicaFault);
        return answer;
      },
    };
  }

  /** One that failed is left alone for a second, and looked at before it is used again. */
  note(source: Source, fault: string | null): void {
    if (fault === null) {
      if (source.from === "replica") this.made.there += 1;
      return;
    }
    this.made.passedOn += 1;
    this.say(fault);
    this.restsUntil = Date.now() + RETRY_MS;
    this.turn();
  }

  /** Something has expired, as was heard by this connection to the primary. */
  follow(primary: Client): void {
    this.needed = null;
    this.toAsk = primary;
    this.turn();
    if (!this.isAsking) void this.askPrimary();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.turn();
    await this.client?.end().catch(() => {});
    await this.done;
  }

  private turn(): void {
    this.turns += 1;
    this.reached = false;
    this.wake();
  }

  /** Asks once more when more was heard meanwhile: the answer may be from before. */
  private async askPrimary(): Promise<void> {
    this.isAsking = true;
    while (this.toAsk) {
      const primary = this.toAsk;
      this.toAsk = undefined;
      try {
        const { rows } = await primary.query<Position>(POSITION_SQL);
        if (!this.toAsk) this.needed = rows[0] ?? null;
      } catch (error) {
        // Where the connection is lost, the next one asks.
        if (!this.toAsk && this.options.hears()) this.say(reasonOf(error));
      }
    }
    this.isAsking = false;
    this.turn();
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        await this.watch();
      } catch (error) {
        if (!this.stopped) this.say(reasonOf(error));
      }
      this.turn();
      if (!this.stopped) await this.sleep(RETRY_MS);
    }
  }

  /** Until the connection is lost, or leads to what is no replica of ours: throws why. */
  private async watch(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
      application_name: "nice-pick replica watch",
    });
    this.client = client;
    // Heard at once, also while nothing is asked; what is asked next fails.
    client.on("error", () => this.turn());
    const ended = new Promise<void>((resolve) => client.once("end", resolve));
    client.on("end", () => this.turn());
    try {
      // Ended while it connects, it never says that it has not; what it is asked then fails.
      await Promise.race([client.connect(), ended]);
      for (let behind = 0; !this.stopped; ) {
        const rest = this.restsUntil - Date.now();
        if (rest > 0) await this.sleep(rest);
        const { needed, turns } = this;
        const found = await look(client, needed);
        this.server = found.server;
        // What came in between is looked for at once.
        if (turns !== this.turns || Date.now() < this.restsUntil) continue;
        this.reached = needed !== null && found.reached && found.timeline === needed.timeline;
        behind = this.reached || needed === null ? 0 : behind + 1;
        if (this.reached) this.sayBack();
        await this.sleep(behind === 0 ? PULSE_MS : Math.min(LAST_MS, FIRST_MS * 2 ** (behind - 1)));
      }
    } finally {
      void client.end().catch(() => {});
    }
  }

  private sleep(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private say(reason: string): void {
    if (this.said || performance.now() - this.saidAt < QUIET_MS) return;
    this.said = true;
    this.saidAt = performance.now();
    this.options.log.warn({ reason }, "the replica is of no use: pages are made from the primary");
  }

  private sayBack(): void {
    if (!this.said) return;
    this.said = false;
    this.options.log.info("the replica is read again");
  }
}

/** Throws where the server is no replica of the database that is needed. */
async function look(client: Client, needed: Position | null): Promise<Look> {
  const { rows } = await client.query<Look>(LOOK_SQL, [needed?.written ?? null]);
  const [found] = rows;
  if (!found?.isStandby) throw new Error("DATABASE_READ_URL leads to no standby.");
  if (needed && found.database !== needed.database) {
    throw new Error("DATABASE_READ_URL leads to no copy of the database of DATABASE_URL.");
  }
  return found;
}
