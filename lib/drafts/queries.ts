import "server-only";
import { findCategoryDocument } from "../categories/queries";
import { findComparisonDocument } from "../comparisons/document-queries";
import { type DbOrTransaction, db } from "../db";
import { pairPath } from "../pair/pair";
import { findTechnologyDocument } from "../technologies/document-queries";
import { alignKeys } from "./align";
import { FORMS } from "./forms";
import type { DocumentOf, DraftItem, Form, FormOf, ItemState, ItemType, LiveItem } from "./types";

/** An item as it is now, its draft included; null when there is neither a record nor a draft of it. */
export async function findItemState<T extends ItemType>(
  type: T,
  id: string,
): Promise<ItemState<FormOf[T]> | null> {
  const state = await readItemState(db(), type, id);
  return state.live || state.draft ? state : null;
}

/** The same inside a transaction, and for an item of which there is nothing. */
export async function readItemState<T extends ItemType>(
  tx: DbOrTransaction,
  type: T,
  id: string,
): Promise<ItemState<FormOf[T]>> {
  const draft = await readDraft<FormOf[T]>(tx, type, id);
  const live = await readLive(tx, type, id);
  // The rows of the record are read anew: those that the draft began from keep their keys.
  if (live && draft?.base) live.form = alignKeys(draft.base, live.form) as FormOf[T];
  return { id, type, live, draft };
}

async function readDraft<F extends Form>(
  tx: DbOrTransaction,
  type: ItemType,
  id: string,
): Promise<DraftItem<F> | null> {
  const row = await tx.draft.findUnique({
    where: { id, itemType: type },
    include: { updatedBy: { select: { name: true } } },
  });
  if (!row) return null;
  return {
    version: row.version,
    form: row.document as F,
    base: row.base as F | null,
    baseVersion: row.baseVersion,
    savedAt: row.updatedAt.toISOString(),
    savedBy: row.updatedBy.name,
    authorId: row.authorId,
    canUndoRestore: row.undo !== null,
  };
}

/** The record in force, with its path where readers can see it. */
export async function readLive<T extends ItemType>(
  tx: DbOrTransaction,
  type: T,
  id: string,
): Promise<LiveItem<FormOf[T]> | null> {
  const stored = await READERS[type](tx, id);
  if (!stored) return null;
  const { version, live, document, path } = stored;
  return {
    version,
    form: FORMS[type].toForm(document),
    state: live ? "live" : "unpublished",
    path: live ? path : null,
  };
}

type Stored<D> = { version: number; live: boolean; document: D; path: string | null };

const READERS: {
  [T in ItemType]: (tx: DbOrTransaction, id: string) => Promise<Stored<DocumentOf[T]> | null>;
} = {
  technology: async (tx, id) => {
    const stored = await findTechnologyDocument(tx, id);
    return stored && { ...stored, path: `/technologies/${stored.document.slug}` };
  },
  comparison: async (tx, id) => {
    const stored = await findComparisonDocument(tx, id);
    return stored && { ...stored, path: stored.sidesLive ? pairPath(stored.document) : null };
  },
  category: async (tx, id) => {
    const stored = await findCategoryDocument(tx, id);
    return stored && { ...stored, path: null };
  },
};
