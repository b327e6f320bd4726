const MINUTE_MS = 60_000;

/** A session ends when nothing was asked for so long, */
export const IDLE_MS = 60 * MINUTE_MS;
/** and at the latest so long after signing in. */
export const LONGEST_MS = 12 * 60 * MINUTE_MS;
/** That somebody is there is written down no more often than this. */
export const TOUCH_MS = MINUTE_MS;

export function isOver(session: { seenAt: Date; expiresAt: Date }, now: Date): boolean {
  return session.expiresAt <= now || now.getTime() - session.seenAt.getTime() >= IDLE_MS;
}
