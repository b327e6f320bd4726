/**
 * Where what an answer is made of is read: at the primary; at the replica, and the primary where that fails; or at the
 * replica where the primary fails, sooner than not at all. `server` is the one process of PostgreSQL's that is meant, by
 * SERVER_SQL: a name may lead to several, and to another one the next moment.
 */
export type Source = { from: "primary" } | { from: "replica" | "either"; server: string };

export const PRIMARY: Source = { from: "primary" };

/** SQL for a text that is another one for each server, and after each start of it. */
export const SERVER_SQL =
  "concat_ws(' ', inet_server_addr(), inet_server_port(), pg_postmaster_start_time())";

/** Why it is of no use, in words: some of the system's errors have a code and no message. */
export function reasonOf(error: unknown): string {
  const { message, code } = (error ?? {}) as { message?: unknown; code?: unknown };
  return String(message || code || error);
}
