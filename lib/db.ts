import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
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
  const adapter = new PrismaPg(pool, { statementNameGenerator: statementNames() });
  const client = new PrismaClient({ adapter });
  return client.$extends({
    name: "one name for every lost connection",
    query: {
      async $allOperations({ args, query }) {
        try {
          return await query(args);
        } catch (error) {
          throw withOneName(error);
        }
      },
    },
  });
}

/** A lost connection by its one name, whatever it was called; any other error as it is. */
function withOneName(error: unknown): unknown {
  if (!isDatabaseUnavailable(error)) return error;
  const request = currentRequest();
  if (request) request.databaseLost = true;
  return new DatabaseUnavailable(error);
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

/** Connections, and Prisma on top of them. */
type Access = { pool: Pool; client: Db };

// Next bundles its parts separately; they share one of each through the process.
const shared = globalThis as {
  nicePickPrimary?: Access;
  /** What readers' pages are made of where there is a replica. */
  nicePickReaders?: Access;
  nicePickNames?: ReturnType<typeof nameStatements>;
};

/**
 * The database of DATABASE_URL, which `npm start` sets when it runs an embedded one. For an answer that may be made of
 * what a replica has, it is read there.
 */
export function db(): Db {
  return access().client;
}

/**
 * Rows as PostgreSQL gives them out. Of a short statement, what Prisma does for it takes as long as the statement itself:
 * a search asks several. They fail as those of `db()` do when the database is lost.
 */
export async function readRows<Row extends object>({ text, values }: Prisma.Sql): Promise<Row[]> {
  try {
    const { rows } = await access().pool.query<Row>({ name: statementNames()({ sql: text }), text, values });
    return rows;
  } catch (error) {
    throw withOneName(error);
  }
}

/** The connections below `db()`, for a library that brings statements of its own. */
export function connectionPool(): Pool {
  return primary().pool;
}

function access(): Access {
  const request = currentRequest();
  return request && request.source.from !== "primary" ? readers() : primary();
}

function primary(): Access {
  shared.nicePickPrimary ??= openAccess(createPool(requireDatabaseUrl()));
  return shared.nicePickPrimary;
}

/** A client of its own: Prisma sends what is asked for at one moment together, whoever asks. */
function readers(): Access {
  shared.nicePickReaders ??= openAccess(
    createReadersPool(process.env.DATABASE_READ_URL ?? requireDatabaseUrl(), connectionPool()),
  );
  return shared.nicePickReaders;
}

function openAccess(pool: Pool): Access {
  return { pool, client: createClient(pool) };
}

/** One set of names: what the replica does not answer, a connection to the primary is asked under the same one. */
function statementNames() {
  shared.nicePickNames ??= nameStatements();
  return shared.nicePickNames;
}

export async function disconnectDb(): Promise<void> {
  const { nicePickPrimary, nicePickReaders } = shared;
  delete shared.nicePickPrimary;
  delete shared.nicePickReaders;
  for (const opened of [nicePickReaders, nicePickPrimary]) {
    await opened?.client.$disconnect();
    await opened?.pool.end();
  }
}

function requireDatabaseUrl(): string {
  const url = process.env.DATABASE_URL;
  if (!url)
    throw new Error(
      "DATABASE_URL is not set. `npm start` and `npm run dev` set it; plain Next needs it given.",
    );
  return url;
}
