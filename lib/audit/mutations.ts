import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { DbOrTransaction } from "../db";

/** Who did it: a person with an account, or a program by its name ("import"). */
export type By = { name: string; id?: string };

/** Appends one line of who did what. Call it inside the transaction that did it. `item` is a name of the time. */
export async function recordAudit(
  tx: DbOrTransaction,
  entry: {
    by: By;
    action: string;
    item?: { type?: "category" | "technology" | "comparison"; id?: string; name?: string };
    detail?: Prisma.InputJsonObject;
  },
): Promise<void> {
  const { by, action, item, detail } = entry;
  await tx.auditEntry.create({
    data: {
      actor: by.name,
      actorId: by.id ?? null,
      action,
      itemType: item?.type ?? null,
      itemId: item?.id ?? null,
      item: item?.name ?? null,
      ...(detail && { detail }),
    },
    select: { id: true },
  });
}
