import "server-only";
import { db } from "../db";
import { isDatabaseUnavailable } from "../errors";

/** Whether the database answers and takes writes: not a standby, not switched to read-only. */
export async function isDatabaseWritable(): Promise<boolean> {
  try {
    const rows = await db().$queryRaw<{ writable: boolean }[]>`
      SELECT NOT pg_is_in_recovery() AND current_setting('transaction_read_only') = 'off' AS writable`;
    return rows[0]?.writable ?? false;
  } catch (error) {
    if (isDatabaseUnavailable(error)) return false;
    throw error;
  }
}
