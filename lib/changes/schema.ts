import { z } from "zod";
import { cursor, cursorText } from "../cursor";

/** What an address asks of the list of changes; a place that is none is as if it were not asked, and said so. */
export const changesQuerySchema = z.object({ before: cursor.optional() });

export type ChangesQuery = z.output<typeof changesQuerySchema>;

/** The address of the list from a place on. */
export function changesAddress(before: { at: string; id: string }): string {
  return `/changes?before=${cursorText(before)}`;
}
