import "server-only";
import type { DbOrTransaction } from "../db";
import type { FormOf, ItemType } from "./types";

const UNTITLED = "Untitled";

/** What lists call a draft and find it by. A comparison is named after its sides, by their names where they are known. */
export async function draftTitle(
  tx: DbOrTransaction,
  item: { [T in ItemType]: { itemType: T; form: FormOf[T] } }[ItemType],
): Promise<{ title: string; slug: string }> {
  if (item.itemType !== "comparison") {
    const { name, slug } = item.form;
    return { title: name.trim() || slug.trim() || UNTITLED, slug: slug.trim() };
  }
  const left = item.form.left.trim();
  const right = item.form.right.trim();
  if (!left && !right) return { title: UNTITLED, slug: "" };
  const rows = await tx.$queryRaw<{ slug: string; name: string }[]>`
    SELECT slug, name FROM "Technology" WHERE slug IN (${left}, ${right})
    UNION ALL
    SELECT slug, title FROM "Draft" WHERE "itemType" = 'technology' AND slug IN (${left}, ${right})`;
  const nameOf = (slug: string) => rows.find((row) => row.slug === slug)?.name ?? (slug || "?");
  return { title: `${nameOf(left)} vs ${nameOf(right)}`, slug: `${left}-vs-${right}` };
}
