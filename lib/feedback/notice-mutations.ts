import "server-only";
import type { DbOrTransaction } from "../db";
import { mailableEditors, queueMail, threadId } from "../mail/outbox-mutations";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** More messages than this in the window come together in a digest. */
const WINDOW_MS = 10 * MINUTE_MS;
const SINGLE_MAILS = 5;
/** Readers who are thanked in an hour: anybody can name somebody else's address. */
const MOST_THANKED = 300;
/** How long a digest waits for company, where none was sent lately. */
const PATIENCE_MS = MINUTE_MS;

/**
 * Has the editors told of a message by mail: by one of its own, or, above five in ten minutes, by the digest that is
 * being gathered. What is gathered is sent first: the editors read messages in the order in which they came.
 */
export async function tellEditors(
  tx: DbOrTransaction,
  input: { feedbackId: string; now: Date },
): Promise<void> {
  const { feedbackId, now } = input;
  const noticeId = (await findOpenDigest(tx)) ?? (await queueNotice(tx, { feedbackId, now }));
  await tx.feedback.update({ where: { id: feedbackId }, data: { noticeId }, select: { id: true } });
}

/** Held until this transaction ends, so that the digest is not sent without the message that joins it here. */
async function findOpenDigest(tx: DbOrTransaction): Promise<string | null> {
  const [digest] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Mail" WHERE state = 'queued' AND kind = 'digest' AND attempts = 0
    ORDER BY number LIMIT 1 FOR SHARE`;
  return digest?.id ?? null;
}

async function queueNotice(tx: DbOrTransaction, input: { feedbackId: string; now: Date }): Promise<string> {
  const { feedbackId, now } = input;
  const single = { kind: "feedback", feedbackId, messageId: threadId(feedbackId) } as const;
  if (!mailableEditors()) return (await queueMail(tx, single)).id;
  // Whoever comes next counts this one, and finds the digest that it may have begun.
  await tx.$queryRaw`SELECT 1 AS one FROM (SELECT pg_advisory_xact_lock(hashtextextended('notice', 0))) AS held`;
  const begun = await findOpenDigest(tx);
  if (begun) return begun;
  const since = new Date(now.getTime() - WINDOW_MS);
  const singles = await tx.mail.count({ where: { kind: "feedback", createdAt: { gt: since } } });
  if (singles < SINGLE_MAILS) return (await queueMail(tx, single)).id;
  const last = await tx.mail.findFirst({
    where: { kind: "digest", notBefore: { gt: since } },
    orderBy: { number: "desc" },
    select: { notBefore: true },
  });
  const notBefore = new Date(
    Math.max(now.getTime() + PATIENCE_MS, (last?.notBefore.getTime() ?? 0) + WINDOW_MS),
  );
  return (await queueMail(tx, { kind: "digest", notBefore })).id;
}

/** Tells the reader that the message is here: at most once an hour for an address. */
export async function thankReader(
  tx: DbOrTransaction,
  input: { feedbackId: string; emailHash: string; now: Date },
): Promise<void> {
  const { feedbackId, emailHash: recipientHash, now } = input;
  await tx.$queryRaw`
    SELECT 1 AS one FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`thank ${recipientHash}`}::text, 0))) AS held`;
  const lately = { kind: "acknowledgement", createdAt: { gt: new Date(now.getTime() - HOUR_MS) } } as const;
  if ((await tx.mail.count({ where: { ...lately, recipientHash } })) > 0) return;
  if ((await tx.mail.count({ where: lately, take: MOST_THANKED })) >= MOST_THANKED) return;
  await queueMail(tx, { kind: "acknowledgement", feedbackId, recipientHash });
}
