import { readLocalCopy, toLocalCopy } from "@/lib/drafts/local-copy";
import { merge3 } from "@/lib/drafts/merge";
import type { LocalCopy, SyncState } from "@/lib/drafts/sync";
import type { FormOf, ItemType } from "@/lib/drafts/types";

const PREFIX = "nicepick:draft:";

/** What this browser keeps of one editor's unsaved work on one item. Each open page has a copy of its own. */
export type KeptCopies<T extends ItemType> = {
  /** What other pages left behind, in one; null when there is nothing. */
  found: LocalCopy<FormOf[T]> | null;
  /** False when the browser would not keep it. */
  keep(state: SyncState<T>): boolean;
  /** Ours, and what was found: the server has all of it. */
  forget(): void;
};

type Where = { itemId: string; userId: string; tab: string };

export function keptCopies<T extends ItemType>(
  type: T,
  { itemId, userId, tab }: Where,
  storage: Storage | null,
): KeptCopies<T> {
  const all = `${PREFIX}${itemId}:${userId}:`;
  const own = all + tab;
  const left = listKeys(storage, all).flatMap((key) => {
    const copy = readLocalCopy(type, storage?.getItem(key) ?? null);
    return copy ? [{ key, copy }] : [];
  });
  return {
    found: inOne(left.map(({ copy }) => copy)),
    keep(state) {
      try {
        storage?.setItem(own, toLocalCopy(state, new Date().toISOString()));
        return storage !== null;
      } catch {
        // Full, or forbidden: the server is asked all the same.
        return false;
      }
    },
    forget() {
      for (const key of [own, ...left.splice(0).map(({ key }) => key)]) storage?.removeItem(key);
    },
  };
}

/** Where two pages were left with unsaved work on one item, what they clash on is as the newer one has it. */
function inOne<T extends ItemType>(copies: LocalCopy<FormOf[T]>[]): LocalCopy<FormOf[T]> | null {
  const [newest, ...older] = copies.toSorted((a, b) => b.savedAt.localeCompare(a.savedAt));
  if (!newest) return null;
  const values = older.reduce((merged, copy) => merge3(copy.base, copy.values, merged).merged, newest.values);
  return { ...newest, values };
}

/** Items that this browser knows of and the server perhaps does not: begun, and never saved. */
export function listStranded<T extends ItemType>(
  type: T,
  userId: string,
  storage: Storage | null,
): LocalCopy<FormOf[T]>[] {
  return listKeys(storage, PREFIX)
    .filter((key) => key.split(":").at(-2) === userId)
    .flatMap((key) => readLocalCopy(type, storage?.getItem(key) ?? null) ?? [])
    .filter(({ head }) => head.draft === null && head.live === null);
}

export function forgetStranded(itemId: string, userId: string, storage: Storage | null): void {
  for (const key of listKeys(storage, `${PREFIX}${itemId}:${userId}:`)) storage?.removeItem(key);
}

function listKeys(storage: Storage | null, prefix: string): string[] {
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) =>
    key.startsWith(prefix),
  );
}
