import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { By } from "../audit/mutations";
import type { DbOrTransaction } from "../db";

type ItemColumn = "categoryId" | "technologyId" | "comparisonId";

/**
 * Appends a revision for each item, numbered from 1 for each; returns the numbers by the item's id. Call it inside the
 * transaction that published.
 */
export async function recordRevisions(
  tx: DbOrTransaction,
  input: { column: ItemColumn; items: { id: string; snapshot: object }[]; by: By; reason?: string },
): Promise<Map<string, number>> {
  const { column, items, by, reason } = input;
  const newest = await tx.revision.groupBy({
    by: [column],
    where: { [column]: { in: items.map(({ id }) => id) } },
    _max: { number: true },
  });
  const before = new Map(newest.map((row) => [row[column], row._max.number ?? 0]));
  const numbers = new Map(items.map(({ id }) => [id, (before.get(id) ?? 0) + 1]));
  await tx.revision.createMany({
    data: items.map(({ id, snapshot }) => ({
      [column]: id,
      number: numbers.get(id) ?? 1,
      snapshot: withoutUndefined(snapshot),
      actor: by.name,
      actorId: by.id ?? null,
      reason: reason ?? null,
    })),
  });
  return numbers;
}

/** JSON knows no undefined, and strictUndefinedChecks refuses it. */
function withoutUndefined(snapshot: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(snapshot));
}
