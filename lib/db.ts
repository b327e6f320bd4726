import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { DatabaseUnavailable, isDatabaseUnavailable } from "./errors";
import { PLANNING } from "./planning";
import { createReadersPool } from "./replica-pool";
import { currentRequest } from "./request-context";

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;

/** A connection keeps every statement it has a name for: only so many texts get one. */
const MOST_NAMED_STATEMENTS = 200;

function createPool(connectionString: string): Pool {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    onConnect: async (client) => {
      await client.query(PLANNING);
    },
  });
  // A connection lost while idle is noticed by whoever asks next; unheard, it would end the process.
  pool.on("error", () => {});
  return pool;
}

function createClient(pool: Pool) {
  // One set of names: what the replica does not answer, a connection to the primary is asked under the same one.
  shared.nicePickNames ??= nameStatements();
  const adapter = new PrismaPg(pool, { statementNameGenerator: shared.nicePickNames });
  const client = new PrismaClient({ adapter });
  return client.$extends({
    name: "one name for every lost connection",
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          if (!isDatabaseUnavailable(error)) throw error;
          const request = currentRequest();
          if (request) request.databaseLost = true;
          throw new DatabaseUnavailable(error);
        }
      },
    },
  });
}

/** PostgreSQL plans a statement with a name once for a connection, and planning is most of what a page's cost. */
function nameStatements() {
  const names = new Map<string, string>();
  return ({ sql }: { sql: string }): string => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMED_STATEMENTS) return "";
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

export type Db = ReturnType<typeof createClient>;

/** The client, or the one inside a transaction. */
export type DbOrTransaction = Omit<Db, "$connect" | "$disconnect" | "$extends" | "$on" | "$transaction">;

// Next bundles its parts separately; they share one pool through the process.
const shared = globalThis as {
  nicePickDb?: Db;
  nicePickPool?: Pool;
  nicePickReaders?: Readers;
  nicePickNames?: ReturnType<typeof nameStatements>;
};

/** What readers' pages are made of where there is a replica. */
type Readers = { pool: Pool; client: Db };

/**
 * The database of DATABASE_URL, which `npm start` sets when it runs an embedded one. For an answer that may be made of
 * what a replica has, it is read there.
 */
export function db(): Db {
  const request = currentRequest();
  if (request && request.source.from !== "primary") return readersDb();
  shared.nicePickDb ??= createClient(connectionPool());
  return shared.nicePickDb;
}

/** A client of its own: Prisma sends what is asked for at one moment together, whoever asks. */
function readersDb(): Db {
  if (!shared.nicePickReaders) {
    const pool = createReadersPool(process.env.DATABASE_READ_URL ?? requireDatabaseUrl(), connectionPool());
    shared.nicePickReaders = { pool, client: createClient(pool) };
  }
  return shared.nicePickReaders.client;
}

/** The connections below `db()`, for a library that brings statements of its own. */
export function connectionPool(): Pool {
  shared.nicePickPool ??= createPool(requireDatabaseUrl());
  return shared.nicePickPool;
}

export async function disconnectDb(): Promise<void> {
  const { nicePickDb: client, nicePickPool: pool, nicePickReaders: readers } = shared;
  delete shared.nicePickDb;
  delete shared.nicePickPool;
  delete shared.nicePickReaders;
  await readers?.client.$disconnect();
  await readers?.pool.end();
  await client?.$disconnect();
  await pool?.end();
}

function requireDatabaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      "DATABASE_URL is not set. `npm start` and `npm run dev` set it; plain Next needs it given.",
    );
  return url;
}
