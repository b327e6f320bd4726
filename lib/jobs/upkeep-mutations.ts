import "server-only";
import type { Client } from "pg";
import { MOST_TRIES, QUEUE } from "../mail/outbox-mutations";

// What workers do for each other's jobs. All of it runs on the connection that holds the worker's own lock.

/** How the ids of our workers begin. */
export const WORKER_PREFIX = "nicepick-";

/**
 * Takes the lock that says that this worker lives: PostgreSQL frees it with the connection, however the process ends.
 * The server asks a silent connection whether it is still there, so that a machine that lost its power counts as well.
 */
export async function holdLock(client: Client, workerId: string): Promise<void> {
  await client.query(
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3",
  );
  await client.query("SELECT pg_advisory_lock(hashtextextended($1, 0))", [workerId]);
}

/** The ids of workers that hold jobs or queues and whose lock is free. */
export async function listDeadWorkers(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH holders AS (
       SELECT locked_by AS id FROM graphile_worker.jobs WHERE starts_with(locked_by, $1)
       UNION
       SELECT locked_by FROM graphile_worker._private_job_queues WHERE starts_with(locked_by, $1)
     ), hashed AS (SELECT id, hashtextextended(id, 0) AS hash FROM holders)
     SELECT id FROM hashed WHERE NOT EXISTS (
       SELECT 1 FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 1
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND classid::bigint = (hash >> 32) & 4294967295 AND objid::bigint = hash & 4294967295)`,
    [WORKER_PREFIX],
  );
  return rows.map(({ id }) => id);
}

/** Gives back what dead workers held: graphile-worker by itself does so after four hours. */
export async function freeWorkers(client: Client, ids: string[]): Promise<void> {
  if (ids.length > 0) await client.query("SELECT graphile_worker.force_unlock_workers($1)", [ids]);
}

/** A worker that is killed in a mail's last try leaves it queued, with a job that nobody takes any more. */
export async function requeueLostMails(client: Client): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job('deliver-mail', json_build_object('mailId', m.id), queue_name := $1,
       run_at := m."notBefore", max_attempts := $2, job_key := 'mail:' || m.id)
     FROM "Mail" m WHERE m.state = 'queued' AND NOT EXISTS (
       SELECT 1 FROM graphile_worker.jobs j WHERE j.key = 'mail:' || m.id
         AND (j.attempts < j.max_attempts OR j.locked_at IS NOT NULL))`,
    [QUEUE, MOST_TRIES],
  );
}

/** Has old messages forgotten in the night (UTC); one that found no worker is made up for. */
export async function scheduleForgetting(client: Client): Promise<void> {
  await client.query(
    `SELECT graphile_worker.add_job('forget', job_key := 'forget',
       run_at := date_trunc('day', now(), 'UTC') + interval '1 day 3 hours')
     WHERE NOT EXISTS (
       SELECT 1 FROM graphile_worker.jobs WHERE key = 'forget' AND attempts < max_attempts)`,
  );
}
