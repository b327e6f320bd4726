import "server-only";
import { db } from "../db";
import { requireEnv } from "../env";
import { aboutOf, renderMail } from "./render-queries";
import type { OutboxEntry, OutboxItem, OutboxPage } from "./types";

const PAGE_SIZE = 50;

const named = { select: { name: true } } as const;

const ENTRY = {
  id: true,
  number: true,
  kind: true,
  state: true,
  feedbackId: true,
  delivered: true,
  attempts: true,
  error: true,
  createdAt: true,
  triedAt: true,
  nextTryAt: true,
  sentAt: true,
  feedback: { select: { email: true, left: named, right: named } },
  requestedBy: { select: { email: true } },
  _count: { select: { tellsOf: true } },
} as const;

type EntryRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

/** One page of mails, newest first; a page after the last is the last. */
export async function listMails(query: {
  state?: OutboxEntry["state"] | undefined;
  page: number;
}): Promise<OutboxPage> {
  const where = query.state === undefined ? {} : { state: query.state };
  const total = await db().mail.count({ where });
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const rows = await db().mail.findMany({
    where,
    orderBy: { number: "desc" },
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: ENTRY,
  });
  return { entries: rows.map(toEntry), total, page, pages };
}

/** A mail and what it says, or why it is not sent. Null: there is no such mail. */
export async function findMail(id: string): Promise<OutboxItem | null> {
  const [row, mail] = await Promise.all([findRow(id), renderMail(id)]);
  return row && mail ? { ...toEntry(row), mail } : null;
}

/** How many were given up, and how many wait after a try that failed. */
export async function countMailTroubles(): Promise<{ failed: number; waiting: number }> {
  const [failed, waiting] = await Promise.all([
    db().mail.count({ where: { state: "failed" } }),
    db().mail.count({ where: { state: "queued", attempts: { gt: 0 } } }),
  ]);
  return { failed, waiting };
}

function findRow(id: string) {
  return db().mail.findUnique({ where: { id }, select: ENTRY });
}

function toEntry(row: EntryRow): OutboxEntry {
  const { id, number, kind, state, feedbackId, attempts, error } = row;
  return {
    id,
    number,
    kind,
    state,
    about: subjectOf(row),
    feedbackId,
    recipients: recipientsOf(row),
    attempts,
    error,
    createdAt: row.createdAt.toISOString(),
    triedAt: row.triedAt?.toISOString() ?? null,
    nextTryAt: row.nextTryAt?.toISOString() ?? null,
    sentAt: row.sentAt?.toISOString() ?? null,
  };
}

function subjectOf({ kind, feedback, _count: { tellsOf } }: EntryRow): string {
  if (kind === "digest") return tellsOf === 1 ? "1 message" : `${tellsOf} messages`;
  if (kind === "test") return "a test";
  return (feedback && aboutOf(feedback)) ?? "the site";
}

function recipientsOf({ kind, state, delivered, feedback, requestedBy }: EntryRow): string[] {
  if (kind === "feedback" || kind === "digest") {
    return state === "sent" ? delivered : requireEnv().FEEDBACK_TO;
  }
  const address = kind === "test" ? requestedBy?.email : feedback?.email;
  return address ? [address] : [];
}
