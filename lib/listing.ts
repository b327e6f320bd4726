import { z } from "zod";
import { OUTCOMES } from "./comparisons/schema";
import { isSlug } from "./pair/pair";
import { KINDS, RINGS } from "./technologies/schema";

// What an address asks of the editors' lists. Whatever cannot be meant falls back to what a list shows unasked:
// an address that was typed or cut off badly is no error.

/** `live`: all that readers see; `changed`: those of them that have a draft; `draft`: never published. */
export const STATES = ["live", "changed", "draft", "unpublished"] as const;
/** By the last save, newest or oldest first, or by name. */
export const SORTS = ["newest", "oldest", "name", "name-down"] as const;

const LONGEST_SEARCH = 120;
const MOST_PAGES = 100_000;

const search = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => text.length <= LONGEST_SEARCH && text.isWellFormed() && !/\p{Cc}/u.test(text))
  .catch("");

const page = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number)
  .refine((value) => value <= MOST_PAGES)
  .catch(1);

const maybe = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined);

const listSchema = z.object({
  q: search,
  state: maybe(STATES),
  sort: z.enum(SORTS).catch("newest"),
  page,
});

export const technologyListSchema = listSchema.extend({
  kind: maybe(KINDS),
  category: z.string().refine(isSlug).optional().catch(undefined),
  ring: maybe([...RINGS, "none"]),
});

export const comparisonListSchema = listSchema.extend({ outcome: maybe(OUTCOMES) });

export const categoryListSchema = listSchema;

export type ListQuery = z.output<typeof listSchema>;
export type TechnologyListQuery = z.output<typeof technologyListSchema>;
export type ComparisonListQuery = z.output<typeof comparisonListSchema>;

/** Whether anything is asked for that leaves entries out. */
export function isNarrowed({ sort: _sort, page: _page, ...narrowing }: ListQuery): boolean {
  return Object.values(narrowing).some((value) => value !== "" && value !== undefined);
}

/** The address of a list as asked for, on another page; what is as unasked is left out. */
export function listAddress(path: string, query: ListQuery, onPage: number): string {
  const { sort, page: _page, ...narrowing } = query;
  const asked = Object.entries(narrowing).filter(([, value]) => value !== "" && value !== undefined);
  const parameters = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  if (sort !== "newest") parameters.set("sort", sort);
  if (onPage > 1) parameters.set("page", String(onPage));
  const text = parameters.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** How an item stands: on the site or not, and whether a draft waits. */
export type Standing = { published: "live" | "unpublished" | null; hasDraft: boolean };

/** One line of an editors' list. `title` is empty where the draft has none yet; `savedAt` is an ISO date. */
export type ListEntry = Standing & {
  id: string;
  title: string;
  slug: string;
  savedAt: string;
  savedBy: string | null;
};

/** `page` is the one shown: the last, where one past the end was asked for. */
export type ListPage<Entry extends ListEntry = ListEntry> = {
  entries: Entry[];
  total: number;
  page: number;
  pages: number;
};
