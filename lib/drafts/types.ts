import type { CategoryForm } from "../categories/form";
import type { CategoryDocument } from "../categories/schema";
import type { ComparisonForm } from "../comparisons/form";
import type { ComparisonDocument } from "../comparisons/schema";
import type { TechnologyForm } from "../technologies/form";
import type { TechnologyDocument } from "../technologies/schema";

// What the server and the browser tell each other about an item that is being written.

export const ITEM_TYPES = ["technology", "comparison", "category"] as const;

export type ItemType = (typeof ITEM_TYPES)[number];

export type FormOf = { technology: TechnologyForm; comparison: ComparisonForm; category: CategoryForm };

export type DocumentOf = {
  technology: TechnologyDocument;
  comparison: ComparisonDocument;
  category: CategoryDocument;
};

export type Form = FormOf[ItemType];

/** What is on the server: the version of the draft and of the live record, where there is one. */
export type Head = { draft: number | null; live: number | null };

export type LiveItem<F> = {
  version: number;
  form: F;
  state: "live" | "unpublished";
  /** Its public address; null when nobody can read it. */
  path: string | null;
};

export type DraftItem<F> = {
  version: number;
  form: F;
  /** The live form the work began from, or has taken in since; null for an item that was never published. */
  base: F | null;
  baseVersion: number | null;
  /** ISO, UTC. */
  savedAt: string;
  /** A name. */
  savedBy: string;
  authorId: string;
  canUndoRestore: boolean;
};

/** An item as it is on the server; both parts are null for one that was not saved yet. */
export type ItemState<F = Form> = {
  id: string;
  type: ItemType;
  live: LiveItem<F> | null;
  draft: DraftItem<F> | null;
};

export function headOf({ draft, live }: ItemState): Head {
  return { draft: draft?.version ?? null, live: live?.version ?? null };
}
