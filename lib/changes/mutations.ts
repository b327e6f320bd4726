import "server-only";
import type { Outcome, Ring } from "@/prisma/generated/client";
import { outcomeName } from "../comparisons/document-queries";
import type { DbOrTransaction } from "../db";

/** From here on, an import's changes of one sort are told as a number. The migration that began the table knows it too. */
const MOST_NAMED = 20;

type Stand = { outcome: Outcome; pickId: string | null };

/** A publication: what readers found before it (null: nothing) and find now. `number` is its revision's. */
export type ComparisonPublished = { id: string; number: number; before: Stand | null; after: Stand };
export type TechnologyPublished = {
  id: string;
  number: number;
  before: { ring: Ring | null } | null;
  after: { ring: Ring | null };
};

type Row = {
  kind: "comparison_added" | "verdict_changed" | "technology_added" | "rating_changed";
  technologyId?: string;
  comparisonId?: string;
  number: number;
  fromOutcome?: string | undefined;
  toOutcome?: string;
  fromPickId?: string | null | undefined;
  toPickId?: string | null;
  fromRing?: Ring | null | undefined;
  toRing?: Ring | null;
};

/** How it came to readers: `reason` is told to them, `importId` stands for the import that brought it. */
type Came = { reason?: string | undefined; importId?: string | undefined };

/** Writes down which comparisons are new and whose verdict has changed. Call it in the transaction that publishes. */
export async function recordComparisonChanges(
  tx: DbOrTransaction,
  items: ComparisonPublished[],
  came: Came,
): Promise<void> {
  const rows = items.flatMap(({ id, number, before, after }): Row[] => {
    if (before && before.outcome === after.outcome && before.pickId === after.pickId) return [];
    return [
      {
        kind: before ? "verdict_changed" : "comparison_added",
        comparisonId: id,
        number,
        fromOutcome: before ? outcomeName(before.outcome) : undefined,
        toOutcome: outcomeName(after.outcome),
        fromPickId: before?.pickId,
        toPickId: after.pickId,
      },
    ];
  });
  await insertChanges(tx, rows, came);
}

/** Writes down which technologies are new and whose rating has changed. */
export async function recordTechnologyChanges(
  tx: DbOrTransaction,
  items: TechnologyPublished[],
  came: Came,
): Promise<void> {
  const rows = items.flatMap(({ id, number, before, after }): Row[] => {
    if (before && before.ring === after.ring) return [];
    const kind = before ? "rating_changed" : "technology_added";
    return [{ kind, technologyId: id, number, fromRing: before?.ring, toRing: after.ring }];
  });
  await insertChanges(tx, rows, came);
}

/** All of one transaction have its time: what came together is told together. */
async function insertChanges(tx: DbOrTransaction, rows: Row[], { reason, importId }: Came): Promise<void> {
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO "Change" (id, at, kind, "technologyId", "comparisonId", number, "fromOutcome", "toOutcome",
      "fromPickId", "toPickId", "fromRing", "toRing", reason, "importId")
    SELECT gen_random_uuid(), now(), kind, "technologyId", "comparisonId", number, "fromOutcome", "toOutcome",
      "fromPickId", "toPickId", "fromRing", "toRing",
      CASE WHEN kind = 'verdict_changed' THEN ${reason ?? null}::text END, ${importId ?? null}::uuid
    FROM json_populate_recordset(NULL::"Change", ${JSON.stringify(rows)}::json)`;
}

/**
 * Ends the account of an import: sorts of change with few entries are told one by one, the others as one row with
 * their numbers, so that a large import does not hide what editors wrote.
 */
export async function closeImport(tx: DbOrTransaction, importId: string): Promise<void> {
  await tx.$executeRaw`
    WITH sort AS (
      SELECT kind, count(*) AS number FROM "Change" WHERE "importId" = ${importId}::uuid GROUP BY kind
    ), few AS (
      UPDATE "Change" c SET "importId" = NULL FROM sort
      WHERE c."importId" = ${importId}::uuid AND c.kind = sort.kind AND sort.number <= ${MOST_NAMED}
    )
    INSERT INTO "Change" (id, at, kind, counts)
    SELECT ${importId}::uuid, now(), 'import', jsonb_object_agg(kind, number) FROM sort
    WHERE number > ${MOST_NAMED} HAVING count(*) > 0`;
}
