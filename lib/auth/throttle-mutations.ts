import "server-only";
import { addressPrefix } from "./address-prefix";
import { consume, limitersFor, plainErrors } from "./limiter-mutations";
import { pseudonymOf } from "./secrets";

const MINUTE_S = 60;

/** How many failures are let through, in how many seconds from the first. */
const RULES = {
  /** One account, tried from one network. */
  account: { points: 5, duration: 15 * MINUTE_S },
  /** One network, whatever it tries. */
  network: { points: 20, duration: 15 * MINUTE_S },
  /** Everybody. When it is spent, each network still has its first few tries: nobody is held out from elsewhere. */
  everybody: { points: 300, duration: 5 * MINUTE_S },
};

/** So many tries of a network are heard however much others fail: whoever mistypes is not held out. */
const ALWAYS_HEARD = 3;

const limiters = limitersFor("sign-in", RULES, { clears: "everybody" });

export type Attempt = { email: string; address: string };

/** Under which names an attempt was counted: what to hand to `forgiveAttempt` when it was no failure after all. */
type Taken = { account: string; network: string };

export type Throttled =
  | { allowed: true; taken: Taken }
  | { allowed: false /** In seconds. */; retryAfter: number };

/**
 * Counts an attempt to sign in as a failure, before it is known whether it is one: those that come together are
 * counted one by one. Nobody can lock an owner out from elsewhere: what an account's failures close is the account
 * for the network that they came from.
 */
export async function countAttempt({ email, address }: Attempt): Promise<Throttled> {
  const prefix = addressPrefix(address);
  const taken = { account: pseudonymOf(email, prefix), network: pseudonymOf(prefix) };
  return plainErrors(async () => {
    const { account, network, everybody } = limiters();
    const ofAccount = await consume(account, taken.account);
    if (ofAccount.over) return { allowed: false, retryAfter: ofAccount.seconds };
    const ofNetwork = await consume(network, taken.network);
    if (ofNetwork.over) {
      await account.reward(taken.account);
      return { allowed: false, retryAfter: ofNetwork.seconds };
    }
    const ofAll = await consume(everybody, "all");
    if (!ofAll.over || ofNetwork.points <= ALWAYS_HEARD) return { allowed: true, taken };
    await forgiveAttempt(taken, { success: false });
    return { allowed: false, retryAfter: ofAll.seconds };
  });
}

/** Takes back what was counted; after a success the account's earlier failures from this network as well. */
export async function forgiveAttempt(taken: Taken, { success }: { success: boolean }): Promise<void> {
  await plainErrors(async () => {
    const { account, network, everybody } = limiters();
    await Promise.all([
      success ? account.delete(taken.account) : account.reward(taken.account),
      network.reward(taken.network),
      everybody.reward("all"),
    ]);
  });
}

/** For whoever has just shown to be the account's owner in another way: earlier failures do not count any more. */
export async function forgetFailures({ email, address }: Attempt): Promise<void> {
  await plainErrors(() => limiters().account.delete(pseudonymOf(email, addressPrefix(address))));
}
