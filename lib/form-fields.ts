import { z } from "zod";

// What editors' forms are made of: text as it was typed ("" is a field left empty) and lists of rows with keys. A
// form's own schema looks at shape and size only, so that work in progress can be kept however unfinished it is.

/** In UTF-16 code units, as `maxlength` counts: room for what the documents allow, and for some text too many. */
export const FORM_LENGTH = { short: 2_400, long: 8_000, body: 200_000 };

/** Where an editor is kept from adding another row; a document may hold half as many. */
export const MOST_ROWS = 60;

/** Two editors' lists that were merged may hold the rows of both. */
const MOST_MERGED_ROWS = 2 * MOST_ROWS;

/** Text that PostgreSQL can keep inside JSON. */
export const formText = (longest: number) =>
  z
    .string()
    .max(longest, `is too long: at most ${longest} characters are kept`)
    .refine((text) => text.isWellFormed() && !text.includes("\u0000"), "has a character that cannot be kept");

export const shortText = formText(FORM_LENGTH.short);
export const longText = formText(FORM_LENGTH.long);

/** A choice; "" is none made yet. */
export function formChoice<const T extends readonly string[]>(values: T) {
  return z.enum([...values, ""] as [...T, ""]);
}

const rowKey = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, "is not a key of a row");

export function formRows<T extends z.core.$ZodLooseShape>(fields: T) {
  return formList(z.strictObject({ key: rowKey, ...fields })).refine(
    (rows) => hasDistinctKeys(rows as Keyed[]),
    "has two rows with one key",
  );
}

export function formList<T extends z.ZodType>(entry: T) {
  return z.array(entry).max(MOST_MERGED_ROWS, `has more than ${MOST_MERGED_ROWS} entries`);
}

type Keyed = { key: string };

export function hasDistinctKeys(rows: readonly Keyed[]): boolean {
  return new Set(rows.map(({ key }) => key)).size === rows.length;
}

/** A key for a row that is new in the browser. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(3)), (part) => part.toString(36)).join("-");
}

/**
 * Keys for the rows of a stored document, by what they say: whoever reads the same document gets the same keys.
 * Rows that say the same are told apart by their order.
 */
export function keysOf(texts: readonly string[]): string[] {
  const taken = new Set<string>();
  return texts.map((text) => {
    let ordinal = 0;
    while (taken.has(keyOf(text, ordinal))) ordinal += 1;
    taken.add(keyOf(text, ordinal));
    return keyOf(text, ordinal);
  });
}

/** FNV-1a, 32 bits, over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
export function keyOf(text: string, ordinal: number): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${(hash >>> 0).toString(36)}-${ordinal}`;
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** A row in which nothing was typed counts as no row. */
export function isBlankRow(row: Keyed): boolean {
  return Object.entries(row).every(([field, text]) => field === "key" || isBlank(text));
}

/** The number that the text is, or the text itself for the document's schema to refuse; undefined when blank. */
export function numberOf(text: string): number | string | undefined {
  const value = text.trim();
  if (value === "") return undefined;
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : value;
}

/** A source of which either part was typed; the schema asks for the other. */
export function sourceOf(title: string, url: string): { title: string; url: string } | undefined {
  return isBlank(title) && isBlank(url) ? undefined : { title, url };
}

/**
 * A path inside the document as the form's: `lists` are the form's rows, of which the document has only those with
 * something in them; nested fields are one name ("pros", 0, "source", "url" is "pros.2.sourceUrl").
 */
export function formPath(
  path: readonly PropertyKey[],
  lists: Readonly<Record<string, readonly (string | Keyed)[]>>,
): string {
  const [first, second, ...rest] = path.map(String);
  const rows = first === undefined ? undefined : lists[first];
  if (first === undefined || second === undefined) return first ?? "";
  if (rows === undefined) return joinWords([first, second, ...rest]);
  const index = givenIndexes(rows)[Number(second)] ?? Number(second);
  return [first, index, ...(rest.length > 0 ? [joinWords(rest)] : [])].join(".");
}

function givenIndexes(rows: readonly (string | Keyed)[]): number[] {
  return rows.flatMap((row, index) =>
    (typeof row === "string" ? isBlank(row) : isBlankRow(row)) ? [] : [index],
  );
}

function joinWords(words: string[]): string {
  return words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
}
