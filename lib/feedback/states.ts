/** Where a message stands. `new` and `open` wait for us; the next three are closed; `spam` is held back. */
export const FEEDBACK_STATES = ["new", "open", "answered", "accepted", "declined", "spam"] as const;

export type FeedbackState = (typeof FEEDBACK_STATES)[number];

/** What speaks against a message being genuine. Such a message is kept in the spam, where an editor can release it. */
export const SUSPICIONS = ["honeypot", "links", "repeated", "flood", "blocked"] as const;

export type Suspicion = (typeof SUSPICIONS)[number];

export function isClosed(state: FeedbackState): boolean {
  return state === "answered" || state === "accepted" || state === "declined";
}
