import "server-only";
import { type ActionResult, done, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import type { Actor } from "../auth/types";
import { db } from "../db";
import { readItemState } from "../drafts/queries";
import { canRevokePreview, canSharePreview } from "./policy";
import { shownForm } from "./shown";
import type { PreviewTicket } from "./token";

const DAY_MS = 86_400_000;

/** Makes a link to read an item without an account. */
export async function createPreviewLink(input: {
  itemType: "technology" | "comparison";
  itemId: string;
  days: number;
  actor: Actor;
  now: Date;
}): Promise<ActionResult<PreviewTicket>> {
  const { itemType, itemId, days, actor, now } = input;
  return db().$transaction(async (tx) => {
    const state = await readItemState(tx, itemType, itemId);
    if (shownForm(state) === null) return refuse("not-found", "There is nothing to show yet. Save it first.");
    if (!canSharePreview(actor, state.draft)) return refuse("forbidden", "Somebody else began this draft.");
    const expiresAt = new Date(now.getTime() + days * DAY_MS);
    const { id } = await tx.previewLink.create({
      data: { itemId, itemType, createdById: actor.id, expiresAt },
      select: { id: true },
    });
    await recordAudit(tx, {
      by: actor,
      action: "preview.create",
      item: { type: itemType, id: itemId },
      detail: { link: id, expiresAt: expiresAt.toISOString() },
    });
    return done({ id, expiresAt });
  });
}

/** Ends a link for good, on the next request; one that has ended already stays as it was. */
export async function revokePreviewLink(input: {
  id: string;
  actor: Actor;
  now: Date;
}): Promise<ActionResult<{ id: string }>> {
  const { id, actor, now } = input;
  return db().$transaction(async (tx) => {
    const link = await tx.previewLink.findUnique({ where: { id } });
    if (!link) return refuse("not-found", "There is no such link.");
    const { itemId, itemType } = link;
    const draft = await tx.draft.findUnique({ where: { id: itemId }, select: { authorId: true } });
    if (!canRevokePreview(actor, link, draft)) return refuse("forbidden", "Somebody else made this link.");
    const { count } = await tx.previewLink.updateMany({
      where: { id, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count > 0) {
      await recordAudit(tx, {
        by: actor,
        action: "preview.revoke",
        item: { type: itemType, id: itemId },
        detail: { link: id },
      });
    }
    return done({ id });
  });
}
