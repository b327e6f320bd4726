import { type FeedbackState, isClosed } from "./states";

/** All that an undo puts back of a message, as events hold it. `closedAt` is ISO. */
export type Standing = {
  state: FeedbackState;
  outcomeReason: string | null;
  revisionId: string | null;
  closedAt: string | null;
};

/** How a message stands that comes into a state now; only the outcomes have a reason, and perhaps a publication. */
export function standAs(
  state: FeedbackState,
  now: Date,
  outcome: { reason: string; revisionId: string | null } | null = null,
): Standing {
  return {
    state,
    outcomeReason: outcome?.reason ?? null,
    revisionId: outcome?.revisionId ?? null,
    closedAt: isClosed(state) ? now.toISOString() : null,
  };
}

/** Whether both say the same of a message, whenever they began to. */
export function isSameStanding(one: Standing, other: Standing): boolean {
  return (
    one.state === other.state &&
    one.outcomeReason === other.outcomeReason &&
    one.revisionId === other.revisionId
  );
}
