import { z } from "zod";
import { cursor, cursorText } from "../cursor";
import { ACTION_KINDS, type ActionKind } from "./words";

const KINDS = Object.keys(ACTION_KINDS) as [ActionKind, ...ActionKind[]];

/** What an address asks of the log. Whatever cannot be meant is as if it were not there. */
export const auditQuerySchema = z.object({
  /** An account's id, or "programs" for what no person did. */
  who: z
    .union([z.uuid(), z.literal("programs")])
    .optional()
    .catch(undefined),
  what: z.enum(KINDS).optional().catch(undefined),
  before: cursor.optional().catch(undefined),
});

export type AuditQuery = z.output<typeof auditQuerySchema>;

/** The address of the log as asked for, from a place on. */
export function auditAddress(
  path: string,
  { who, what }: AuditQuery,
  before?: { at: string; id: string },
): string {
  const query = new URLSearchParams();
  if (who) query.set("who", who);
  if (what) query.set("what", what);
  if (before) query.set("before", cursorText(before));
  return query.size === 0 ? path : `${path}?${query}`;
}
