import "server-only";
import { TooBusy } from "../errors";

/** The costs that OWASP's Password Storage Cheat Sheet names first: 46 MiB, one pass, one lane. */
const COSTS = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

/** Native code: loaded for the first password, so that a build, which loads every module and ends, does without it. */
const argon2 = () => import("argon2");

/** Each takes 46 MiB and a core; those that wait take a request's patience. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 20;

/** Takes as long to check as a real one, and nobody has the password to it. */
const NOBODYS_HASH = `$argon2id$v=19$m=${COSTS.memoryCost},t=${COSTS.timeCost},p=${COSTS.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** What to keep of a password. Throws TooBusy when too many wait already. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(async () => {
    const { argon2id, hash } = await argon2();
    return hash(password.normalize("NFC"), { ...COSTS, type: argon2id });
  });
}

/**
 * True when it is the password that `kept` was made of. Takes the same time for `null`, an account without a password,
 * and then is false. Throws TooBusy when too many wait already.
 */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const same = await inTurn(async () =>
    (await argon2()).verify(kept ?? NOBODYS_HASH, password.normalize("NFC")),
  );
  return same && kept !== null;
}

/** True for a hash that was made with other costs than new ones are. */
export async function isOutdatedHash(kept: string): Promise<boolean> {
  return (await argon2()).needsRehash(kept, COSTS);
}

type Turns = { running: number; waiting: (() => void)[] };

// Next bundles its parts separately; they take turns through the process.
const shared = globalThis as { nicePickPasswordTurns?: Turns };

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  shared.nicePickPasswordTurns ??= { running: 0, waiting: [] };
  const turns = shared.nicePickPasswordTurns;
  if (turns.running < MOST_AT_ONCE) turns.running += 1;
  else if (turns.waiting.length >= MOST_WAITING) throw new TooBusy();
  else await new Promise<void>((resolve) => turns.waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = turns.waiting.shift();
    if (next) next();
    else turns.running -= 1;
  }
}
