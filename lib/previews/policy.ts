import { can, canWriteDraft } from "../auth/permissions";
import type { Actor } from "../auth/types";

type Shared = { authorId: string } | null;

/** Authors show around the drafts they began; editors and owners everything. */
export function canSharePreview(actor: Actor, draft: Shared): boolean {
  return can(actor.role, "drafts.writeAny") || (draft !== null && canWriteDraft(actor, draft));
}

/** Whoever could make the link may end it, and so may whoever did make it. */
export function canRevokePreview(actor: Actor, link: { createdById: string }, draft: Shared): boolean {
  return link.createdById === actor.id || canSharePreview(actor, draft);
}
