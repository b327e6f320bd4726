import { z } from "zod";
import {
  FORM_LENGTH,
  formChoice,
  formPath,
  formRows,
  formText,
  isBlank,
  isBlankRow,
  keysOf,
  longText,
  shortText,
} from "../form-fields";
import { type ComparisonDocument, EDGES, OUTCOMES } from "./schema";

const lines = formRows({ text: shortText });

/** A curated comparison as an editor types it. The pick is a side, so that it stays when a side is renamed. */
export const comparisonFormSchema = z.strictObject({
  left: shortText,
  right: shortText,
  outcome: formChoice(OUTCOMES),
  pick: formChoice(["left", "right"]),
  epithetLeft: shortText,
  epithetRight: shortText,
  standfirst: shortText,
  shortAnswer: shortText,
  reason: shortText,
  bottomLine: shortText,
  body: formText(FORM_LENGTH.body),
  author: shortText,
  publishedAt: shortText,
  verifiedAt: shortText,
  useLeftIf: lines,
  useRightIf: lines,
  alsoConsider: formRows({ slug: shortText, name: shortText, why: shortText }),
  criteria: formRows({ name: shortText, left: shortText, right: shortText, edge: formChoice(EDGES) }),
  faq: formRows({ question: shortText, answer: longText }),
  sources: formRows({ title: shortText, url: shortText }),
});

export type ComparisonForm = z.output<typeof comparisonFormSchema>;

export function emptyComparisonForm(): ComparisonForm {
  return {
    left: "",
    right: "",
    outcome: "",
    pick: "",
    epithetLeft: "",
    epithetRight: "",
    standfirst: "",
    shortAnswer: "",
    reason: "",
    bottomLine: "",
    body: "",
    author: "",
    publishedAt: "",
    verifiedAt: "",
    useLeftIf: [],
    useRightIf: [],
    alsoConsider: [],
    criteria: [],
    faq: [],
    sources: [],
  };
}

export function toComparisonForm(document: ComparisonDocument): ComparisonForm {
  const { left, right, outcome, pick, epithets } = document;
  return {
    left,
    right,
    outcome,
    pick: pick === undefined ? "" : pick === left ? "left" : "right",
    epithetLeft: epithets?.[0] ?? "",
    epithetRight: epithets?.[1] ?? "",
    standfirst: document.standfirst ?? "",
    shortAnswer: document.shortAnswer ?? "",
    reason: document.reason ?? "",
    bottomLine: document.bottomLine ?? "",
    body: document.body ?? "",
    author: document.author ?? "",
    publishedAt: document.publishedAt ?? "",
    verifiedAt: document.verifiedAt ?? "",
    useLeftIf: withKeys(
      document.useLeftIf.map((text) => ({ text })),
      "text",
    ),
    useRightIf: withKeys(
      document.useRightIf.map((text) => ({ text })),
      "text",
    ),
    alsoConsider: withKeys(
      document.alsoConsider.map(({ slug = "", name, why }) => ({ slug, name, why })),
      "name",
    ),
    criteria: withKeys(document.criteria, "name"),
    faq: withKeys(document.faq, "question"),
    sources: withKeys(document.sources, "url"),
  };
}

function withKeys<R extends Record<N, string>, N extends string>(
  rows: R[],
  name: N,
): ({ key: string } & R)[] {
  const keys = keysOf(rows.map((row) => row[name]));
  return rows.map((row, index) => ({ key: keys[index] ?? "", ...row }));
}

/** The document that is meant, for `comparisonSchema` to judge. What was begun is in it, so that its rest is asked for. */
export function fromComparisonForm(form: ComparisonForm): Record<string, unknown> {
  const { left, right, pick, epithetLeft, epithetRight } = form;
  return {
    left,
    right,
    outcome: form.outcome,
    pick: pick === "" ? undefined : form[pick],
    epithets: isBlank(epithetLeft) && isBlank(epithetRight) ? undefined : [epithetLeft, epithetRight],
    standfirst: form.standfirst,
    shortAnswer: form.shortAnswer,
    reason: form.reason,
    useLeftIf: given(form.useLeftIf).map(({ text }) => text),
    useRightIf: given(form.useRightIf).map(({ text }) => text),
    alsoConsider: given(form.alsoConsider),
    criteria: given(form.criteria),
    body: form.body,
    faq: given(form.faq),
    bottomLine: form.bottomLine,
    sources: given(form.sources),
    author: form.author,
    publishedAt: form.publishedAt,
    verifiedAt: form.verifiedAt,
  };
}

function given<R extends { key: string }>(rows: R[]): Omit<R, "key">[] {
  return rows.filter((row) => !isBlankRow(row)).map(({ key: _, ...fields }) => fields);
}

/** The form's field behind a path inside the document that was made of it. */
export function comparisonFieldPath(form: ComparisonForm, path: readonly PropertyKey[]): string {
  const [first, second] = path;
  if (first === "epithets") return second === 1 ? "epithetRight" : "epithetLeft";
  const { useLeftIf, useRightIf, alsoConsider, criteria, faq, sources } = form;
  const found = formPath(path, { useLeftIf, useRightIf, alsoConsider, criteria, faq, sources });
  const isLine = (first === "useLeftIf" || first === "useRightIf") && second !== undefined;
  return isLine ? `${found}.text` : found;
}
