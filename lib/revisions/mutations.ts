import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { By } from "../audit/mutations";
import type { DbOrTransaction } from "../db";

type ItemColumn = "categoryId" | "technologyId" | "comparisonId";

/** Appends a revision for each item, numbered from 1 for each. Call it inside the transaction that published. */
export async function recordRevisions(
  tx: DbOrTransaction,
  input: { column: ItemColumn; items: { id: string; snapshot: object }[]; by: By; reason?: string },
): Promise<void> {
  const { column, items, by, reason } = input;
  const newest = await tx.revision.groupBy({
    by: [column],
    where: { [column]: { in: items.map(({ id }) => id) } },
    _max: { number: true },
  });
  const numbers = new Map(newest.map((row) => [row[column], row._max.number ?? 0]));
  await tx.revision.createMany({
    data: items.map(({ id, snapshot }) => ({
      [column]: id,
      number: (numbers.get(id) ?? 0) + 1,
      snapshot: withoutUndefined(snapshot),
      actor: by.name,
      actorId: by.id ?? null,
      reason: reason ?? null,
    })),
  });
}

/** JSON knows no undefined, and strictUndefinedChecks refuses it. */
function withoutUndefined(snapshot: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(snapshot));
}
