import "server-only";
import { editorAction } from "../actions/editor-action";
import { done, refuse } from "../actions/result";
import {
  undoDiscard as bringBack,
  discardDraft as discard,
  restoreRevision,
  saveDraft as save,
  undoRestore as takeBack,
} from "./mutations";
import { markPresence } from "./presence-mutations";
import { publishItem, unpublishItem } from "./publish-mutations";
import { findItemState } from "./queries";
import {
  itemSchema,
  presenceSchema,
  publishSchema,
  restoreSchema,
  saveSchema,
  seenItemSchema,
  unpublishSchema,
} from "./schema";

/** As much as lib/front lets through. */
const LARGEST_FORM_BYTES = 8 * 1024 * 1024;

export const saveDraft = editorAction({
  permission: "drafts.write",
  input: saveSchema,
  largest: LARGEST_FORM_BYTES,
  run: ({ actor, input }) => save({ ...input, actor }),
});

export const publish = editorAction({
  permission: "items.publish",
  input: publishSchema,
  largest: LARGEST_FORM_BYTES,
  run: ({ actor, input }) => publishItem({ ...input, actor, now: new Date() }),
});

export const unpublish = editorAction({
  permission: "items.publish",
  input: unpublishSchema,
  run: ({ actor, input }) => unpublishItem({ ...input, actor }),
});

export const discardDraft = editorAction({
  permission: "drafts.write",
  input: seenItemSchema,
  run: ({ actor, input }) => discard({ ...input, actor }),
});

export const undoDiscard = editorAction({
  permission: "drafts.write",
  input: itemSchema,
  run: ({ actor, input }) => bringBack({ ...input, actor }),
});

export const restore = editorAction({
  permission: "drafts.write",
  input: restoreSchema,
  run: ({ actor, input }) => restoreRevision({ ...input, actor }),
});

export const undoRestore = editorAction({
  permission: "drafts.write",
  input: seenItemSchema,
  run: ({ actor, input }) => takeBack({ ...input, actor }),
});

export const readState = editorAction({
  permission: "admin.enter",
  background: true,
  input: itemSchema,
  run: async ({ input }) => {
    const state = await findItemState(input.itemType, input.itemId);
    return state ? done(state) : refuse("not-found", "There is no such item.");
  },
});

export const announcePresence = editorAction({
  permission: "admin.enter",
  background: true,
  input: presenceSchema,
  run: async ({ actor, input }) => done(await markPresence({ ...input, actor })),
});
