import type { FeedbackMail } from "../feedback/types";

/** A mail in the admin's list. `about`: what it is about, or how many messages it tells of. Dates are ISO strings. */
export type OutboxEntry = {
  id: string;
  number: number;
  kind: FeedbackMail["kind"];
  state: FeedbackMail["state"];
  about: string;
  feedbackId: string | null;
  /** As far as they are known: a reader's address may be erased. */
  recipients: string[];
  attempts: number;
  error: string | null;
  createdAt: string;
  triedAt: string | null;
  nextTryAt: string | null;
  sentAt: string | null;
};

export type OutboxPage = { entries: OutboxEntry[]; total: number; page: number; pages: number };

/** A mail as it goes out. Message-IDs are without angle brackets; `references` is oldest first. */
export type RenderedMail = {
  recipients: string[];
  replyTo?: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo?: string;
  references?: string[];
  headers: Record<string, string>;
};

/** Why a mail is not sent: there is nobody, or nothing, left to send. */
export type CalledOff = { calledOff: string };

/** A mail, with what it says as it would be sent now. */
export type OutboxItem = OutboxEntry & { mail: RenderedMail | CalledOff };
