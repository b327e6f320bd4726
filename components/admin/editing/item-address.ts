import { itemPath, listPath } from "@/components/admin/item-path";
import { newId } from "@/lib/drafts/new-id";
import type { ItemType } from "@/lib/drafts/types";

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id of an item that is begun on this page. It stands in the address, for a reload to find the same one. */
export function newItemId(): { id: string; isFresh: boolean } {
  const given = new URLSearchParams(location.search).get("id");
  if (given && ID.test(given)) return { id: given, isFresh: false };
  const id = newId();
  const address = new URL(location.href);
  address.searchParams.set("id", id);
  // Not before the router listens, which takes its own notes along with an address.
  queueMicrotask(() => history.replaceState(null, "", address));
  return { id, isFresh: true };
}

export function newItemPath(type: ItemType, id: string): string {
  return `${listPath(type)}/new?id=${id}`;
}

/** What the address bar says of an item: it is on the server, or this browser alone knows of it. */
export function showAddress(type: ItemType, id: string, isOnServer: boolean): void {
  history.replaceState(null, "", isOnServer ? itemPath(type, id) : newItemPath(type, id));
}
