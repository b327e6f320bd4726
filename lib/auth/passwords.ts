import "server-only";
import { inTurn } from "../turns";

/** The costs that OWASP's Password Storage Cheat Sheet names first: 46 MiB, one pass, one lane. */
const COSTS = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Native code: loaded for the first password, so that a build, which loads every module and ends, does without it. */
const argon2 = () => import("argon2");

/** Each takes 46 MiB and a core; those that wait take a request's patience. */
const QUEUE = { name: "passwords", atOnce: 2, mostWaiting: 20 };

/** Takes as long to check as a real one, and nobody has the password to it. */
const NOBODYS_HASH = `$argon2id$v=19$m=${COSTS.memoryCost},t=${COSTS.timeCost},p=${COSTS.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** What to keep of a password. Throws TooBusy when too many wait already. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(QUEUE, async () => {
    const { argon2id, hash } = await argon2();
    return hash(password.normalize("NFC"), { ...COSTS, type: argon2id });
  });
}

/**
 * True when it is the password that `kept` was made of. Takes the same time for `null`, an account without a password,
 * and then is false. Throws TooBusy when too many wait already.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const same = await inTurn(QUEUE, async () =>
    (await argon2()).verify(kept ?? NOBODYS_HASH, password.normalize("NFC")),
  );
  return same && kept !== null;
}

/** True for a hash that was made with other costs than new ones are. */
export async function isOutdatedHash(kept: string): Promise<boolean> {
  return (await argon2()).needsRehash(kept, COSTS);
}
