import { z } from "zod";
import { FORMS } from "./forms";
import { listUnsure } from "./sync";
import type { LocalCopy, SyncState } from "./sync-types";
import type { FormOf, ItemType } from "./types";

const FORMAT = 1;

const version = z.int().nullable();

function schemaOf<T extends ItemType>(type: T) {
  const form = FORMS[type].formSchema;
  return z.strictObject({
    format: z.literal(FORMAT),
    itemId: z.string(),
    itemType: z.literal(type),
    base: form,
    values: form,
    head: z.strictObject({ draft: version, live: version }),
    sent: z.array(form),
    savedAt: z.iso.datetime(),
  });
}

/** What to keep in the browser, as text. `now` is ISO. */
export function toLocalCopy<T extends ItemType>(state: SyncState<T>, now: string): string {
  const { itemId, type, base, values, head } = state;
  const copy: LocalCopy<FormOf[T]> = {
    itemId,
    itemType: type,
    base,
    values,
    head,
    sent: listUnsure(state),
    savedAt: now,
  };
  return JSON.stringify({ format: FORMAT, ...copy });
}

/** What was kept, if it is that: whatever stands in the browser's storage may be of another version, or damaged. */
export function readLocalCopy<T extends ItemType>(type: T, json: string | null): LocalCopy<FormOf[T]> | null {
  if (json === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const { error } = schemaOf(type).safeParse(value);
  // Text beyond what the server keeps is the editor's to shorten, not to lose.
  if (error?.issues.some(({ code }) => code !== "too_big")) return null;
  const { format: _, ...copy } = value as { format: number } & LocalCopy<FormOf[T]>;
  return copy;
}
