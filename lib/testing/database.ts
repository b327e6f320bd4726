import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { disconnectDb } from "../db";
import { TEMPLATE } from "./global-setup";

/**
 * Gives a test file a migrated, empty database of its own and puts it into DATABASE_URL. Call it at the top of the
 * file; the returned function makes further databases (`{ migrated: false }`: without even a table).
 */
export function prepareTestDatabase(): (options?: { migrated: boolean }) => Promise<string> {
  const names: string[] = [];
  const create = async (options = { migrated: true }) => {
    const name = `test_${randomBytes(6).toString("hex")}`;
    const template = options.migrated ? TEMPLATE : "template0";
    await onServer((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
    names.push(name);
    return urlOf(name);
  };
  beforeAll(async () => {
    process.env.DATABASE_URL = await create();
  });
  afterAll(async () => {
    await disconnectDb();
    await onServer(async (client) => {
      for (const name of names) await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
    });
  });
  return create;
}

/** Takes every record out of the test file's database, the append-only tables included. */
export async function emptyTestDatabase(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    // A replica runs no triggers, so history may go; a few rows are deleted sooner than tables are truncated.
    await client.query(`
      SET session_replication_role = replica;
      DO $$ DECLARE name text; BEGIN
        FOR name IN SELECT tablename FROM pg_tables
          WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
        LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
        DELETE FROM graphile_worker._private_jobs;
        DELETE FROM graphile_worker._private_job_queues;
      END $$`);
  } finally {
    await client.end();
  }
}

async function onServer(work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: inject("serverUrl") });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(name: string): string {
  const url = new URL(inject("serverUrl"));
  url.pathname = `/${name}`;
  return url.href;
}
