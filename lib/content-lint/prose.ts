import type { ComparisonDocument } from "../comparisons/schema";
import type { TechnologyDocument } from "../technologies/schema";

/** A text that readers read, by its path inside its record. */
export type Text = { path: string; text: string };

export function listTechnologyTexts(technology: TechnologyDocument): Text[] {
  const { description, lead, tagline, chooseFor, tradeoff, pros, cons } = technology;
  return present([
    ["description", description],
    ["lead", lead],
    ["tagline", tagline],
    ["chooseFor", chooseFor],
    ["tradeoff", tradeoff],
    ...pros.map(({ text }, index) => [`pros[${index}]`, text] as const),
    ...cons.map(({ text }, index) => [`cons[${index}]`, text] as const),
  ]);
}

export function listComparisonTexts(comparison: ComparisonDocument): Text[] {
  const { epithets, standfirst, shortAnswer, reason, body, bottomLine } = comparison;
  return present([
    ["epithets[0]", epithets?.[0]],
    ["epithets[1]", epithets?.[1]],
    ["standfirst", standfirst],
    ["shortAnswer", shortAnswer],
    ["reason", reason],
    ...comparison.useLeftIf.map((text, index) => [`useLeftIf[${index}]`, text] as const),
    ...comparison.useRightIf.map((text, index) => [`useRightIf[${index}]`, text] as const),
    ...comparison.alsoConsider.map(({ why }, index) => [`alsoConsider[${index}].why`, why] as const),
    ...comparison.criteria.flatMap(({ name, left, right }, index) => [
      [`criteria[${index}].name`, name] as const,
      [`criteria[${index}].left`, left] as const,
      [`criteria[${index}].right`, right] as const,
    ]),
    ["body", body],
    ...comparison.faq.flatMap(({ question, answer }, index) => [
      [`faq[${index}].question`, question] as const,
      [`faq[${index}].answer`, answer] as const,
    ]),
    ["bottomLine", bottomLine],
  ]);
}

/** What a comparison is called in findings, and its file. */
export function comparisonName({ left, right }: Pick<ComparisonDocument, "left" | "right">): string {
  return `${left}-vs-${right}`;
}

/** The sentences of a text, in lower case, as lists of words. */
export function sentencesOf(text: string): string[][] {
  return text
    .toLowerCase()
    .split(/(?<=[.?!:;])\s+|\n+/)
    .map((sentence) => sentence.match(/[\p{L}\p{N}+#]+(?:[.'’-][\p{L}\p{N}+#]+)*/gu) ?? []);
}

function present(texts: (readonly [string, string | undefined])[]): Text[] {
  return texts.flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
}
