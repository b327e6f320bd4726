import "server-only";
import { type By, recordAudit } from "../audit/mutations";
import type { Db, DbOrTransaction } from "../db";
import { nameOf } from "./name-of";
import { hashPassword } from "./passwords";
import { hasUsers } from "./queries";
import { issueToken } from "./token-mutations";

/** Whoever would make the first owner takes turns on this key (any fixed number will do). */
const LOCK_KEY = 4_205_119;

/**
 * Makes the first owner, with the account's id in return; null when there is a user already. Call it inside a
 * transaction: of two at once one makes the owner.
 */
export async function createFirstOwner(
  tx: DbOrTransaction,
  owner: { email: string; name: string; passwordHash: string; by: By },
): Promise<string | null> {
  const { email, name, passwordHash, by } = owner;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_KEY}::bigint)`;
  if (await hasUsers(tx)) return null;
  const { id } = await tx.user.create({
    data: { email, name, passwordHash, role: "owner" },
    select: { id: true },
  });
  await recordAudit(tx, { by, action: "user.create", item: { name: email }, detail: { role: "owner" } });
  return id;
}

/**
 * Sees to it, at a start, that there is an owner or a way to become one: the one of the settings, else a token to set
 * one up, the secret of which is returned. Null when nothing needs to be set up.
 */
export async function prepareFirstOwner(
  db: Db,
  settings: { email: string; password: string } | null,
): Promise<string | null> {
  if (await hasUsers(db)) return null;
  const passwordHash = settings && (await hashPassword(settings.password));
  return db.$transaction(async (tx) => {
    if (settings && passwordHash) {
      const { email } = settings;
      await createFirstOwner(tx, { email, name: nameOf(email), passwordHash, by: { name: "settings" } });
      return null;
    }
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_KEY}::bigint)`;
    return (await hasUsers(tx)) ? null : issueToken(tx, { purpose: "setup", userId: null });
  });
}
