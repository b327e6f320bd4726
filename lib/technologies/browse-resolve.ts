import "server-only";
import { findCategoryName } from "../categories/page-queries";
import type { ListAddress } from "../comparisons/resolve";
import { browsePath, type Fields, isBrowsePath, readBrowseQuery } from "./browse";

/**
 * The address of a list of technologies. What a filter does not know is a list that is not there: the page says so with
 * the status 404, and is not shown as if nobody had asked for it.
 */
export async function resolveBrowse(asked: URLSearchParams): Promise<ListAddress> {
  const query = readBrowseQuery(fieldsOf(asked));
  if (query.unknown.length > 0) return { kind: "unknown" };
  const { category } = query.filters;
  if (category && (await findCategoryName(category)) === null) return { kind: "unknown" };
  if (isBrowsePath(asked, query)) return { kind: "here" };
  return { kind: "moved", to: browsePath(query.filters, query.page) };
}

/** All values of each field, as pages are given them. */
export function fieldsOf(asked: URLSearchParams): Fields {
  return Object.fromEntries([...asked.keys()].map((name) => [name, asked.getAll(name)]));
}
