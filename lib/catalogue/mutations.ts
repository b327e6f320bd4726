import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "../audit/mutations";
import { publishCategories } from "../categories/mutations";
import { closeImport } from "../changes/mutations";
import { publishComparisons } from "../comparisons/mutations";
import type { Db } from "../db";
import { publishTechnologies } from "../technologies/mutations";
import type { Catalogue, Problem } from "./document";
import { chunks, listReferenceProblems } from "./references";

export type ImportResult =
  | { ok: true; changed: { categories: number; technologies: number; comparisons: number } }
  | { ok: false; problems: Problem[] };

const TIMEOUT_MS = 10 * 60_000;
/** Two imports at once take turns on this key (any fixed number will do). */
const LOCK_KEY = 4_205_118;
/** From here on the planner is told what has changed instead of being left to find out. */
const MANY_CHANGES = 1_000;

/**
 * Puts a catalogue on file and live: all of it, or nothing and the reasons. An entry replaces the record of its
 * slug or pair; nothing is deleted and no draft is touched; what is on file already is left as it is, without a
 * revision. `now` dates the comparisons that come without a date.
 */
export async function importCatalogue(
  db: Db,
  input: { catalogue: Catalogue; actor: string; now: Date },
): Promise<ImportResult> {
  const { catalogue, actor, now } = input;
  const result = await db.$transaction(
    async (tx): Promise<ImportResult> => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK_KEY}::bigint)`;
      const problems = await listReferenceProblems(tx, catalogue);
      if (problems.length > 0) return { ok: false, problems };
      const importId = randomUUID();
      const changed = { categories: 0, technologies: 0, comparisons: 0 };
      for (const documents of chunks(catalogue.categories)) {
        changed.categories += await publishCategories(tx, { documents, by: { name: actor } });
      }
      for (const documents of chunks(catalogue.technologies)) {
        changed.technologies += await publishTechnologies(tx, { documents, by: { name: actor }, importId });
      }
      for (const documents of chunks(catalogue.comparisons)) {
        changed.comparisons += await publishComparisons(tx, {
          documents,
          by: { name: actor },
          now,
          importId,
        });
      }
      await closeImport(tx, importId);
      if (Object.values(changed).some((count) => count > 0)) {
        await recordAudit(tx, { by: { name: actor }, action: "catalogue.import", detail: changed });
      }
      return { ok: true, changed };
    },
    { timeout: TIMEOUT_MS, maxWait: 30_000 },
  );
  if (result.ok && result.changed.technologies >= MANY_CHANGES) await db.$executeRaw`ANALYZE`;
  return result;
}
