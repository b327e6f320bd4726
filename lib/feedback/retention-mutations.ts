import "server-only";
import { type DbOrTransaction, db } from "../db";
import { callOffMails } from "./call-off-mutations";
import { eraseFeedback } from "./erase-mutations";
import { eventOf } from "./state-mutations";

const DAY_MS = 24 * 60 * 60_000;
/** How long what is kept, as /privacy promises. */
const NETWORK_DAYS = 30;
const NAMES_DAYS = 180;
const TEXT_YEARS = 2;
/** Rows of one transaction: nobody who reads or writes waits for long. */
const BATCH = 500;

const BY = { name: "the site" };

/**
 * Forgets what has been kept for long enough: the networks of messages 30 days after they came, names and e-mail
 * addresses 180 days after they were closed, and everything of a message after two years, however it stands. Returns
 * how many messages lost their names and how many their text. What somebody is working on waits for the next time.
 */
export async function forgetOld({ now }: { now: Date }): Promise<{ names: number; texts: number }> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const twoYearsAgo = new Date(now);
  twoYearsAgo.setUTCFullYear(now.getUTCFullYear() - TEXT_YEARS);
  await inBatches((tx) => forgetNetworks(tx, before(NETWORK_DAYS)));
  const names = await inBatches((tx) => forgetNames(tx, before(NAMES_DAYS), now));
  const texts = await inBatches((tx) => forgetTexts(tx, twoYearsAgo, now));
  return { names, texts };
}

/** Runs a batch, which says how many it took, for as long as there are more. Returns how many there were. */
async function inBatches(batch: (tx: DbOrTransaction) => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const count = await db().$transaction(batch);
    total += count;
    if (count < BATCH) return total;
  }
}

async function forgetNetworks(tx: DbOrTransaction, until: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Feedback" SET "networkHash" = NULL WHERE id IN (
      SELECT id FROM "Feedback" WHERE "receivedAt" <= ${until} AND "networkHash" IS NOT NULL
      ORDER BY "receivedAt" LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED)`;
}

async function forgetNames(tx: DbOrTransaction, until: Date, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    UPDATE "Feedback" SET name = NULL, email = NULL, "emailHash" = NULL, "namesErasedAt" = ${now} WHERE id IN (
      SELECT id FROM "Feedback" WHERE "closedAt" <= ${until}
        AND (name IS NOT NULL OR email IS NOT NULL OR "emailHash" IS NOT NULL)
      ORDER BY "closedAt" LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED)
    RETURNING id::text`;
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await callOffMails(tx, { feedbackIds: ids, to: "readers", why: "The address was removed." });
  await tx.feedbackEvent.createMany({
    data: ids.map((id) => ({
      ...eventOf({ id }, BY, now),
      kind: "erasure" as const,
      after: { what: "names" },
    })),
  });
  return ids.length;
}

async function forgetTexts(tx: DbOrTransaction, until: Date, now: Date): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Feedback" WHERE "receivedAt" <= ${until} AND "erasedAt" IS NULL
    ORDER BY "receivedAt" LIMIT ${BATCH}::int FOR UPDATE SKIP LOCKED`;
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await eraseFeedback(tx, { ids, by: BY, now });
  return ids.length;
}
