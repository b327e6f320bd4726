import "server-only";
import { db } from "../db";
import type { Standing } from "./standing";
import type { FeedbackEvent, FeedbackMail } from "./types";

const MOST_EVENTS = 500;
const MOST_MAILS = 200;

const MAIL_COLUMNS = {
  ...{ id: true, kind: true, state: true, attempts: true, error: true, eventId: true },
  ...{ createdAt: true, sentAt: true, nextTryAt: true },
} as const;

type MailRow = Omit<FeedbackMail, "createdAt" | "sentAt" | "nextTryAt"> & {
  eventId: string | null;
  createdAt: Date;
  sentAt: Date | null;
  nextTryAt: Date | null;
};

/** The newest of what was done with a message and of the mails about it, each in the order of time. */
export async function listHistory(feedback: {
  id: string;
  noticeId: string | null;
}): Promise<{ events: FeedbackEvent[]; mails: FeedbackMail[] }> {
  const { id: feedbackId, noticeId } = feedback;
  const [events, mails] = await Promise.all([
    db().feedbackEvent.findMany({
      where: { feedbackId },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: MOST_EVENTS,
    }),
    db().mail.findMany({
      where: noticeId === null ? { feedbackId } : { OR: [{ feedbackId }, { id: noticeId }] },
      select: MAIL_COLUMNS,
      orderBy: { number: "desc" },
      take: MOST_MAILS,
    }),
  ]);
  const replies = new Map(mails.map((mail) => [mail.eventId, toMail(mail)]));
  return {
    events: events.reverse().map((event) => toEvent(event, replies.get(event.id) ?? null)),
    mails: mails.reverse().map(toMail),
  };
}

type EventRow = {
  id: string;
  at: Date;
  actor: string;
  kind: FeedbackEvent["kind"];
  text: string | null;
  before: unknown;
  after: unknown;
};

function toEvent(row: EventRow, mail: FeedbackMail | null): FeedbackEvent {
  const { id, text } = row;
  const base = { id, at: row.at.toISOString(), by: row.actor };
  switch (row.kind) {
    case "state": {
      const [before, after] = [row.before as Standing, row.after as Standing];
      return { ...base, kind: "state", from: before.state, to: after.state, reason: after.outcomeReason };
    }
    case "assignment":
      return { ...base, kind: "assignment", to: (row.after as { name: string | null }).name };
    case "note":
      return { ...base, kind: "note", text };
    case "reply":
      return { ...base, kind: "reply", text, mail };
    case "block":
      return { ...base, kind: "block", ...(row.after as { what: "network" | "email"; blocked: boolean }) };
    case "erasure":
      return { ...base, kind: "erasure", ...(row.after as { what: "names" | "all" }) };
  }
}

function toMail(row: MailRow): FeedbackMail {
  const { id, kind, state, attempts, error, createdAt, sentAt, nextTryAt } = row;
  return {
    ...{ id, kind, state, attempts, error },
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
    nextTryAt: nextTryAt?.toISOString() ?? null,
  };
}
