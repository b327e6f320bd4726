import { isBlank } from "../form-fields";
import { issueText } from "../issue-text";
import { FORMS } from "./forms";
import type { DocumentOf, FormOf, ItemType } from "./types";

/** Messages by the form's field paths ("lead", "pros.2.sourceUrl"), each to be read behind the field's name. */
export type FormCheck<T extends ItemType> =
  | { ok: true; document: DocumentOf[T] }
  | { ok: false; fields: Record<string, string> };

/** Whether the form could be published, as far as that can be known without a database. Browser and server both ask. */
export function listFormProblems<T extends ItemType>(type: T, form: FormOf[T]): FormCheck<T> {
  const kind = FORMS[type];
  const result = kind.documentSchema.safeParse(kind.fromForm(form));
  if (result.success) return { ok: true, document: result.data };
  const fields = new Map<string, string>();
  for (const issue of result.error.issues) {
    const path = kind.fieldPath(form, issue.path);
    // A choice not made yet is no wrong one.
    const notChosen = issue.code === "invalid_value" && isBlank(String(valueAt(form, path)));
    if (!fields.has(path)) fields.set(path, notChosen ? "is required" : issueText(issue));
  }
  return { ok: false, fields: Object.fromEntries(fields) };
}

function valueAt(form: object, path: string): unknown {
  return path.split(".").reduce<unknown>((value, step) => (value as Record<string, unknown>)?.[step], form);
}
