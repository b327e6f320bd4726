import "server-only";
import type { DbOrTransaction } from "../db";

/** Keeps a new hash of the same password, unless the password was changed meanwhile. */
export async function renewPasswordHash(
  tx: DbOrTransaction,
  account: { id: string; from: string; to: string },
): Promise<void> {
  const { id, from, to } = account;
  await tx.user.updateMany({ where: { id, passwordHash: from }, data: { passwordHash: to } });
}
