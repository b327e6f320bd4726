import { createHash } from "node:crypto";
import type { Client } from "pg";
import { type CopyToStreamQuery, to as copyTo } from "pg-copy-streams";
import { listApplied, listPending, type Migration, RECORD_TABLE } from "../migrate";
import {
  BackupError,
  BEGIN_TRANSACTION,
  COMMIT_TRANSACTION,
  copyLine,
  END_OF_ROWS,
  headerLine,
  inPublic,
  quoted,
  STOP_AT_ERRORS,
  trailerLine,
} from "./format";

type Table = { name: string; columns: string[]; hasRows: boolean };
type ForeignKey = { table: string; name: string; definition: string };
type Sequence = { name: string; value: string; isCalled: boolean };

/** What one moment's database has, besides rows. `foreign`: tables in it that are none of ours. */
export type Snapshot = {
  server: string;
  madeAt: Date;
  migrations: Migration[];
  tables: Table[];
  foreignKeys: ForeignKey[];
  sequences: Sequence[];
  foreign: string[];
};

/** A migration that ends while a backup begins: it is begun again, so often. */
const MOST_TRIES = 5;

/** Rows are to be written the same way whatever the role or the database has set for itself. */
const SETTINGS = `
  SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0;
  SET LOCAL client_encoding = 'UTF8'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'postgres';
  SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL row_security = off;
  SET LOCAL search_path = ''`;

/**
 * Begins a transaction that sees one moment of the database for as long as it is open, and keeps migrations out
 * meanwhile. Throws BackupError or MigrationError where there is nothing that this program could restore.
 */
export async function takeSnapshot(client: Client, migrations: Migration[]): Promise<Snapshot> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const before = await readOutline(client, migrations);
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // The moment is that of the first statement that reads: by then, nobody may be changing the tables any more.
    const names = before.tables.map(({ name }) => inPublic(name));
    await client.query(`LOCK TABLE ${names.join(", ")} IN ACCESS SHARE MODE`);
    const outline = await readOutline(client, migrations);
    if (JSON.stringify(outline) === JSON.stringify(before)) return readRest(client, outline);
    await client.query("ROLLBACK");
  }
  throw new BackupError("The database is being migrated. Try again when that is over.");
}

/**
 * The backup, line for line but for rows, which come in pieces of any size; nothing is kept of them. The transaction
 * must be the one that the snapshot was taken in.
 */
export async function* dump(client: Client, snapshot: Snapshot): AsyncGenerator<string | Buffer, void> {
  const hash = createHash("sha256");
  const copies = new Map<string, CopyToStreamQuery>();
  for await (const part of body(client, snapshot, copies)) {
    hash.update(part);
    yield part;
  }
  // How many rows the server has sent, it says after the last of them: by the next answer it has.
  await client.query("COMMIT");
  const rows = [...copies].map(([table, { rowCount }]) => [table, rowCount]);
  yield trailerLine({ rows: Object.fromEntries(rows), sha256: hash.digest("hex") });
}

async function* body(client: Client, snapshot: Snapshot, copies: Map<string, CopyToStreamQuery>) {
  const { migrations, tables, sequences } = snapshot;
  yield head(snapshot) + schema(migrations) + beforeRows(snapshot);
  for (const { name, columns } of tables.filter(({ hasRows }) => hasRows)) {
    yield `${comment(`Data for Name: ${name}; Type: TABLE DATA; Schema: public`)}${copyLine(name, columns)}`;
    const list = columns.map(quoted).join(", ");
    const copy = client.query(copyTo(`COPY ${inPublic(name)} (${list}) TO STDOUT`));
    copies.set(name, copy);
    for await (const chunk of copy) yield chunk as Buffer;
    yield `${END_OF_ROWS}\n`;
  }
  yield comment("Name: Sequences; Type: SEQUENCE SET; Schema: public");
  for (const { name, value, isCalled } of sequences) {
    yield `SELECT pg_catalog.setval('${inPublic(name).replaceAll("'", "''")}', ${value}, ${isCalled});\n`;
  }
  yield afterRows(snapshot);
}

function head({ server, madeAt, migrations }: Snapshot): string {
  const names = migrations.map(({ name }) => name);
  return `${headerLine({ madeAt: madeAt.toISOString(), server, migrations: names })}--
-- A backup of Nice Pick. It goes into an empty database, whole or not at all:
--   npm run restore -- FILE
--   gunzip -c FILE | psql DATABASE_URL
-- The last line has the number of rows of each table, and the SHA-256 of everything before that line.
--

-- Dumped from database version ${server}

${STOP_AT_ERRORS}${BEGIN_TRANSACTION}
SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', 'public', false);
SET check_function_bodies = false;
SET client_min_messages = warning;
SET row_security = off;

`;
}

/** By the SQL that made the tables in the first place, and makes them in every new installation. */
function schema(migrations: Migration[]): string {
  const scripts = migrations.map(({ name, sql }) => {
    const end = sql.trimEnd().endsWith(";") ? "" : ";";
    return `${comment(`Name: ${name}; Type: MIGRATION; Schema: public`)}${sql.trimEnd()}${end}\n\n`;
  });
  return `${comment("Name: _prisma_migrations; Type: TABLE; Schema: public")}${RECORD_TABLE.trim()};\n\n${scripts.join("")}`;
}

/**
 * Rows come in in the order of the tables' names, and as they were: foreign keys, some of which form circles, are made
 * again afterwards, and triggers do not run. Whoever owns the tables may do so; superusers' means are not needed.
 */
function beforeRows({ tables, foreignKeys }: Snapshot): string {
  const names = tables.map(({ name }) => inPublic(name));
  return [
    comment("What would stand in the way of rows"),
    ...foreignKeys.map(
      ({ table, name }) => `ALTER TABLE ONLY ${inPublic(table)} DROP CONSTRAINT IF EXISTS ${quoted(name)};\n`,
    ),
    ...names.map((name) => `ALTER TABLE ${name} DISABLE TRIGGER USER;\n`),
    // What migrations have put in is among the rows, as far as it is still there.
    `TRUNCATE TABLE ${names.join(", ")};\n\n`,
  ].join("");
}

function afterRows({ tables, foreignKeys }: Snapshot): string {
  const names = tables.map(({ name }) => inPublic(name));
  return [
    `\n${comment("What stood in the way of rows")}`,
    ...foreignKeys.map(
      ({ table, name, definition }) =>
        `ALTER TABLE ONLY ${inPublic(table)} ADD CONSTRAINT ${quoted(name)} ${definition};\n`,
    ),
    ...names.map((name) => `ALTER TABLE ${name} ENABLE TRIGGER USER;\n`),
    `\nANALYZE ${names.join(", ")};\n`,
    // A server that serves this database has pages of what was there before.
    `SELECT pg_catalog.pg_notify('expiries', 'everything');\n\n${COMMIT_TRANSACTION}`,
  ].join("");
}

function comment(text: string): string {
  return `--\n-- ${text}\n--\n\n`;
}

type Outline = Pick<Snapshot, "migrations" | "tables" | "foreign">;

async function readOutline(client: Client, all: Migration[]): Promise<Outline> {
  const found = await client.query("SELECT to_regclass('public._prisma_migrations') IS NULL AS missing");
  if (found.rows[0]?.missing) {
    throw new BackupError("There is nothing to back up: the database has no tables of Nice Pick.");
  }
  const pending = listPending(all, await listApplied(client));
  const migrations = all.filter((migration) => !pending.includes(migration));
  // Rows of unlogged tables are gone after a crash anyway, and no standby server has them.
  const { rows } = await client.query<Table>(
    `SELECT c.relname AS name, c.relpersistence <> 'u' AS "hasRows",
       array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attgenerated = '') AS columns
     FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
       AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d
         WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
     GROUP BY c.oid ORDER BY c.relname`,
  );
  const isOurs = ({ name }: Table) => isMadeBy(migrations, name);
  return {
    migrations,
    tables: rows.filter(isOurs),
    foreign: rows.filter((table) => !isOurs(table)).map(({ name }) => name),
  };
}

/** A table that somebody else keeps in the same schema could not be restored: no migration makes it. */
function isMadeBy(migrations: Migration[], name: string): boolean {
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const made = new RegExp(
    `(?:TABLE|TABLE IF NOT EXISTS|RENAME TO)\\s+(?:"?public"?\\.)?(?:"${literal}"|${literal}\\b)`,
    "i",
  );
  return name === "_prisma_migrations" || migrations.some(({ sql }) => made.test(sql));
}

async function readRest(client: Client, outline: Outline): Promise<Snapshot> {
  await client.query(SETTINGS);
  const ours = [outline.tables.map(({ name }) => name)];
  const [server] = (
    await client.query<{ version: string; madeAt: Date }>(
      `SELECT current_setting('server_version') AS version, now() AS "madeAt"`,
    )
  ).rows;
  const foreignKeys = await client.query<ForeignKey>(
    `SELECT c.relname AS table, k.conname AS name, pg_catalog.pg_get_constraintdef(k.oid) AS definition
     FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
     WHERE k.contype = 'f' AND c.relnamespace = 'public'::regnamespace AND c.relname = ANY($1)
     ORDER BY c.relname, k.conname`,
    ours,
  );
  const sequences = await client.query<Sequence>(
    `SELECT s.sequencename AS name, COALESCE(s.last_value, s.start_value)::text AS value,
       s.last_value IS NOT NULL AS "isCalled"
     FROM pg_catalog.pg_sequences s
     JOIN pg_catalog.pg_class q ON q.relname = s.sequencename AND q.relnamespace = 'public'::regnamespace
     JOIN pg_catalog.pg_depend d ON d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = q.oid
       AND d.refclassid = 'pg_catalog.pg_class'::regclass AND d.deptype IN ('a', 'i')
     JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
     WHERE s.schemaname = 'public' AND c.relname = ANY($1)
     ORDER BY s.sequencename`,
    ours,
  );
  return {
    ...outline,
    server: server?.version ?? "unknown",
    madeAt: server?.madeAt ?? new Date(),
    foreignKeys: foreignKeys.rows,
    sequences: sequences.rows,
  };
}
