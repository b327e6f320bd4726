import { sameForm } from "@/lib/drafts/leaves";
import type { SyncState } from "@/lib/drafts/sync";
import type { FormOf, ItemState, ItemType } from "@/lib/drafts/types";

type Parts<T extends ItemType> = {
  before: SyncState<T>;
  after: SyncState<T>;
  was: Pick<ItemState<FormOf[T]>, "live" | "draft">;
  is: ItemState<FormOf[T]>;
  /** The editor's own name. */
  name: string;
};

/** What others did, in words; null when there is nothing to see of it. `isGone`: the draft can be brought back. */
export function newsOf<T extends ItemType>(parts: Parts<T>): { text: string; isGone: boolean } | null {
  const { before, after, was, is, name } = parts;
  const wentLive = (is.live?.version ?? 0) > (was.live?.version ?? 0);
  const isGone = was.draft !== null && is.draft === null && !wentLive;
  const who = whoOf(is.draft?.savedBy, name);
  if (isGone) return { text: "This draft was discarded elsewhere.", isGone };
  if (after.clashes.length > before.clashes.length) {
    const what = who === null || wentLive ? "What was published meanwhile changes" : `${who.name} changed`;
    return { text: `${what} the same text as you. Choose which to keep before publishing.`, isGone };
  }
  if (was.draft !== null && is.draft === null) return { text: "This was published elsewhere.", isGone };
  if (sameForm(before.values, after.values)) return null;
  if (wentLive || who === null) return { text: "What was published meanwhile was merged in.", isGone };
  return { text: `${who.possessive} changes were merged in.`, isGone };
}

function whoOf(savedBy: string | undefined, name: string): { name: string; possessive: string } | null {
  if (savedBy === undefined) return null;
  if (savedBy === name) return { name: "You, in another tab,", possessive: "Your other tab’s" };
  return { name: savedBy, possessive: `${savedBy}’s` };
}
