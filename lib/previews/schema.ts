import { z } from "zod";

export const LONGEST_DAYS = 30;
export const USUAL_DAYS = 7;

/** What can be read has a page of its own; a category has none. */
export const createPreviewSchema = z.strictObject({
  itemType: z.enum(["technology", "comparison"], "has no page to be shown"),
  itemId: z.uuid(),
  days: z
    .int("must be a whole number of days")
    .min(1, "must be at least one day")
    .max(LONGEST_DAYS, `must be at most ${LONGEST_DAYS} days`)
    .default(USUAL_DAYS),
});

export const revokePreviewSchema = z.strictObject({ id: z.uuid() });
