import { z } from "zod";

/** A version of an item: a revision by its number, or the draft on top of them. */
export type VersionRef = number | "draft";

const ref = z
  .string()
  .regex(/^(?:draft|[1-9]\d{0,8})$/)
  .transform((text): VersionRef => (text === "draft" ? "draft" : Number(text)))
  .optional()
  .catch(undefined);

const number = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

/** What an address asks of a history; what cannot be meant is as if it were not asked. */
export const historySchema = z.object({ from: ref, to: ref, restore: number });

export type HistoryQuery = z.output<typeof historySchema>;

/** What to show: a change from one version to another, or what restoring an old one would change. */
export type Shown = { from: VersionRef; to: VersionRef; restores: boolean };

/**
 * The two versions to compare, of those there are (newest first): the ones asked for, else the draft with what it is
 * on top of, else the newest with the one before. Null where there are no two.
 */
export function chooseVersions(
  asked: HistoryQuery,
  { numbers, hasDraft }: { numbers: number[]; hasDraft: boolean },
): Shown | null {
  const versions: VersionRef[] = [...(hasDraft ? ["draft" as const] : []), ...numbers];
  const current = versions[0];
  const has = (one: VersionRef | undefined) => one !== undefined && versions.includes(one);
  const { from, to, restore } = asked;
  if (restore !== undefined && has(restore) && current !== undefined && restore !== current) {
    return { from: current, to: restore, restores: true };
  }
  if (from !== undefined && to !== undefined && from !== to && has(from) && has(to)) {
    return { from, to, restores: false };
  }
  const [newest, before] = versions;
  if (newest === undefined || before === undefined) return null;
  return { from: before, to: newest, restores: false };
}
