import { diffArrays, diffWordsWithSpace } from "diff";

/** Of two texts: the parts that are not "added" make up the old one, those not "removed" the new one. */
export type Part = { text: string; kind: "same" | "added" | "removed" };

/** Words put in and taken out, at most; beyond, whole lines are compared. Keeps any two texts within a second. */
const MOST_WORDS = 400;
const MOST_LINES = 600;
/** Where less than this share of a text stayed, both are easier to read whole. */
const LEAST_SAME = 0.2;

/** Word by word, as far as that can be read and made in time. */
export function diffTexts(before: string, after: string): Part[] {
  if (before === after) return part(before, "same");
  return (
    diffWords(before, after) ??
    diffLines(before, after) ?? [...part(before, "removed"), ...part(after, "added")]
  );
}

type Found = { value: string; added: boolean; removed: boolean };

const kindOf = ({ added, removed }: { added: boolean; removed: boolean }): Part["kind"] =>
  added ? "added" : removed ? "removed" : "same";

function part(text: string, kind: Part["kind"]): Part[] {
  return text === "" ? [] : [{ text, kind }];
}

function diffWords(before: string, after: string): Part[] | null {
  const found: Found[] | undefined = diffWordsWithSpace(before, after, { maxEditLength: MOST_WORDS });
  if (!found) return null;
  const parts = found.map((one) => ({ text: one.value, kind: kindOf(one) }));
  const same = parts.filter(({ kind }) => kind === "same").map(({ text }) => text.trim().length);
  const kept = same.reduce((sum, length) => sum + length, 0);
  const isRewritten = kept < LEAST_SAME * Math.min(before.length, after.length);
  return isRewritten ? [...part(before, "removed"), ...part(after, "added")] : parts;
}

/** Line by line, and word by word where lines took the place of others. */
function diffLines(before: string, after: string): Part[] | null {
  const found = diffArrays(linesOf(before), linesOf(after), { maxEditLength: MOST_LINES });
  if (!found) return null;
  const parts = found.map((one) => ({ text: one.value.join(""), kind: kindOf(one) }));
  return parts.flatMap((one, index): Part[] => {
    const [previous, next] = [parts[index - 1], parts[index + 1]];
    if (one.kind === "added" && previous?.kind === "removed") return [];
    if (one.kind !== "removed" || next?.kind !== "added") return [one];
    return diffWords(one.text, next.text) ?? [one, next];
  });
}

/** Each with its break. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
