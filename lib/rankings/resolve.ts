import "server-only";
import { findCategoryName } from "../categories/page-queries";
import type { ListAddress } from "../comparisons/resolve";
import { readSlug } from "../pair/pair";
import { readBrowseQuery } from "../technologies/browse";
import { fieldsOf } from "../technologies/browse-resolve";
import { KINDS } from "../technologies/schema";
import type { Kind } from "../verdict/types";

/** The address of a ranking: of a live category, or else of a kind. */
export async function resolveRanking(segment: string, asked: URLSearchParams): Promise<ListAddress> {
  const slug = readSlug(segment);
  if (slug === null) return { kind: "missing" };
  const isCategory = (await findCategoryName(slug)) !== null;
  if (!isCategory && !isKind(slug)) return { kind: "missing" };
  const { kind } = fieldsOf(asked);
  const { filters, unknown } = readBrowseQuery({ kind: isCategory ? kind : undefined });
  if (unknown.length > 0 && slug === segment) return { kind: "unknown" };
  const to = rankingPath(slug, filters.kind);
  const isHere = slug === segment && (!isCategory || given(kind) === (filters.kind ?? ""));
  return isHere ? { kind: "here" } : { kind: "moved", to };
}

export function rankingPath(slug: string, kind?: Kind): string {
  return kind ? `/best/${slug}?kind=${kind}` : `/best/${slug}`;
}

export function isKind(text: string): text is Kind {
  return KINDS.some((kind) => kind === text);
}

/** A field as it stands in the address; a line break where it stands there twice, or empty. */
function given(values: string | string[] | undefined): string {
  const all = [values ?? []].flat();
  return all.length === 1 && all[0] !== "" ? (all[0] ?? "") : all.length === 0 ? "" : "\n";
}
