import { isSlug } from "../pair/pair";
import type { Kind, Named, Ring } from "../verdict/types";
import { KINDS, RINGS } from "./schema";
import type { TechnologyListEntry } from "./types";

// The list of technologies and what its address says. Pure.

/** A letter is a to z, or "0-9": what slugs begin with. */
export type BrowseFilters = { kind?: Kind; category?: string; ring?: Ring; letter?: string };

export type BrowseField = (typeof FIELDS)[number];

export type BrowseQuery = {
  filters: BrowseFilters;
  /** From 1. */
  page: number;
  /** What was asked for and is nothing: shown back, never passed over in silence. */
  unknown: { field: BrowseField; value: string }[];
};

/** So many, or more than so many: nothing is counted to an end that has no bound. */
export type Counted = { count: number; more: boolean };

export type BrowsePage = {
  filters: BrowseFilters;
  entries: TechnologyListEntry[];
  total: Counted;
  page: number;
  pages: number;
  /** The live category of the filter; none where there is no such category. */
  category?: Named;
  /** What each filter may be set to, with the others as they are, so that something is found. */
  options: { kinds: Kind[]; categories: Named[]; rings: Ring[]; letters: string[] };
};

const FIELDS = ["kind", "category", "ring", "letter", "page"] as const;

export const PAGE_SIZE = 30;
/** Further on, a page would cost more the further it is: a letter or a filter leads there. */
export const MOST_PAGES = 100;

export const LETTERS = [..."abcdefghijklmnopqrstuvwxyz", "0-9"];

/** Query parameters as pages are given them. */
export type Fields = Record<string, string | string[] | undefined>;

/** Reads what an address asks for: the first value of each field that is not empty, in any case. */
export function readBrowseQuery(fields: Fields): BrowseQuery {
  const unknown: BrowseQuery["unknown"] = [];
  const read = <T>(field: BrowseField, meant: (value: string) => T | undefined): T | undefined => {
    const value = [fields[field] ?? []]
      .flat()
      .find((one) => one.trim() !== "")
      ?.trim();
    if (value === undefined) return undefined;
    const found = meant(value.toLowerCase());
    if (found === undefined) unknown.push({ field, value });
    return found;
  };
  const kind = read("kind", (value) => KINDS.find((one) => one === value));
  const category = read("category", (value) => (isSlug(value) ? value : undefined));
  const ring = read("ring", (value) => RINGS.find((one) => one === value));
  const letter = read("letter", (value) => LETTERS.find((one) => one === value));
  const page = read("page", (value) => (/^[1-9]\d{0,5}$/.test(value) ? Number(value) : undefined));
  return {
    filters: {
      ...(kind && { kind }),
      ...(category && { category }),
      ...(ring && { ring }),
      ...(letter && { letter }),
    },
    page: page ?? 1,
    unknown,
  };
}

/** The one address of a list. */
export function browsePath({ kind, category, ring, letter }: BrowseFilters, page = 1): string {
  const fields = { kind, category, ring, letter, page: page > 1 ? String(page) : undefined };
  const given = Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined);
  return given.length === 0 ? "/technologies" : `/technologies?${new URLSearchParams(given)}`;
}

/** Whether the fields of a list stand in an address as `browsePath` writes them; others are nobody's business. */
export function isBrowsePath(asked: URLSearchParams, { filters, page }: BrowseQuery): boolean {
  const own = [...asked].filter(([name]) => FIELDS.some((field) => field === name));
  const path = own.length === 0 ? "/technologies" : `/technologies?${new URLSearchParams(own)}`;
  return path === browsePath(filters, page);
}

/** Slugs from `low` on and before `high` begin with the letter, by code unit. */
export function slugRange(letter: string): { low: string; high: string } {
  const [low, last] = letter === "0-9" ? ["0", "9"] : [letter, letter];
  return { low, high: String.fromCharCode(last.charCodeAt(0) + 1) };
}

/** "7", "1,204", "more than 6,000" */
export function countWords({ count, more }: Counted): string {
  return `${more ? "more than " : ""}${count.toLocaleString("en")}`;
}
