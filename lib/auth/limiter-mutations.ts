import "server-only";
import type { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { connectionPool } from "../db";
import { DatabaseUnavailable, isDatabaseUnavailable } from "../errors";
import { currentRequest } from "../request-context";

/** How many are let through, in how many seconds from the first. */
export type Rule = { points: number; duration: number };

export type Limiters<Name extends string> = Record<Name, RateLimiterPostgres>;

/**
 * Counters that are kept in PostgreSQL, one for each rule. `clears`: the one of them that takes from the table, for
 * all others too, what has run out. The returned function makes them anew when there is another database.
 */
export function limitersFor<Name extends string>(
  about: string,
  rules: Record<Name, Rule>,
  options: { clears?: NoInfer<Name> } = {},
): () => Limiters<Name> {
  let made: { pool: Pool; limiters: Limiters<Name> } | undefined;
  return () => {
    const pool = connectionPool();
    if (made?.pool !== pool) {
      const entries = Object.entries<Rule>(rules).map(([name, rule]) => [
        name,
        makeLimiter(pool, { ...rule, name: `${about}:${name}`, clears: name === options.clears }),
      ]);
      made = { pool, limiters: Object.fromEntries(entries) as Limiters<Name> };
    }
    return made.limiters;
  };
}

function makeLimiter(pool: Pool, rule: Rule & { name: string; clears: boolean }): RateLimiterPostgres {
  const { name, clears, points, duration } = rule;
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: "pool",
    tableName: "RateLimit",
    tableCreated: true,
    keyPrefix: name,
    clearExpiredByTimeout: clears,
    points,
    duration,
  });
}

/** Counts one more. Rejections of the library's are results; what else it throws is an error. */
export async function consume(limiter: RateLimiterPostgres, key: string) {
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

/** These statements do not go through `db()`, which gives a lost connection its name. */
export async function plainErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    const request = currentRequest();
    if (request) request.databaseLost = true;
    throw new DatabaseUnavailable(error);
  }
}
