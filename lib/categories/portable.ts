import type { CategoryDocument } from "./schema";

/** The record as the portable format writes it. */
export function portableCategory({ slug, name, description }: CategoryDocument) {
  return { slug, name, description };
}
