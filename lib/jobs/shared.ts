/** What sends the mails and does what else is due, until it is stopped. */
export type Worker = { stop(): Promise<void> };

// The front, which stops the worker, runs outside Next's bundles, where it was started: they meet in the process.
const shared = globalThis as { nicePickWorker?: Worker; nicePickHeld?: { start?: () => Worker } };

/** Starts the process's one worker; a second call finds it there. While workers are held, it starts afterwards. */
export function startSharedWorker(start: () => Worker): void {
  if (shared.nicePickHeld) shared.nicePickHeld.start = start;
  else shared.nicePickWorker ??= start();
}

/** Lets no worker start until the function returned is called: jobs need a database that is migrated. */
export function holdSharedWorker(): () => void {
  const held: typeof shared.nicePickHeld = {};
  shared.nicePickHeld = held;
  return () => {
    delete shared.nicePickHeld;
    if (held.start) startSharedWorker(held.start);
  };
}

/** Stops the process's worker, where there is one, within a few seconds. */
export async function stopSharedWorker(): Promise<void> {
  const worker = shared.nicePickWorker;
  delete shared.nicePickWorker;
  await worker?.stop();
}
