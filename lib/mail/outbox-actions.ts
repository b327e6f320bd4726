import "server-only";
import { z } from "zod";
import { editorAction } from "../actions/editor-action";
import { queueTestMail, resendFailedMails, resendMail } from "./outbox-change-mutations";

export const resend = editorAction({
  permission: "mail.manage",
  input: z.strictObject({ id: z.uuid("is not the id of a mail").toLowerCase() }),
  run: ({ actor, input }) => resendMail({ ...input, actor }),
});

export const resendFailed = editorAction({
  permission: "mail.manage",
  input: z.strictObject({}),
  run: ({ actor }) => resendFailedMails({ actor }),
});

export const test = editorAction({
  permission: "mail.manage",
  input: z.strictObject({}),
  run: ({ actor }) => queueTestMail({ actor }),
});
