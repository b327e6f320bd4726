/** What sends the mails and does what else is due, until it is stopped. */
export type Worker = { stop(): Promise<void> };

// The front, which stops the worker, runs outside Next's bundles, where it was started: they meet in the process.
const shared = globalThis as { nicePickWorker?: Worker };

/** Starts the process's one worker; a second call finds it there. */
export function startSharedWorker(start: () => Worker): void {
  shared.nicePickWorker ??= start();
}

/** Stops the process's worker, where there is one, within a few seconds. */
export async function stopSharedWorker(): Promise<void> {
  const worker = shared.nicePickWorker;
  delete shared.nicePickWorker;
  await worker?.stop();
}
