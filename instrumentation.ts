/** Runs once in each server process of Next's, before it takes a request: mails are sent from here. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const building = process.env.NEXT_PHASE === "phase-production-build";
    if (building || !process.env.DATABASE_URL) return;
    const [{ pino }, { requireEnv }, { startSharedWorker }, { startWorker }] = await Promise.all([
      import("pino"),
      import("@/lib/env"),
      import("@/lib/jobs/shared"),
      import("@/lib/jobs/worker"),
    ]);
    const log = pino({ level: requireEnv().LOG_LEVEL });
    startSharedWorker(() => startWorker({ log }));
  }
}
