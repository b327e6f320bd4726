import { notFound } from "next/navigation";
import { z } from "zod";
import type { EditorData } from "@/components/admin/editing/editor-data";
import { requireActor } from "@/lib/auth/actor";
import { can, canWriteDraft } from "@/lib/auth/permissions";
import { findItemState } from "@/lib/drafts/queries";
import type { FormOf, ItemState, ItemType } from "@/lib/drafts/types";
import { canSharePreview } from "@/lib/previews/policy";
import { listPreviewLinks } from "@/lib/previews/queries";

/** What an editor's page has to know of an item, or of one that is about to be begun (`id` null). */
export async function readEditor<T extends ItemType>(type: T, id: string | null): Promise<EditorData<T>> {
  const actor = await requireActor("admin.enter");
  const state = id === null ? null : await requireItem(type, id);
  const draft = state?.draft ?? null;
  return {
    state,
    actor: { id: actor.id, name: actor.name },
    may: {
      write: canWriteDraft(actor, draft),
      publish: can(actor.role, "items.publish"),
      share: canSharePreview(actor, draft),
    },
    previews: state ? await listPreviewLinks(state.id) : [],
  };
}

/** The item that an address names; the address is nobody's where there is none. */
export async function requireItem<T extends ItemType>(type: T, id: string): Promise<ItemState<FormOf[T]>> {
  const state = z.uuid().safeParse(id).success ? await findItemState(type, id) : null;
  if (!state) notFound();
  return state;
}
