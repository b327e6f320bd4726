import "server-only";
import { editorAction } from "../actions/editor-action";
import { runInBackground } from "../background";
import { requireEnv } from "../env";
import { sendMail } from "../mail/send";
import { addressChangedMail, passwordChangedMail } from "../mail/templates";
import { currentRequest } from "../request-context";
import {
  changeAddress,
  changeByline,
  changePassword,
  endOwnSession,
  endOwnSessions,
} from "./profile-mutations";
import {
  bylineSchema,
  changeAddressSchema,
  changePasswordSchema,
  endSessionsSchema,
  sessionSchema,
} from "./schema";

export const byline = editorAction({
  permission: "profile.write",
  input: bylineSchema,
  run: ({ actor, input }) => changeByline({ ...input, actor }),
});

export const password = editorAction({
  permission: "profile.write",
  input: changePasswordSchema,
  run: async ({ actor, input }) => {
    const changed = await changePassword({ ...input, actor, address: clientAddress() });
    const { name, email: to } = actor;
    if (changed.ok) {
      runInBackground(() => sendMail(passwordChangedMail({ to, name, site: requireEnv().SITE_URL })));
    }
    return changed;
  },
});

export const address = editorAction({
  permission: "profile.write",
  input: changeAddressSchema,
  run: async ({ actor, input }) => {
    const changed = await changeAddress({ ...input, actor, address: clientAddress() });
    const { name, email: to } = actor;
    if (changed.ok && changed.value.changed) {
      const facts = { to, name, site: requireEnv().SITE_URL, address: changed.value.email };
      runInBackground(() => sendMail(addressChangedMail(facts)));
    }
    return changed;
  },
});

export const endSession = editorAction({
  permission: "profile.write",
  input: sessionSchema,
  run: ({ actor, input }) => endOwnSession({ ...input, actor }),
});

export const endAllSessions = editorAction({
  permission: "profile.write",
  input: endSessionsSchema,
  run: ({ actor, input }) => endOwnSessions({ ...input, actor }),
});

function clientAddress(): string {
  return currentRequest()?.address ?? "";
}
