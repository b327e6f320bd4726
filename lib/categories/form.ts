import { z } from "zod";
import { longText, shortText } from "../form-fields";
import type { CategoryDocument } from "./schema";

/** A category as an editor types it. */
export const categoryFormSchema = z.strictObject({ slug: shortText, name: shortText, description: longText });

export type CategoryForm = z.output<typeof categoryFormSchema>;

export function emptyCategoryForm(): CategoryForm {
  return { slug: "", name: "", description: "" };
}

export function toCategoryForm({ slug, name, description }: CategoryDocument): CategoryForm {
  return { slug, name, description: description ?? "" };
}

/** The document that is meant, for `categorySchema` to judge. */
export function fromCategoryForm({ slug, name, description }: CategoryForm): Record<string, unknown> {
  return { slug, name, description };
}

/** The form's field behind a path inside the document that was made of it. */
export function categoryFieldPath(_form: CategoryForm, path: readonly PropertyKey[]): string {
  return path.join(".");
}
