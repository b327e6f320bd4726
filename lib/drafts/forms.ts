import type { z } from "zod";
import {
  categoryFieldPath,
  categoryFormSchema,
  emptyCategoryForm,
  fromCategoryForm,
  toCategoryForm,
} from "../categories/form";
import { categorySchema } from "../categories/schema";
import {
  comparisonFieldPath,
  comparisonFormSchema,
  emptyComparisonForm,
  fromComparisonForm,
  toComparisonForm,
} from "../comparisons/form";
import { comparisonSchema } from "../comparisons/schema";
import {
  emptyTechnologyForm,
  fromTechnologyForm,
  technologyFieldPath,
  technologyFormSchema,
  toTechnologyForm,
} from "../technologies/form";
import { technologySchema } from "../technologies/schema";
import type { DocumentOf, FormOf, ItemType } from "./types";

/** What there is to know of one type's form. */
export type FormKind<T extends ItemType> = {
  /** Shape and size: whatever passes may be kept as a draft. */
  formSchema: z.ZodType<FormOf[T]>;
  /** What may be published. */
  documentSchema: z.ZodType<DocumentOf[T]>;
  empty(): FormOf[T];
  toForm(document: DocumentOf[T]): FormOf[T];
  fromForm(form: FormOf[T]): Record<string, unknown>;
  fieldPath(form: FormOf[T], path: readonly PropertyKey[]): string;
};

export const FORMS: { [T in ItemType]: FormKind<T> } = {
  technology: {
    formSchema: technologyFormSchema,
    documentSchema: technologySchema,
    empty: emptyTechnologyForm,
    toForm: toTechnologyForm,
    fromForm: fromTechnologyForm,
    fieldPath: technologyFieldPath,
  },
  comparison: {
    formSchema: comparisonFormSchema,
    documentSchema: comparisonSchema,
    empty: emptyComparisonForm,
    toForm: toComparisonForm,
    fromForm: fromComparisonForm,
    fieldPath: comparisonFieldPath,
  },
  category: {
    formSchema: categoryFormSchema,
    documentSchema: categorySchema,
    empty: emptyCategoryForm,
    toForm: toCategoryForm,
    fromForm: fromCategoryForm,
    fieldPath: categoryFieldPath,
  },
};
