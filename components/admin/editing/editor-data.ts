import type { FormOf, ItemState, ItemType } from "@/lib/drafts/types";
import type { PreviewLinkView } from "@/lib/previews/types";

/** What an editor's page reads for it. */
export type EditorData<T extends ItemType> = {
  /** Null for a new item. */
  state: ItemState<FormOf[T]> | null;
  actor: { id: string; name: string };
  may: { write: boolean; publish: boolean; share: boolean };
  /** Links to the draft for people without an account. */
  previews: PreviewLinkView[];
};
