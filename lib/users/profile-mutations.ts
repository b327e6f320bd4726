import "server-only";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import { checkNewPassword } from "../auth/password-rules";
import { hashPassword, verifyPassword } from "../auth/passwords";
import { endSession, endSessionsOf } from "../auth/session-mutations";
import { countAttempt, forgiveAttempt } from "../auth/throttle-mutations";
import type { Actor } from "../auth/types";
import { db } from "../db";
import { isUniqueViolation } from "../errors";

// What everybody does with their own account.

/** The name that what the actor publishes from now on is signed with. */
export async function changeByline(input: {
  actor: Actor;
  name: string;
}): Promise<ActionResult<{ name: string }>> {
  const { actor, name } = input;
  return db().$transaction(async (tx) => {
    await tx.user.update({
      where: { id: actor.id },
      data: { name, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, {
      by: actor,
      action: "profile.byline",
      item: { id: actor.id, name: actor.email },
      detail: { from: actor.name, to: name },
    });
    return done({ name });
  });
}

/** Ends the actor's other sessions, and the links by which the password could still be set. */
export async function changePassword(input: {
  actor: Actor;
  current: string;
  next: string;
  address: string;
}): Promise<ActionResult<{ ended: number }>> {
  const { actor, current, next } = input;
  const checked = await checkPassword({ ...input, password: current, field: "current" });
  if (!checked.ok) return checked;
  const problem = next === current ? "is the one that you have" : checkNewPassword(next);
  if (problem) return refuse("invalid", "This cannot be your new password.", { fields: { next: problem } });
  const passwordHash = await hashPassword(next);
  return db().$transaction(async (tx) => {
    const saved = await tx.user.updateMany({
      where: { id: actor.id, passwordHash: checked.value },
      data: { passwordHash },
    });
    if (saved.count === 0) return refuse("stale", "The password was changed somewhere else just now.");
    await tx.token.deleteMany({ where: { userId: actor.id } });
    const ended = await endSessionsOf(tx, actor.id, { except: actor.sessionId });
    await recordAudit(tx, {
      by: actor,
      action: "profile.password",
      item: { id: actor.id, name: actor.email },
    });
    return done({ ended });
  });
}

/** Ends the actor's other sessions, and the links that went to the address before. */
export async function changeAddress(input: {
  actor: Actor;
  email: string;
  password: string;
  address: string;
}): Promise<ActionResult<{ email: string; changed: boolean }>> {
  const { actor, email } = input;
  const checked = await checkPassword({ ...input, field: "password" });
  if (!checked.ok) return checked;
  if (email === actor.email) return done({ email, changed: false });
  const change = db().$transaction(async (tx) => {
    await endSessionsOf(tx, actor.id, { except: actor.sessionId });
    await tx.token.deleteMany({ where: { userId: actor.id } });
    await tx.user.update({
      where: { id: actor.id },
      data: { email, version: { increment: 1 } },
      select: { id: true },
    });
    await recordAudit(tx, {
      by: actor,
      action: "profile.address",
      item: { id: actor.id, name: email },
      detail: { from: actor.email, to: email },
    });
    return done({ email, changed: true });
  });
  return change.catch(asTaken);
}

/** Ends one of the actor's own sessions; anybody else's is not there. */
export async function endOwnSession(input: {
  actor: Actor;
  id: string;
}): Promise<ActionResult<Record<string, never>>> {
  const { actor, id } = input;
  return db().$transaction(async (tx) => {
    if (!(await endSession(tx, { id, userId: actor.id }))) {
      return refuse("not-found", "This session has ended already.");
    }
    await recordAudit(tx, {
      by: actor,
      action: "profile.end-session",
      item: { id: actor.id, name: actor.email },
    });
    return done({});
  });
}

/** Ends the actor's sessions, or all but the one that asks. */
export async function endOwnSessions(input: {
  actor: Actor;
  keepThis: boolean;
}): Promise<ActionResult<{ ended: number }>> {
  const { actor, keepThis } = input;
  return db().$transaction(async (tx) => {
    const ended = await endSessionsOf(tx, actor.id, keepThis ? { except: actor.sessionId } : {});
    await recordAudit(tx, {
      by: actor,
      action: "profile.end-sessions",
      item: { id: actor.id, name: actor.email },
      detail: { ended },
    });
    return done({ ended });
  });
}

/**
 * The hash of the actor's password, if that is what was typed. Wrong ones count as failures to sign in do: a browser
 * left open is no place to guess from.
 */
async function checkPassword(typed: {
  actor: Actor;
  password: string;
  address: string;
  field: "current" | "password";
}): Promise<ActionResult<string>> {
  const { actor, password, address, field } = typed;
  const kept = await db().user.findUniqueOrThrow({ where: { id: actor.id }, select: { passwordHash: true } });
  if (kept.passwordHash === null) {
    return refuse(
      "conflict",
      "Your account has no password yet. Sign out and choose “Forgot your password?” to set one.",
    );
  }
  const counted = await countAttempt({ email: actor.email, address });
  if (!counted.allowed) return refuseLimited(counted.retryAfter);
  const right = await verifyPassword(kept.passwordHash, password).catch(async (error: unknown) => {
    await forgiveAttempt(counted.taken, { success: false });
    throw error;
  });
  if (!right)
    return refuse("invalid", "That is not your password.", { fields: { [field]: "is not your password" } });
  await forgiveAttempt(counted.taken, { success: true });
  return done(kept.passwordHash);
}

function refuseLimited(retryAfter: number): Refusal {
  return refuse("limited", "Too many tries. Wait a while before the next one.", { detail: { retryAfter } });
}

function asTaken(error: unknown): Refusal {
  if (!isUniqueViolation(error)) throw error;
  return refuse("invalid", "Another account has this address.", {
    fields: { email: "is the address of another account" },
  });
}
