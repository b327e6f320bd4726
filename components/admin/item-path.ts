import type { ItemType } from "@/lib/drafts/types";

const LISTS: Record<ItemType, string> = {
  technology: "/admin/technologies",
  comparison: "/admin/comparisons",
  category: "/admin/categories",
};

/** Where the items of a type are listed. */
export function listPath(type: ItemType): string {
  return LISTS[type];
}

/** Where an item is written. */
export function itemPath(type: ItemType, id: string): string {
  return `${LISTS[type]}/${id}`;
}

/** Where its versions are. */
export function historyPath(type: ItemType, id: string): string {
  return `${LISTS[type]}/${id}/history`;
}
