import { z } from "zod";
import { LENGTH, line, optional, paragraphs, slug } from "../fields";

/** A category as the portable format and the editors' forms have it. */
export const categorySchema = z.strictObject({
  slug,
  name: line(LENGTH.name),
  description: optional(paragraphs(LENGTH.description)),
});

export type CategoryDocument = z.output<typeof categorySchema>;
