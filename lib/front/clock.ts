const EVERY_MS = 500;

/**
 * The time, looked up twice a second: in milliseconds since 1970, and as HTTP has it (RFC 9110, 5.6.7). Asked for with
 * every request it would take as long as finding the page; Next puts a function of its own in the place of `Date.now`.
 */
export const clock = { now: 0, text: "" };

/** Looks at the time now. */
export function tick(): void {
  clock.now = Date.now();
  clock.text = new Date(clock.now).toUTCString();
}

tick();
setInterval(tick, EVERY_MS).unref();
