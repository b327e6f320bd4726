import "server-only";
import { type DbOrTransaction, db } from "../db";
import { hashSecret } from "./secrets";
import { touchSession } from "./session-mutations";
import { isOver, TOUCH_MS } from "./session-rules";
import type { Actor } from "./types";

/**
 * Whoever the secret of a session belongs to, if that session still goes on and its user may still sign in.
 * `background` is for what a page does by itself: it does not keep the session from counting as idle.
 */
export async function findActorWith(
  secret: string,
  { now, background = false }: { now: Date; background?: boolean },
): Promise<Actor | null> {
  const session = await db().session.findUnique({
    where: { secretHash: hashSecret(secret) },
    relationLoadStrategy: "join",
    select: {
      id: true,
      seenAt: true,
      expiresAt: true,
      user: { select: { id: true, name: true, email: true, role: true, disabledAt: true } },
    },
  });
  if (!session || session.user.disabledAt || isOver(session, now)) return null;
  if (!background && now.getTime() - session.seenAt.getTime() >= TOUCH_MS) {
    await touchSession(db(), { id: session.id, now });
  }
  const { id, name, email, role } = session.user;
  return { id, sessionId: session.id, name, email, role };
}

/** Without a user the first owner is still to be set up. */
export async function hasUsers(tx: DbOrTransaction = db()): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null;
}

/** What signing in needs to know of the account with an e-mail address in lower case, enabled or not. */
export async function findAccount(email: string) {
  return db().user.findUnique({
    where: { email },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
}
