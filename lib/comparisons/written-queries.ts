import "server-only";
import { CATALOGUE, dependOn } from "../cache";
import { db } from "../db";
import { outcomeName } from "./document-queries";
import type { WrittenList } from "./types";

/** So many are listed; a reader who wants an older one searches for it. */
export const MOST_WRITTEN = 200;

/** The newest live curated comparisons, by the category of their left side; categories and pairs by name. */
export async function listWritten(): Promise<WrittenList> {
  dependOn(CATALOGUE);
  const side = { select: { slug: true, name: true, category: { select: { name: true } } } } as const;
  const rows = await db().comparison.findMany({
    where: { state: "live", left: { state: "live" }, right: { state: "live" } },
    select: { left: side, right: side, pickId: true, leftId: true, outcome: true },
    relationLoadStrategy: "join",
    orderBy: [{ publishedAt: "desc" }, { id: "asc" }],
    take: MOST_WRITTEN + 1,
  });
  const categories = new Map<string, WrittenList["categories"][number]["entries"]>();
  for (const { left, right, pickId, leftId, outcome } of rows.slice(0, MOST_WRITTEN)) {
    const entries = categories.get(left.category.name) ?? [];
    const pick = pickId === null ? undefined : pickId === leftId ? left.name : right.name;
    entries.push({
      left: { slug: left.slug, name: left.name },
      right: { slug: right.slug, name: right.name },
      outcome: outcomeName(outcome),
      ...(pick !== undefined && { pick }),
    });
    categories.set(left.category.name, entries);
  }
  const byName = (one: string, other: string) => one.localeCompare(other, "en");
  return {
    categories: [...categories]
      .map(([name, entries]) => ({
        name,
        entries: entries.toSorted(
          (one, other) => byName(one.left.name, other.left.name) || byName(one.right.name, other.right.name),
        ),
      }))
      .toSorted((one, other) => byName(one.name, other.name)),
    more: rows.length > MOST_WRITTEN,
  };
}
