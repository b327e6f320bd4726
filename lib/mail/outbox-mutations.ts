import "server-only";
import { randomUUID } from "node:crypto";
import type { DbOrTransaction } from "../db";
import { requireEnv } from "../env";
import { isMailOn } from "./transport";

export type MailKind = "feedback" | "digest" | "acknowledgement" | "reply" | "outcome" | "test";

/** With graphile-worker's back-off of e^n seconds, at most e^10, so many tries take a little more than five days. */
export const MOST_TRIES = 30;

export const MAIL_IS_OFF = "Mail is off: SMTP_URL is not set.";

/** One at a time, on however many machines: what was taken and not yet marked so is never more than one mail. */
export const QUEUE = "mail";

export type QueuedMail = { id: string; state: "queued" | "unsent" };

/**
 * Writes down a mail and, in the same transaction, the job that sends it, not before `notBefore`. Where no mail server
 * is set, or the mail is to the editors and they have no address, it is written down as `unsent`, with the reason.
 * `messageId`: a Message-ID of its own, without the angle brackets.
 */
export async function queueMail(
  tx: DbOrTransaction,
  mail: {
    kind: MailKind;
    feedbackId?: string;
    eventId?: string;
    requestedById?: string;
    recipientHash?: string;
    messageId?: string;
    notBefore?: Date;
  },
): Promise<QueuedMail> {
  const { kind, feedbackId, eventId, requestedById, recipientHash, notBefore } = mail;
  const id = randomUUID();
  const problem = unsendable(kind);
  await tx.mail.create({
    data: {
      id,
      kind,
      feedbackId: feedbackId ?? null,
      eventId: eventId ?? null,
      requestedById: requestedById ?? null,
      recipientHash: recipientHash ?? null,
      messageId: mail.messageId ?? `${id}@${mailDomain()}`,
      state: problem ? "unsent" : "queued",
      error: problem,
      ...(notBefore && { notBefore }),
    },
    select: { id: true },
  });
  if (problem) return { id, state: "unsent" };
  await addMailJob(tx, { id, ...(notBefore && { notBefore }) });
  return { id, state: "queued" };
}

/** The job of a mail that is queued. A second one for the same mail takes the place of the first. */
export async function addMailJob(tx: DbOrTransaction, mail: { id: string; notBefore?: Date }): Promise<void> {
  const runAt = mail.notBefore ?? null;
  await tx.$queryRaw`
    SELECT job.id::text FROM graphile_worker.add_job(
      'deliver-mail', json_build_object('mailId', ${mail.id}::text), queue_name := ${QUEUE},
      run_at := ${runAt}::timestamptz, max_attempts := ${MOST_TRIES}::int, job_key := ${`mail:${mail.id}`}
    ) AS job`;
}

/** What stands behind the @ of our Message-IDs. */
export function mailDomain(): string {
  const { MAIL_FROM, SITE_URL } = requireEnv();
  return /@([^@>\s]+)>?\s*$/.exec(MAIL_FROM ?? "")?.[1] ?? new URL(SITE_URL).hostname;
}

/** The root of everything that is mailed about one message. */
export function threadId(feedbackId: string): string {
  return `feedback.${feedbackId}@${mailDomain()}`;
}

/** Whether a mail to the editors can be sent at all. */
export function mailableEditors(): boolean {
  return isMailOn() && requireEnv().FEEDBACK_TO.length > 0;
}

function unsendable(kind: MailKind): string | null {
  if (!isMailOn()) return MAIL_IS_OFF;
  const toEditors = kind === "feedback" || kind === "digest";
  return toEditors && !mailableEditors() ? "FEEDBACK_TO is not set." : null;
}
