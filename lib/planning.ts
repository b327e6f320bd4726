/**
 * What each connection says first. Left to itself, PostgreSQL plans the longer statements anew at every call, and for
 * some starts processes that cost more than they read. None of ours gains from either.
 */
export const PLANNING = "SET plan_cache_mode = force_generic_plan; SET max_parallel_workers_per_gather = 0";
