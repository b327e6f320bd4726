import "server-only";
import { db } from "../db";
import { requireEnv } from "../env";
import { type Content, oneLine } from "./compose";
import {
  acknowledgementMail,
  digestMail,
  feedbackMail,
  outcomeMail,
  replyMail,
  type ToldMessage,
  testMail,
} from "./feedback-templates";
import { threadId } from "./outbox-mutations";
import type { CalledOff, RenderedMail } from "./types";

/** A digest has so many messages in full. When it is sent, those above go to another one. */
export const MOST_TOLD = 150;

const named = { select: { name: true } } as const;

const MESSAGE = {
  id: true,
  number: true,
  message: true,
  builtWith: true,
  name: true,
  email: true,
  statusToken: true,
  state: true,
  outcomeReason: true,
  revisionId: true,
  left: named,
  right: named,
  wouldPick: named,
} as const;

const MAIL = {
  id: true,
  number: true,
  kind: true,
  state: true,
  messageId: true,
  feedback: { select: MESSAGE },
  event: { select: { text: true } },
  requestedBy: { select: { name: true, email: true } },
} as const;

type MailRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;
type MessageRow = NonNullable<MailRow["feedback"]>;

/** What a mail says and to whom, made from what is kept at this moment. Null: there is no such mail. */
export async function renderMail(mailId: string): Promise<RenderedMail | CalledOff | null> {
  const row = await findRow(mailId);
  if (!row) return null;
  switch (row.kind) {
    case "feedback":
      return renderNotice(row);
    case "digest":
      return renderDigest(row);
    case "acknowledgement":
    case "reply":
    case "outcome":
      return renderToReader(row);
    case "test":
      return renderTest(row);
  }
}

function findRow(mailId: string) {
  return db().mail.findUnique({ where: { id: mailId }, select: MAIL });
}

/** "PostgreSQL vs MySQL"; null for the site as a whole. */
export function aboutOf(message: { left: { name: string } | null; right: { name: string } | null }) {
  return message.left && message.right ? `${message.left.name} vs ${message.right.name}` : null;
}

function renderNotice({ feedback, messageId }: MailRow): RenderedMail | CalledOff {
  const told = feedback && toldOf(feedback);
  if (!told) return { calledOff: "The message was erased." };
  if (feedback.state === "spam") return { calledOff: "The message is in the spam." };
  const { name, email } = told;
  return {
    ...toEditors(feedbackMail(told), messageId),
    ...(email !== null && { replyTo: { name: oneLine(name ?? ""), address: email } }),
  };
}

async function renderDigest({ id, messageId }: MailRow): Promise<RenderedMail | CalledOff> {
  const where = { noticeId: id, message: { not: null }, state: { not: "spam" } } as const;
  const [rows, total] = await Promise.all([
    db().feedback.findMany({ where, orderBy: { number: "asc" }, take: MOST_TOLD, select: MESSAGE }),
    db().feedback.count({ where }),
  ]);
  const messages = rows.flatMap((row) => toldOf(row) ?? []);
  if (messages.length === 0) return { calledOff: "The messages were erased." };
  const inboxLink = `${requireEnv().SITE_URL}/admin/feedback`;
  return toEditors(digestMail({ messages, more: total - messages.length, inboxLink }), messageId);
}

function toldOf(row: MessageRow): ToldMessage | null {
  const { id, number, message, builtWith, name, email, wouldPick } = row;
  if (message === null) return null;
  return {
    number,
    about: aboutOf(row),
    wouldPick: wouldPick?.name ?? null,
    message,
    builtWith,
    name,
    email,
    deskLink: `${requireEnv().SITE_URL}/admin/feedback/${id}`,
  };
}

/** Marked as sent by a program: an answer from an editor who is away must not go to the reader. */
function toEditors(content: Content, messageId: string): RenderedMail {
  const headers = { "Auto-Submitted": "auto-generated" };
  return { ...content, recipients: requireEnv().FEEDBACK_TO, messageId, headers };
}

async function renderToReader(row: MailRow): Promise<RenderedMail | CalledOff> {
  const { kind, number, state, feedback, messageId } = row;
  const address = feedback?.email;
  if (!feedback || !address) return { calledOff: "The reader's address was erased." };
  const content = sayToReader(row, feedback);
  if ("calledOff" in content) return content;
  const others = await db().mail.findMany({
    where: {
      feedbackId: feedback.id,
      kind: { in: ["acknowledgement", "reply", "outcome"] },
      state: { in: ["queued", "sent"] },
    },
    orderBy: { number: "asc" },
    select: { number: true, kind: true, state: true, messageId: true },
  });
  const newer = others.some((other) => other.kind === "outcome" && other.number > number);
  if (kind === "outcome" && state !== "sent" && newer) {
    return { calledOff: "A newer mail tells of the outcome." };
  }
  const root = threadId(feedback.id);
  const earlier = others.filter((other) => other.state === "sent" && other.number < number);
  const automatic = { acknowledgement: "auto-replied", outcome: "auto-generated" }[kind as string];
  return {
    ...content,
    recipients: [address],
    messageId,
    inReplyTo: root,
    references: [root, ...earlier.map((mail) => mail.messageId)],
    headers: automatic === undefined ? {} : { "Auto-Submitted": automatic },
  };
}

function sayToReader({ kind, event }: MailRow, feedback: MessageRow): Content | CalledOff {
  const about = aboutOf(feedback);
  const statusLink = `${requireEnv().SITE_URL}/feedback/status/${feedback.statusToken}`;
  if (kind === "acknowledgement") return acknowledgementMail({ about, statusLink });
  if (kind === "reply") {
    if (!event?.text) return { calledOff: "The reply was erased." };
    return replyMail({ about, text: event.text, statusLink });
  }
  return sayOutcome(feedback, { about, statusLink });
}

function sayOutcome(feedback: MessageRow, facts: { about: string | null; statusLink: string }) {
  const { state, outcomeReason: reason, revisionId } = feedback;
  if (state !== "accepted" && state !== "declined") {
    return { calledOff: "The message is neither accepted nor declined." };
  }
  return outcomeMail({ ...facts, accepted: state === "accepted", reason, changed: revisionId !== null });
}

function renderTest({ requestedBy, messageId }: MailRow): RenderedMail | CalledOff {
  if (!requestedBy) return { calledOff: "Nobody is known to have asked for it." };
  const { name, email } = requestedBy;
  const headers = { "Auto-Submitted": "auto-generated" };
  return { ...testMail({ name, site: requireEnv().SITE_URL }), recipients: [email], messageId, headers };
}
