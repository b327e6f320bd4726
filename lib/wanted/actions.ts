import "server-only";
import { editorAction } from "../actions/editor-action";
import { dismissWanted } from "./mutations";
import { dismissSchema } from "./schema";

export const dismiss = editorAction({
  permission: "wanted.work",
  input: dismissSchema,
  run: ({ actor, input }) => dismissWanted({ ...input, actor, now: new Date() }),
});
