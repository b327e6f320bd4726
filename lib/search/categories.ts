import type { Named } from "../verdict/types";
import { contentWords, subjectOf, withoutSort } from "./question";

// Which categories a text has to do with, by their names. Pure.

/** `sure`: the text is what they are called, as far as it goes; otherwise they have a word of it in their names. */
export type CategoryHits = { sure: boolean; categories: Named[] };

const MOST_CATEGORIES = 3;
/** A shorter text is the beginning of too many words. */
const ENOUGH_OF_A_WORD = 4;

/**
 * Those with all words of the text in their names, the last as the beginning of one, or whose names begin with it: the
 * shortest first. Where there are none, those with any of its words.
 */
export function categoriesFor(text: string, categories: Named[]): CategoryHits {
  const subject = subjectOf(text);
  const asked = contentWords(subject).flatMap(wordsOf);
  const thing = contentWords(withoutSort(subject)).flatMap(wordsOf);
  const sorts = asked.filter((word) => !thing.includes(word));
  if (asked.length === 0) return { sure: false, categories: [] };
  const named = categories.map((category) => ({ category, words: wordsOf(category.name) }));
  const sure = named.filter(
    ({ words }) =>
      (begins(words, thing) && sorts.every((word) => isIn(words, word, false))) ||
      asked.every((word, place) => isIn(words, word, place === asked.length - 1)),
  );
  if (sure.length > 0) return { sure: true, categories: shortest(sure.map(({ category }) => category)) };
  const counted = named.map(({ category, words }) => ({
    category,
    count: thing.filter((word) => isIn(words, word, false)).length,
  }));
  const most = Math.max(1, ...counted.map(({ count }) => count));
  const some = counted.filter(({ count }) => count === most).map(({ category }) => category);
  return { sure: false, categories: shortest(some) };
}

/** "frontend" begins "Front-end libraries and frameworks". */
function begins(words: string[], asked: string[]): boolean {
  const beginning = asked.join("");
  return beginning.length >= ENOUGH_OF_A_WORD && words.join("").startsWith(beginning);
}

function shortest(categories: Named[]): Named[] {
  return categories
    .toSorted((one, other) => one.name.length - other.name.length || (one.slug < other.slug ? -1 : 1))
    .slice(0, MOST_CATEGORIES);
}

/** Letters and digits alone, in lower case, without accents. */
function wordsOf(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Whether a word is one of a name, or the beginning of one: "queue" is one of "Queues and streams". */
function isIn(words: string[], asked: string, isBegun: boolean): boolean {
  return words.some(
    (word) =>
      stemOf(word) === stemOf(asked) ||
      (isBegun && asked.length >= ENOUGH_OF_A_WORD && word.startsWith(asked)),
  );
}

function stemOf(word: string): string {
  return word.replace(/ies$/, "y").replace(/(?<=.{3})(?:ing|ed|es|s|e)$/, "");
}
