import "server-only";
import { editorAction } from "../actions/editor-action";
import { done } from "../actions/result";
import { createPreviewLink, revokePreviewLink } from "./mutations";
import { previewUrl } from "./queries";
import { createPreviewSchema, revokePreviewSchema } from "./schema";

export const createPreview = editorAction({
  permission: "drafts.write",
  input: createPreviewSchema,
  run: async ({ actor, input }) => {
    const made = await createPreviewLink({ ...input, actor, now: new Date() });
    if (!made.ok) return made;
    const { id, expiresAt } = made.value;
    return done({ id, url: previewUrl(made.value), expiresAt: expiresAt.toISOString() });
  },
});

export const revokePreview = editorAction({
  permission: "drafts.write",
  input: revokePreviewSchema,
  run: ({ actor, input }) => revokePreviewLink({ ...input, actor, now: new Date() }),
});
