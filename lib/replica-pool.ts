import { Pool, type PoolClient, type QueryConfig, type QueryResult } from "pg";
import { isDatabaseUnavailable } from "./errors";
import { PLANNING } from "./planning";
import { PRIMARY, reasonOf, SERVER_SQL } from "./replica";
import { currentRequest } from "./request-context";

const POOL_SIZE = 10;
const CONNECT_MS = 2_000;
/** The primary is there: nobody waits longer for the replica. */
const ANSWER_MS = 3_000;

/** PostgreSQL's code for a statement that writes where nothing may be written. */
const WRITES = "25006";

/**
 * Connections for what readers' pages read: of the replica at `url` where the answer under way may be made of that, and
 * whenever it fails of the primary, so that nobody who reads has to know of either. Once a page was told something by the
 * primary it goes on with that: what the replica says may be older, and what is worked out of both would be neither.
 */
export function createReadersPool(url: string, primary: Pool): Pool {
  const replica = new ReplicaConnections(url);
  const query = async (statement: QueryConfig): Promise<QueryResult> => {
    const request = currentRequest();
    const source = request?.source ?? PRIMARY;
    if (request && source.from === "replica") {
      try {
        return await replica.query(statement, source.server);
      } catch (error) {
        // A page that writes is a fault of ours: on the primary, it would be done and not be seen.
        if (codeOf(error) === WRITES) throw error;
        request.replicaFault ??= reasonOf(error);
        request.source = PRIMARY;
      }
    }
    try {
      const result = await primary.query(statement);
      if (request?.source.from === "either") request.source = PRIMARY;
      return result;
    } catch (error) {
      // Another statement of the same page may have come here before.
      const goesOver = request?.source.from !== "primary" && source.from === "either";
      if (!request || !goesOver || !isDatabaseUnavailable(error)) throw error;
      request.source = { from: "replica", server: source.server };
      return query(statement);
    }
  };
  // Prisma knows a pool by its class; this one has no connections of its own.
  return Object.assign(new Pool(), { query, connect: refuseTransaction, end: () => replica.end() });
}

/** A readers' page that begins a transaction is about to write, or holds up others. */
function refuseTransaction(): Promise<never> {
  return Promise.reject(new Error("A readers' page may not begin a transaction."));
}

class ReplicaConnections {
  private readonly pool: Pool;
  /** Where each of them leads. */
  private readonly servers = new WeakMap<object, string>();

  constructor(connectionString: string) {
    this.pool = new Pool({
      connectionString,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_MS,
      application_name: "nice-pick readers",
      onConnect: async (client) => {
        await client.query(
          `${PLANNING}; SET default_transaction_read_only = on; SET statement_timeout = ${ANSWER_MS}`,
        );
        const { rows } = await client.query<{ server: string }>(`SELECT ${SERVER_SQL} AS server`);
        this.servers.set(client, rows[0]?.server ?? "");
      },
    });
    // A connection lost while idle is noticed by whoever asks next; unheard, it would end the process.
    this.pool.on("error", () => {});
  }

  /** What the given server answers: how far it has come is known, and of no other. */
  async query(statement: QueryConfig, server: string): Promise<QueryResult> {
    const client = await this.pool.connect();
    let fault: Error | undefined;
    const note = (error: Error) => {
      fault = error;
    };
    client.on("error", note);
    try {
      return await this.ask(client, statement, server);
    } catch (error) {
      fault = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.removeListener("error", note);
      client.release(fault);
    }
  }

  private ask(client: PoolClient, statement: QueryConfig, server: string): Promise<QueryResult> {
    if (this.servers.get(client) === server) return client.query(statement);
    throw new Error("This is another server than the replica that is watched.");
  }

  end(): Promise<void> {
    return this.pool.end();
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code;
}
