import "server-only";
import { db } from "../db";

export type WantedEntry = {
  id: string;
  text: string;
  /** By how many networks. */
  asked: number;
  /** ISO. */
  firstAt: string;
  lastAt: string;
};

/** More than anybody reads at once; what is begun or dismissed makes room. */
const MOST_SHOWN = 200;

/** What readers asked for most, without what is on file by now under that name or alias. */
export async function listWanted(): Promise<WantedEntry[]> {
  const rows = await db().$queryRaw<
    (Omit<WantedEntry, "firstAt" | "lastAt"> & Record<"firstAt" | "lastAt", Date>)[]
  >`
    SELECT id::text, text, asked, "firstAt", "lastAt" FROM "Wanted" AS wanted
    WHERE "dismissedAt" IS NULL
      AND NOT EXISTS (
        SELECT 1 FROM "Technology" t WHERE (search_fold(t.name) COLLATE "C") = wanted.key AND t.state::text = 'live')
      AND NOT EXISTS (
        SELECT 1 FROM "Alias" a JOIN "Technology" t ON t.id = a."technologyId"
        WHERE (search_fold(a.name) COLLATE "C") = wanted.key AND t.state::text = 'live')
    ORDER BY asked DESC, "lastAt" DESC, id LIMIT ${MOST_SHOWN}::int`;
  return rows.map(({ firstAt, lastAt, ...row }) => ({
    ...row,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }));
}
