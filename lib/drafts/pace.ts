// When what was typed is sent. Times are milliseconds of any one clock.

/** Sent so long after the last change… */
export const PAUSE_MS = 1_000;
/** …and no later than so long after the first, however fast somebody types. */
export const LONGEST_WAIT_MS = 5_000;
const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

export type Pace = {
  /** The first and the last change that no attempt has taken along yet. */
  changes: { first: number; last: number } | null;
  /** Attempts that came to nothing, one after the other, and when the last did. */
  failures: number;
  failedAt: number;
};

export const AT_REST: Pace = { changes: null, failures: 0, failedAt: 0 };

export function afterChange(pace: Pace, now: number): Pace {
  return { ...pace, changes: { first: pace.changes?.first ?? now, last: now } };
}

/** An attempt takes along everything so far. */
export function afterSending(pace: Pace): Pace {
  return { ...pace, changes: null };
}

export function afterSuccess(pace: Pace): Pace {
  return { ...pace, failures: 0 };
}

/** What the attempt took along is to be sent again. */
export function afterFailure(pace: Pace, now: number): Pace {
  const changes = { first: now, last: pace.changes?.last ?? now };
  return { changes, failures: pace.failures + 1, failedAt: now };
}

/** The reason for the failures may be gone: the next attempt need not wait for them. */
export function afterHope(pace: Pace): Pace {
  return { ...pace, failures: 0 };
}

/** When the next attempt is due; null when there is nothing to send. */
export function dueAt({ changes, failures, failedAt }: Pace): number | null {
  if (!changes) return null;
  const paused = Math.min(changes.last + PAUSE_MS, changes.first + LONGEST_WAIT_MS);
  return failures === 0 ? paused : Math.max(paused, failedAt + retryAfter(failures));
}

function retryAfter(failures: number): number {
  return Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
}
