// What a reader typed into a search field: cleaned, bounded, and read as a question about two things where it is one.
// Pure.

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

/** What a reader adds to a name to say what they mean by it; "tool" and the like are nobody's name. */
const KIND_WORDS =
  /^(?:the|a|an|programming|software|language|framework|library|database|db|tool|platform|protocol|service|method|methodology|concept|practice)$/i;

/** "react library" is React: the text without words that only say its kind; null where that leaves nothing, or all of it. */
export function withoutKind(text: string): string | null {
  const words = text.split(" ");
  const names = words.filter((word) => !KIND_WORDS.test(word));
  return names.length > 0 && names.length < words.length ? names.join(" ") : null;
}

export type Sides = { left: string; right: string };

const BETWEEN = [/ (?:vs|versus)\.? /gi, / v\.? /gi, / or /gi];
const COMPARE = /^(?:compare|difference between) (.+)$/i;
const AFTER_COMPARE = [...BETWEEN, / (?:and|with|to) /gi];
const SLASH = [/ ?\/ ?/g];
/** A text with more of these words in it asks for no two things. */
const MOST_READINGS = 6;

/**
 * The ways to read a text as a question about two things, likeliest first: "x vs y", "x versus y", "x or y", "compare
 * x and y", "x/y". A name may have such a word in it ("CI/CD"): ask for the whole text first.
 */
export function listSides(text: string): Sides[] {
  const asked = text.replace(/[?\s]+$/u, "");
  const compared = COMPARE.exec(asked)?.[1];
  const readings = [
    ...(compared ? splitAt(compared, AFTER_COMPARE) : []),
    ...splitAt(asked, BETWEEN),
    ...splitAt(asked, SLASH),
  ];
  return readings.slice(0, MOST_READINGS);
}

function splitAt(text: string, separators: RegExp[]): Sides[] {
  return separators.flatMap((separator) =>
    [...text.matchAll(separator)].flatMap(({ 0: word, index }) => {
      const [left, right] = [text.slice(0, index).trim(), text.slice(index + word.length).trim()];
      return left && right ? [{ left, right }] : [];
    }),
  );
}

/** "x vs", typed so far: the side that is there and what there is of the other. Null for any other text. */
export function readBegunSides(text: string): Sides | null {
  const [, left, right] = /^(.+?) (?:vs\.?|versus|or)(?: (.*))?$/i.exec(text) ?? [];
  return left ? { left: left.trim(), right: right?.trim() ?? "" } : null;
}
