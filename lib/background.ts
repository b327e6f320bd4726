/**
 * Does something after the answer, which does not wait for it. A fault is logged. What is under way when the process
 * ends is not done: use it for what can be asked for again, and for notices.
 */
export function runInBackground(work: () => Promise<unknown>): void {
  setImmediate(() => {
    work().catch((error: unknown) => console.error(error));
  });
}
