import "server-only";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import type { Role } from "../auth/permissions";
import { endSessionsOf } from "../auth/session-mutations";
import { issueToken } from "../auth/token-mutations";
import type { Actor } from "../auth/types";
import { type DbOrTransaction, db } from "../db";
import { isUniqueViolation } from "../errors";
import { holdOffice, holdOfficeWithout } from "./owners-mutations";
import { hasHistory } from "./queries";

// What owners do with the accounts of others, and with their own.

/** Whose link it is, and the secret in it: there is no other copy. */
export type Issued = { email: string; name: string; secret: string };

type Found = {
  id: string;
  email: string;
  name: string;
  role: Role;
  version: number;
  disabled: boolean;
  entered: boolean;
};

/** Makes an account that waits for its owner to choose a password. */
export async function inviteUser(input: {
  actor: Actor;
  email: string;
  name: string;
  role: Role;
}): Promise<ActionResult<Issued>> {
  const { actor, email, name, role } = input;
  const invitation = db().$transaction(async (tx): Promise<ActionResult<Issued>> => {
    const refused = await holdOffice(tx, actor);
    if (refused) return refused;
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return refuseTaken();
    const { id } = await tx.user.create({ data: { email, name, role }, select: { id: true } });
    await recordAudit(tx, { by: actor, action: "user.invite", item: { id, name: email }, detail: { role } });
    return done({ email, name, secret: await issueToken(tx, { purpose: "invite", userId: id }) });
  });
  return invitation.catch(asTaken);
}

/** Gives out a new link to an invitation that was not accepted; the old one stops working. */
export async function inviteAgain(input: { actor: Actor; id: string }): Promise<ActionResult<Issued>> {
  return changeAccount(input, async (tx, user) => {
    if (user.entered) return refuse("conflict", `${user.name} has accepted the invitation already.`);
    if (user.disabled) return refuseDisabled(user);
    await record(tx, input.actor, "user.invite-again", user);
    return done(await issue(tx, "invite", user));
  });
}

/** Gives out a link to set a new password with. The old password works until then. */
export async function issueReset(input: { actor: Actor; id: string }): Promise<ActionResult<Issued>> {
  return changeAccount(input, async (tx, user) => {
    if (user.disabled) return refuseDisabled(user);
    if (!user.entered)
      return refuse("conflict", `${user.name} has not accepted the invitation yet: invite again.`);
    await record(tx, input.actor, "user.reset-link", user);
    return done(await issue(tx, "reset", user));
  });
}

/** Ends the account's sessions with the old role. */
export async function changeRole(input: {
  actor: Actor;
  id: string;
  version: number;
  role: Role;
}): Promise<ActionResult<{ version: number }>> {
  const { actor, id, version, role } = input;
  return changeAccount({ actor, id, version, ...(role !== "owner" && { leaving: id }) }, async (tx, user) => {
    if (user.role === role) return done({ version });
    const saved = await tx.user.updateMany({
      where: { id, version },
      data: { role, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseStale();
    await endSessionsOf(tx, id);
    await record(tx, actor, "user.change-role", user, { from: user.role, to: role });
    return done({ version: version + 1 });
  });
}

/** Ends the account's sessions and links; until it is enabled again nobody signs in to it. */
export async function disableUser(input: {
  actor: Actor;
  id: string;
  version: number;
}): Promise<ActionResult<{ version: number }>> {
  const { actor, id, version } = input;
  return changeAccount({ actor, id, version, leaving: id }, async (tx, user) => {
    if (user.disabled) return done({ version });
    const saved = await tx.user.updateMany({
      where: { id, version },
      data: { disabledAt: new Date(), version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseStale();
    await endSessionsOf(tx, id);
    await tx.token.deleteMany({ where: { userId: id } });
    await record(tx, actor, "user.disable", user);
    return done({ version: version + 1 });
  });
}

export async function enableUser(input: {
  actor: Actor;
  id: string;
  version: number;
}): Promise<ActionResult<{ version: number }>> {
  const { actor, id, version } = input;
  return changeAccount(input, async (tx, user) => {
    if (!user.disabled) return done({ version });
    const saved = await tx.user.updateMany({
      where: { id, version },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseStale();
    await record(tx, actor, "user.enable", user);
    return done({ version: version + 1 });
  });
}

export async function endSessionsOfUser(input: {
  actor: Actor;
  id: string;
}): Promise<ActionResult<{ ended: number }>> {
  return changeAccount(input, async (tx, user) => {
    const ended = await endSessionsOf(tx, user.id);
    await record(tx, input.actor, "user.end-sessions", user, { ended });
    return done({ ended });
  });
}

/** Takes away an account that nobody ever used. One that the records name is disabled instead. */
export async function removeUser(input: {
  actor: Actor;
  id: string;
}): Promise<ActionResult<Record<string, never>>> {
  const { actor, id } = input;
  return changeAccount({ actor, id, leaving: id }, async (tx, user) => {
    if (user.entered || (await hasHistory(tx, id))) {
      return refuse("conflict", `The records name ${user.name}: disable the account instead.`);
    }
    await tx.user.delete({ where: { id }, select: { id: true } });
    await record(tx, actor, "user.remove", user);
    return done({});
  });
}

/**
 * Runs a change to one account in a transaction of its own, while owners take turns: for an actor who is an owner
 * still, on an account that is there, at the version that the actor has seen, and, when the account is `leaving`, as
 * long as it is not the last owner's.
 */
async function changeAccount<T>(
  asked: { actor: Actor; id: string; version?: number; leaving?: string },
  change: (tx: DbOrTransaction, user: Found) => Promise<ActionResult<T>>,
): Promise<ActionResult<T>> {
  const { actor, id, version, leaving } = asked;
  return db().$transaction(async (tx): Promise<ActionResult<T>> => {
    const refused = leaving ? await holdOfficeWithout(tx, { actor, leaving }) : await holdOffice(tx, actor);
    if (refused) return refused;
    const user = await findAccountIn(tx, id);
    if (!user) return refuse("not-found", "There is no such account.");
    if (version !== undefined && user.version !== version) return refuseStale();
    return change(tx, user);
  });
}

async function findAccountIn(tx: DbOrTransaction, id: string): Promise<Found | null> {
  const user = await tx.user.findUnique({
    where: { id },
    select: {
      ...{ id: true, email: true, name: true, role: true, version: true },
      ...{ disabledAt: true, passwordHash: true, sessions: { select: { id: true }, take: 1 } },
    },
  });
  if (!user) return null;
  const { disabledAt, passwordHash, sessions, ...found } = user;
  return { ...found, disabled: disabledAt !== null, entered: passwordHash !== null || sessions.length > 0 };
}

async function issue(tx: DbOrTransaction, purpose: "invite" | "reset", user: Found): Promise<Issued> {
  const { id, email, name } = user;
  return { email, name, secret: await issueToken(tx, { purpose, userId: id }) };
}

function record(
  tx: DbOrTransaction,
  by: Actor,
  action: string,
  { id, email }: Found,
  detail?: Record<string, string | number>,
): Promise<void> {
  return recordAudit(tx, { by, action, item: { id, name: email }, ...(detail && { detail }) });
}

function refuseStale(): Refusal {
  return refuse("stale", "Somebody changed this account meanwhile. Look at it again.");
}

function refuseDisabled({ name }: Found): Refusal {
  return refuse("conflict", `The account of ${name} is disabled. Enable it first.`);
}

function refuseTaken(): Refusal {
  return refuse("invalid", "There is an account with this address.", {
    fields: { email: "is the address of an account already" },
  });
}

/** Two invitations at once to one address: the database lets one through. */
function asTaken(error: unknown): Refusal {
  if (!isUniqueViolation(error)) throw error;
  return refuseTaken();
}
