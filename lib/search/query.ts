// What a reader typed into a search field: cleaned and bounded. What it asks: question.ts. Pure.

/** In code points: as long as the longest name. */
export const LONGEST_QUERY = 120;

export type SearchQuery =
  | { kind: "empty" }
  /** Nothing on file is called so much; what was typed is not looked at. */
  | { kind: "too-long" }
  | { kind: "text"; text: string };

/** Any field of an address: a list counts as its first entry. */
export function readQuery(field: string | string[] | undefined | null): SearchQuery {
  const given = Array.isArray(field) ? field[0] : field;
  // Far over the bound it is not worth cleaning.
  if (typeof given === "string" && given.length > 16 * LONGEST_QUERY) return { kind: "too-long" };
  const text = cleanText(given ?? "");
  if (text === "") return { kind: "empty" };
  return [...text].length > LONGEST_QUERY ? { kind: "too-long" } : { kind: "text", text };
}

/** NFC, one space between words; without what PostgreSQL does not take as text, and what cannot be seen. */
function cleanText(given: string): string {
  return given
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFD]/gu, " ")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim();
}
