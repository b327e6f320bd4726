import "server-only";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { connectionPool } from "../db";
import { DatabaseUnavailable, isDatabaseUnavailable } from "../errors";
import { currentRequest } from "../request-context";
import { addressPrefix } from "./address-prefix";
import { pseudonymOf } from "./secrets";

const MINUTE_S = 60;

/** How many failures are let through, in how many seconds from the first. */
const RULES = {
  /** One account, tried from one network. */
  account: { points: 5, duration: 15 * MINUTE_S },
  /** One network, whatever it tries. */
  network: { points: 20, duration: 15 * MINUTE_S },
  /** Everybody. When it is spent, a network that has not failed lately still has its first try. */
  everybody: { points: 300, duration: 5 * MINUTE_S },
};

type Limiters = Record<keyof typeof RULES, RateLimiterPostgres>;

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
    if (!ofAll.over || ofNetwork.points === 1) return { allowed: true, taken };
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

/** Rejections of the library's are results; what else it throws is an error. */
async function consume(limiter: RateLimiterPostgres, key: string) {
  const result = await limiter.consume(key).catch((reason: unknown) => {
    if (reason instanceof RateLimiterRes) return reason;
    throw reason;
  });
  return {
    over: result.consumedPoints > limiter.points,
    points: result.consumedPoints,
    seconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}

let made: { pool: Pool; limiters: Limiters } | undefined;

function limiters(): Limiters {
  const pool = connectionPool();
  if (made?.pool !== pool) made = { pool, limiters: makeLimiters(pool) };
  return made.limiters;
}

function makeLimiters(pool: Pool): Limiters {
  const make = (name: keyof typeof RULES) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "RateLimit",
      tableCreated: true,
      keyPrefix: `sign-in:${name}`,
      // One of them clears the table of what has run out, for all.
      clearExpiredByTimeout: name === "everybody",
      ...RULES[name],
    });
  return { account: make("account"), network: make("network"), everybody: make("everybody") };
}

/** These statements do not go through `db()`, which gives a lost connection its name. */
async function plainErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    const request = currentRequest();
    if (request) request.databaseLost = true;
    throw new DatabaseUnavailable(error);
  }
}
