import "server-only";
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { requireSiteSecret } from "../auth/secrets";

const DAY_MS = 24 * 60 * 60_000;
const LONGEST_MS = 30 * DAY_MS;
/** The clocks of two machines that serve one site. */
const SKEW_MS = 60_000;

/** What a form carries: `key` makes two deliveries of one message the same, `stamp` says when the form was made. */
export type Ticket = { key: string; stamp: string };

export function makeTicket(now: Date): Ticket {
  return { key: randomUUID(), stamp: makeStamp(now) };
}

function makeStamp(made: Date): string {
  const time = String(made.getTime());
  return `${time}.${sign(time)}`;
}

/** Why a stamp is refused; null when it is ours, not of the future, and at most 30 days old. */
export function findStampProblem(stamp: string, now: Date): string | null {
  const [time = "", signature = ""] = stamp.split(".");
  const genuine =
    /^\d{1,15}$/.test(time) && stamp === `${time}.${signature}` && isEqual(signature, sign(time));
  if (!genuine) return "is not one of ours";
  const age = now.getTime() - Number(time);
  if (age < -SKEW_MS) return "is of the future";
  return age > LONGEST_MS ? "is more than 30 days old" : null;
}

function sign(time: string): string {
  return createHmac("sha256", requireSiteSecret()).update(`feedback form of ${time}`).digest("base64url");
}

function isEqual(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
