import "server-only";
import { type DbOrTransaction, db } from "../db";
import { hashSecret, makeSecret } from "./secrets";
import { IDLE_MS, LONGEST_MS, TOUCH_MS } from "./session-rules";

const LONGEST_DEVICE = 300;

/**
 * Signs a user in on a device (a browser's User-Agent). Returns the secret that the browser is to show with each
 * request. Sessions of the user's that have run out are forgotten on the way.
 */
export async function createSession(
  tx: DbOrTransaction,
  session: { userId: string; device: string; now: Date },
): Promise<string> {
  const { userId, device, now } = session;
  const secret = makeSecret();
  const idleSince = new Date(now.getTime() - IDLE_MS);
  await tx.session.deleteMany({
    where: { userId, OR: [{ expiresAt: { lte: now } }, { seenAt: { lte: idleSince } }] },
  });
  await tx.session.create({
    data: {
      userId,
      secretHash: hashSecret(secret),
      device: device.slice(0, LONGEST_DEVICE),
      createdAt: now,
      seenAt: now,
      expiresAt: new Date(now.getTime() + LONGEST_MS),
    },
    select: { id: true },
  });
  return secret;
}

/**
 * Signs in as `createSession` does, and ends the session that the browser had. Null when the account was disabled, or
 * has another password than the one of the hash given, since that was looked at: a reset ends what began before it.
 */
export async function beginSession(session: {
  userId: string;
  device: string;
  replaces: string | null;
  /** Null for those who did not sign in with a password. */
  passwordHash: string | null;
  now: Date;
}): Promise<string | null> {
  const { userId, passwordHash } = session;
  return db().$transaction(async (tx) => {
    const [user] = await tx.$queryRaw<{ passwordHash: string | null; disabledAt: Date | null }[]>`
      SELECT "passwordHash", "disabledAt" FROM "User" WHERE id = ${userId}::uuid FOR SHARE`;
    if (!user || user.disabledAt || (passwordHash !== null && user.passwordHash !== passwordHash))
      return null;
    if (session.replaces !== null) await endSessionWith(session.replaces, tx);
    return createSession(tx, session);
  });
}

/** Ends one session of a user's. False when the user has no such session. */
export async function endSession(
  tx: DbOrTransaction,
  session: { id: string; userId: string },
): Promise<boolean> {
  const { count } = await tx.session.deleteMany({ where: { id: session.id, userId: session.userId } });
  return count > 0;
}

/** Ends the session that a browser shows the secret of. Whatever shows it later is not signed in. */
export async function endSessionWith(secret: string, tx: DbOrTransaction = db()): Promise<void> {
  await tx.session.deleteMany({ where: { secretHash: hashSecret(secret) } });
}

/** Ends all sessions of a user's, except one where that is named. Returns how many there were. */
export async function endSessionsOf(
  tx: DbOrTransaction,
  userId: string,
  options: { except?: string } = {},
): Promise<number> {
  const except = options.except === undefined ? {} : { id: { not: options.except } };
  const { count } = await tx.session.deleteMany({ where: { userId, ...except } });
  return count;
}

/** Keeps a session from counting as idle. Requests that come together write it down once. */
export async function touchSession(tx: DbOrTransaction, session: { id: string; now: Date }): Promise<void> {
  const { id, now } = session;
  const before = new Date(now.getTime() - TOUCH_MS);
  await tx.session.updateMany({ where: { id, seenAt: { lte: before } }, data: { seenAt: now } });
}
