import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { DbOrTransaction } from "../db";

/** Appends one line of who did what. Call it inside the transaction that did it. */
export async function recordAudit(
  tx: DbOrTransaction,
  entry: { actor: string; action: string; detail: Prisma.InputJsonObject },
): Promise<void> {
  await tx.auditEntry.create({ data: entry });
}
