import "server-only";
import type { ListAddress } from "../comparisons/resolve";
import { readSlug } from "../pair/pair";
import { readBrowseQuery } from "../technologies/browse";
import { fieldsOf } from "../technologies/browse-resolve";
import { findCategoryName } from "./page-queries";

/** The address of a category's page, from the path segment exactly as it was asked for. */
export async function resolveCategory(segment: string, asked: URLSearchParams): Promise<ListAddress> {
  const slug = readSlug(segment);
  if (slug === null || (await findCategoryName(slug)) === null) return { kind: "missing" };
  if (slug !== segment) return { kind: "moved", to: `/categories/${slug}` };
  const { page } = fieldsOf(asked);
  return readBrowseQuery({ page }).unknown.length > 0 ? { kind: "unknown" } : { kind: "here" };
}
