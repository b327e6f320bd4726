import "server-only";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import { createFirstOwner } from "../auth/first-owner-mutations";
import { checkNewPassword } from "../auth/password-rules";
import { hashPassword } from "../auth/passwords";
import { hasUsers } from "../auth/queries";
import { endSessionsOf } from "../auth/session-mutations";
import { issueToken, redeemToken } from "../auth/token-mutations";
import { findToken } from "../auth/token-queries";
import { db } from "../db";

// What those do who are not signed in and hold a link, or want one.

/** The account that a link was for: its address is what to sign in with. */
export type Entered = { id: string; email: string; name: string };

/** Makes the first owner, while there is nobody. */
export async function setUpOwner(input: {
  token: string;
  name: string;
  email: string;
  password: string;
}): Promise<ActionResult<Entered>> {
  const { token: secret, name, email, password } = input;
  if (await hasUsers()) return refuseSetUp();
  const hashed = await hashFor({ secret, purpose: "setup" }, password);
  if (!hashed.ok) return hashed;
  return db().$transaction(async (tx) => {
    if (!(await redeemToken(tx, { secret, purpose: "setup" }))) return refuseLink();
    const id = await createFirstOwner(tx, { email, name, passwordHash: hashed.value, by: { name } });
    return id === null ? refuseSetUp() : done({ id, email, name });
  });
}

/** Gives an invited account its name and its first password. */
export async function acceptInvite(input: {
  token: string;
  name: string;
  password: string;
}): Promise<ActionResult<Entered>> {
  const { token: secret, name, password } = input;
  const hashed = await hashFor({ secret, purpose: "invite" }, password);
  if (!hashed.ok) return hashed;
  return db().$transaction(async (tx) => {
    const redeemed = await redeemToken(tx, { secret, purpose: "invite" });
    if (!redeemed?.userId) return refuseLink();
    const { userId: id } = redeemed;
    const saved = await tx.user.updateMany({
      where: { id, passwordHash: null, disabledAt: null },
      data: { name, passwordHash: hashed.value, version: { increment: 1 } },
    });
    if (saved.count === 0) return refuseLink();
    const { email } = await tx.user.findUniqueOrThrow({ where: { id }, select: { email: true } });
    await recordAudit(tx, { by: { id, name }, action: "account.accept-invite", item: { id, name: email } });
    return done({ id, email, name });
  });
}

/** Sets a new password, and ends whatever the old one opened. */
export async function resetPassword(input: {
  token: string;
  password: string;
}): Promise<ActionResult<Entered>> {
  const { token: secret, password } = input;
  const hashed = await hashFor({ secret, purpose: "reset" }, password);
  if (!hashed.ok) return hashed;
  return db().$transaction(async (tx) => {
    const redeemed = await redeemToken(tx, { secret, purpose: "reset" });
    if (!redeemed?.userId) return refuseLink();
    const { userId: id } = redeemed;
    const saved = await tx.user.updateMany({
      where: { id, disabledAt: null },
      data: { passwordHash: hashed.value },
    });
    if (saved.count === 0) return refuseLink();
    const { email, name } = await tx.user.findUniqueOrThrow({
      where: { id },
      select: { email: true, name: true },
    });
    await tx.token.deleteMany({ where: { userId: id, usedAt: null } });
    await endSessionsOf(tx, id);
    await recordAudit(tx, { by: { id, name }, action: "account.reset", item: { id, name: email } });
    return done({ id, email, name });
  });
}

export type Forgotten = { purpose: "invite" | "reset"; name: string; email: string; secret: string };

/**
 * A link for whoever lost the way in: to set a new password, or, for those who were invited and never came, to accept
 * after all. Null for an address without an account, and for a disabled one.
 */
export async function issueForgotten(email: string): Promise<Forgotten | null> {
  return db().$transaction(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, name: true, passwordHash: true, disabledAt: true },
    });
    if (!user || user.disabledAt) return null;
    const { id, name } = user;
    const purpose = user.passwordHash === null ? "invite" : "reset";
    await recordAudit(tx, {
      by: { name: "the form for forgotten passwords" },
      action: "account.forgot",
      item: { id, name: email },
    });
    return { purpose, name, email, secret: await issueToken(tx, { purpose, userId: id }) };
  });
}

/** Looks at the link before the costly part, so that those who hold none cannot have any of it done. */
async function hashFor(
  token: { secret: string; purpose: "setup" | "invite" | "reset" },
  password: string,
): Promise<ActionResult<string>> {
  if (!(await findToken(token))) return refuseLink();
  const problem = checkNewPassword(password);
  if (problem) return refuse("invalid", "This cannot be the password.", { fields: { password: problem } });
  return done(await hashPassword(password));
}

function refuseLink(): Refusal {
  return refuse("not-found", "This link does not work. It may have been used, or its hour is over.", {
    detail: { link: "dead" },
  });
}

function refuseSetUp(): Refusal {
  return refuse("conflict", "The site is set up already. Sign in, or ask an owner to invite you.");
}
