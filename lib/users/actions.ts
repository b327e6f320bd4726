import "server-only";
import { editorAction } from "../actions/editor-action";
import { type ActionResult, done } from "../actions/result";
import type { Actor } from "../auth/types";
import { deliverInvite, deliverReset } from "./links";
import { accountSchema, accountVersionSchema, changeRoleSchema, inviteSchema } from "./schema";
import {
  changeRole as change,
  disableUser,
  enableUser,
  endSessionsOfUser,
  type Issued,
  inviteAgain,
  inviteUser,
  issueReset,
  removeUser,
} from "./team-mutations";
import type { Delivery } from "./types";

export const invite = editorAction({
  permission: "users.manage",
  input: inviteSchema,
  run: async ({ actor, input }) => mailInvite(actor, await inviteUser({ ...input, actor })),
});

export const reinvite = editorAction({
  permission: "users.manage",
  input: accountSchema,
  run: async ({ actor, input }) => mailInvite(actor, await inviteAgain({ ...input, actor })),
});

export const resetLink = editorAction({
  permission: "users.manage",
  input: accountSchema,
  run: async ({ actor, input }): Promise<ActionResult<Delivery>> => {
    const issued = await issueReset({ ...input, actor });
    return issued.ok ? done(await deliverReset(issued.value)) : issued;
  },
});

export const changeRole = editorAction({
  permission: "users.manage",
  input: changeRoleSchema,
  run: ({ actor, input }) => change({ ...input, actor }),
});

export const disable = editorAction({
  permission: "users.manage",
  input: accountVersionSchema,
  run: ({ actor, input }) => disableUser({ ...input, actor }),
});

export const enable = editorAction({
  permission: "users.manage",
  input: accountVersionSchema,
  run: ({ actor, input }) => enableUser({ ...input, actor }),
});

export const endSessions = editorAction({
  permission: "users.manage",
  input: accountSchema,
  run: ({ actor, input }) => endSessionsOfUser({ ...input, actor }),
});

export const remove = editorAction({
  permission: "users.manage",
  input: accountSchema,
  run: ({ actor, input }) => removeUser({ ...input, actor }),
});

async function mailInvite(actor: Actor, issued: ActionResult<Issued>): Promise<ActionResult<Delivery>> {
  return issued.ok ? done(await deliverInvite({ ...issued.value, inviter: actor.name })) : issued;
}
