import { z } from "zod";
import { LENGTH, line, optional } from "../fields";
import { FORMS } from "./forms";
import { ITEM_TYPES, type ItemType } from "./types";

// What the endpoints of drafts are sent. Whatever else is in a request is refused by name.

/** Writers of one item take turns by its id as text: it is to be the same text for all of them. */
const itemId = z.uuid().toLowerCase();

const version = z.int().min(1).max(2_147_483_647);

/** The versions that the browser has last seen; the server does nothing on top of others. */
const seen = z.strictObject({ draft: version.nullable(), live: version.nullable() });

const reason = optional(line(LENGTH.text));

/** An item, and the form as it is now; `rebasedOn` is the live version whose changes the form has taken in. */
function withForm<T extends ItemType>(itemType: T) {
  return z.strictObject({
    itemType: z.literal(itemType),
    itemId,
    seen,
    rebasedOn: version.optional(),
    form: FORMS[itemType].formSchema,
  });
}

export const saveSchema = z.discriminatedUnion("itemType", [
  withForm("technology"),
  withForm("comparison"),
  withForm("category"),
]);

export const publishSchema = z.discriminatedUnion("itemType", [
  withForm("technology").extend({ reason }),
  withForm("comparison").extend({ reason }),
  withForm("category").extend({ reason }),
]);

export const itemSchema = z.strictObject({ itemType: z.enum(ITEM_TYPES), itemId });

export const seenItemSchema = itemSchema.extend({ seen });

export const unpublishSchema = seenItemSchema.extend({ reason });

export const restoreSchema = seenItemSchema.extend({ revision: version });

export const presenceSchema = z.strictObject({
  itemId,
  tab: z.uuid(),
  leaving: z.literal(true).optional(),
});

export type SaveInput = z.output<typeof saveSchema>;
export type PublishInput = z.output<typeof publishSchema>;
export type SeenItem = z.output<typeof seenItemSchema>;
