import { z } from "zod";
import { isSlug } from "./pair/pair";

// The kinds of text, address and date that editors and import files may store. Every one has a bound, cleans what
// may be cleaned (outer space, NFC, CR LF) and refuses, by name, what would do harm. Lengths count code points.

export const LENGTH = { name: 120, text: 600, description: 2_000, answer: 2_000, body: 50_000, url: 2_048 };
export const LONGEST_LIST = 30;

/** Fillers and the blank Braille pattern count as letters and symbols, and show nothing. */
const VISIBLE = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u;

type Cleaned = { value: string } | { problem: string };

/** One line of text, required. */
export const line = (longest: number) => cleaned((text) => cleanText(text, longest, /[\p{Cc}\p{Zl}\p{Zp}]/u));

/** Text in which line breaks and tabs may stand, required. */
export const paragraphs = (longest: number) =>
  cleaned((text) => cleanText(text, longest, /(?![\n\t])\p{Cc}/u));

export const slug = cleaned((text) => {
  const value = text.trim();
  if (value === "") return { problem: "is required" };
  if (isSlug(value)) return { value };
  return {
    problem:
      'is not a slug: 1 to 80 of a-z, 0-9 and single hyphens, without "-vs-" inside, "vs-" in front or "-vs" behind',
  };
});

export const webAddress = cleaned((text) => {
  const value = text.trim();
  if (value === "") return { problem: "is required" };
  const clean = value.isWellFormed() && !/[\s\p{Cc}]/u.test(value);
  if (!clean || !/^https?:\/\//i.test(value) || !URL.canParse(value)) {
    return { problem: "is not an http or https address" };
  }
  return withinLength(value, LENGTH.url);
});

/**
 * A date ("2026-10-31") or a moment with its zone ("2026-10-31T12:00:00Z"), kept in the shortest of the two that
 * says the same in UTC.
 */
export const moment = cleaned((text) => {
  const value = text.trim();
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const valid = date ? z.iso.date().safeParse(value) : z.iso.datetime({ offset: true }).safeParse(value);
  const year = new Date(value).getUTCFullYear();
  if (!valid.success || !(year >= 1900 && year <= 2999)) {
    return { problem: 'is not a date like "2026-10-31" or a time like "2026-10-31T12:00:00Z"' };
  }
  return { value: momentText(new Date(value)) };
});

export function momentText(date: Date): string {
  const iso = date.toISOString();
  return iso.endsWith("T00:00:00.000Z") ? iso.slice(0, 10) : iso.replace(".000Z", "Z");
}

/** An optional field: empty or left out, it is absent. */
export function optional<T extends z.ZodType>(field: T) {
  return z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    field.optional(),
  );
}

/** A list that may be left out, of at most 30 entries; those of a longer one are not looked at. */
export function list<T extends z.ZodType>(entry: T) {
  return z
    .array(z.unknown())
    .max(LONGEST_LIST, `has more than ${LONGEST_LIST} entries`)
    .pipe(z.array(entry))
    .default([]);
}

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, `is not one of ${values.join(", ")}`);
}

export const source = z.strictObject({ title: line(LENGTH.text), url: webAddress });

function cleaned(clean: (text: string) => Cleaned) {
  return z.string().transform((text, context) => {
    const result = clean(text);
    if ("value" in result) return result.value;
    context.addIssue({ code: "custom", message: result.problem });
    return z.NEVER;
  });
}

/** What may be cleaned of a text without asking. */
export function tidy(text: string): string {
  return text.replaceAll("\r\n", "\n").trim().normalize("NFC");
}

function cleanText(text: string, longest: number, forbidden: RegExp): Cleaned {
  if (!text.isWellFormed()) return { problem: "has half of a surrogate pair in it" };
  const value = tidy(text);
  if (value === "") return { problem: "is required" };
  const found = forbidden.exec(value);
  if (found) return { problem: `has a character that is not allowed: ${codePoint(found[0])}` };
  if (!VISIBLE.test(value)) return { problem: "has nothing in it that can be seen" };
  return withinLength(value, longest);
}

function withinLength(value: string, longest: number): Cleaned {
  const length = [...value].length;
  if (length <= longest) return { value };
  return { problem: `is too long: ${length} characters, at most ${longest} are allowed` };
}

function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 10) return "a line break (U+000A)";
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
