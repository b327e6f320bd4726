import "server-only";
import { db } from "../db";
import { TooBusy } from "../errors";
import { renewPasswordHash } from "./password-mutations";
import { hashPassword, isOutdatedHash, verifyPassword } from "./passwords";
import { findAccount } from "./queries";
import { countAttempt, forgiveAttempt } from "./throttle-mutations";

export type SignInResult =
  /** `passwordHash`: the one that the password was right for. */
  | { kind: "signed-in"; userId: string; passwordHash: string }
  | { kind: "refused" }
  | { kind: "limited" /** In seconds. */; retryAfter: number };

const BUSY_RETRY_S = 3;

/**
 * Checks an e-mail address (in lower case) and a password. An address without an account, an account without a
 * password and a disabled one are refused as a wrong password is: in the same words and after the same work.
 */
export async function checkCredentials(attempt: {
  email: string;
  password: string;
  address: string;
}): Promise<SignInResult> {
  const { email, password, address } = attempt;
  const counted = await countAttempt({ email, address });
  if (!counted.allowed) return { kind: "limited", retryAfter: counted.retryAfter };
  const account = await findAccount(email);
  try {
    const right = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account?.passwordHash || account.disabledAt || !right) return { kind: "refused" };
  } catch (error) {
    if (!(error instanceof TooBusy)) throw error;
    await forgiveAttempt(counted.taken, { success: false });
    return { kind: "limited", retryAfter: BUSY_RETRY_S };
  }
  await forgiveAttempt(counted.taken, { success: true });
  const { id: userId, passwordHash } = account;
  const renewed = await renewIfOutdated({ id: userId, passwordHash, password });
  return { kind: "signed-in", userId, passwordHash: renewed ?? passwordHash };
}

/** Only now is the password known: the moment to keep it at today's costs, in a new hash. Not now, then next time. */
async function renewIfOutdated(account: {
  id: string;
  passwordHash: string;
  password: string;
}): Promise<string | null> {
  const { id, passwordHash, password } = account;
  if (!(await isOutdatedHash(passwordHash))) return null;
  const to = await hashPassword(password).catch((error: unknown) => {
    if (error instanceof TooBusy) return null;
    throw error;
  });
  if (to !== null) await renewPasswordHash(db(), { id, from: passwordHash, to });
  return to;
}
