import { z } from "zod";
import { oneOf } from "../fields";
import { VOTE_CHOICES } from "./choices";

/**
 * Named as the form's fields. `pair` as in addresses, in any order; `pick`: the slug that the verdict on the page
 * picked, or "none". Old slugs do as well: a page may have been open while a technology was renamed.
 */
export const voteSchema = z.strictObject({
  pair: z.string().max(200, "is not a comparison on this site"),
  pick: z.string().max(100, "is neither side"),
  choice: oneOf(VOTE_CHOICES),
});
