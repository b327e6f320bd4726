import "server-only";
import { db } from "../db";
import { requireEnv } from "../env";
import { bounded, type Failure, isForGood, LONGEST, readFailure } from "./failure";
import { MAIL_IS_OFF, queueMail } from "./outbox-mutations";
import { MOST_TOLD, renderMail } from "./render-queries";
import { findTransport } from "./transport";
import type { RenderedMail } from "./types";

const MINUTE_MS = 60_000;

/** However slowly a server answers, a try ends. */
const PATIENCE_MS = 15_000;

/** What is refused for good is tried so often, over so long: a server that is being set up may refuse anything. */
const REFUSED_TRIES = 5;
const REFUSED_FOR_MS = 80_000;

/** What was tried so lately is not tried for the sake of another. */
const JUST_MS = 10_000;

/** A mail that the server does not take, while it takes others, holds up the later ones for so long. */
const HOLDS_UP_MS = 30 * MINUTE_MS;

/** graphile-worker's back-off: e^n seconds after the n-th try, at most e^10. */
const LONGEST_EXPONENT = 10;

const TO_EDITORS = ["feedback", "digest"] as const;

const ROW = {
  id: true,
  number: true,
  kind: true,
  state: true,
  feedbackId: true,
  delivered: true,
  attempts: true,
  createdAt: true,
  notBefore: true,
  triedAt: true,
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findQueued>>>;

export type Delivery = {
  mailId: string;
  /** Which try of its job this is, from 1, and whether there is none after it. */
  attempt: number;
  lastAttempt: boolean;
  now: () => Date;
  /** Cuts off the mail that is under way. */
  signal: AbortSignal;
};

/**
 * Sends a mail, and before it whatever is due of the older ones to the same people. Returns when the mail is sent, or
 * will not be; throws what its job is to keep and try again after.
 */
export async function deliverMail(delivery: Delivery): Promise<void> {
  const own = await findQueued(delivery.mailId);
  if (!own) return;
  let after = 0;
  for (;;) {
    const older = await findOlder(own, after, delivery.now());
    if (!older) break;
    if (isJustTried(older, delivery.now())) {
      return putOff(own, `Waits for mail ${older.number}, which was tried just now.`, delivery);
    }
    const problem = await tryMail(older, delivery, false);
    if (problem && holdsUp(older, problem, delivery.now())) {
      return putOff(own, `Waits for mail ${older.number}: ${problem.text}`, delivery);
    }
    after = older.number;
  }
  const problem = await tryMail(own, delivery, true);
  if (problem && !problem.over) throw new Error(problem.text);
}

function findQueued(mailId: string) {
  return db().mail.findUnique({ where: { id: mailId, state: "queued" }, select: ROW });
}

function findOlder(own: Row, after: number, now: Date): Promise<Row | null> {
  const lane = laneOf(own);
  if (!lane) return Promise.resolve(null);
  return db().mail.findFirst({
    where: { ...lane, state: "queued", number: { gt: after, lt: own.number }, notBefore: { lte: now } },
    orderBy: { number: "asc" },
    select: ROW,
  });
}

/** The mails among which the order is kept: those to the editors, and those to one reader about one message. */
function laneOf({ kind, feedbackId }: Row) {
  if (isToEditors(kind)) return { kind: { in: [...TO_EDITORS] } };
  return feedbackId === null ? null : { feedbackId, kind: { notIn: [...TO_EDITORS] } };
}

function isToEditors(kind: Row["kind"]): boolean {
  return (TO_EDITORS as readonly string[]).includes(kind);
}

/** Each mail that waits would have the oldest one tried again at once, however often that was done just now. */
function isJustTried({ triedAt, delivered }: Row, now: Date): boolean {
  return triedAt !== null && delivered.length === 0 && now.getTime() - triedAt.getTime() < JUST_MS;
}

/** A server that cannot be reached takes the later ones no sooner; one that greylists will take this one shortly. */
function holdsUp({ createdAt, notBefore }: Row, problem: Problem, now: Date): boolean {
  if (problem.over || problem.takenBySome) return false;
  if (problem.unreachable) return true;
  return now.getTime() - Math.max(createdAt.getTime(), notBefore.getTime()) < HOLDS_UP_MS;
}

/** `over`: it will not be tried again. */
type Problem = Failure & { over: boolean; takenBySome: boolean };

/**
 * What servers have taken and the database has not been told of, by mail: it was away. Such a mail is not sent again by
 * this process.
 */
const taken = new Map<string, string[]>();

/** Tries one mail and writes down what came of it. Null: it is sent, or called off. */
async function tryMail(row: Row, delivery: Delivery, isOwn: boolean): Promise<Problem | null> {
  const { now, signal } = delivery;
  signal.throwIfAborted();
  // From here on no further message joins a digest: those that are joining it hold the row until they have.
  const { count } = await db().mail.updateMany({
    where: { id: row.id, state: "queued" },
    data: { attempts: { increment: 1 }, triedAt: now() },
  });
  if (count === 0) return null;
  if (row.kind === "digest") await splitDigest(row, now());
  const mail = await renderMail(row.id);
  if (!mail || "calledOff" in mail) return callOff(row, mail?.calledOff ?? "");
  if (mail.recipients.length === 0) return callOff(row, "FEEDBACK_TO is not set.");
  const had = new Set([...row.delivered, ...(taken.get(row.id) ?? [])]);
  const left = mail.recipients.filter((address) => !had.has(address));
  const result = left.length === 0 ? { accepted: [], failure: null } : await hand(row, mail, left, signal);
  const delivered = [...had, ...result.accepted];
  taken.set(row.id, delivered);
  const problem = result.failure && judge(row, result.failure, delivered, delivery, isOwn);
  await writeDown(row, { delivered, problem }, delivery, isOwn);
  taken.delete(row.id);
  return problem;
}

/** What is too much for one mail goes to a digest of its own, which follows. */
async function splitDigest({ id }: Row, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    const rest = await tx.feedback.findMany({
      where: { noticeId: id, message: { not: null }, state: { not: "spam" } },
      orderBy: { number: "asc" },
      skip: MOST_TOLD,
      select: { id: true },
    });
    if (rest.length === 0) return;
    const next = await queueMail(tx, { kind: "digest", notBefore: now });
    await tx.feedback.updateMany({
      where: { id: { in: rest.map((message) => message.id) } },
      data: { noticeId: next.id },
    });
  });
}

function judge(row: Row, failure: Failure, delivered: string[], delivery: Delivery, isOwn: boolean): Problem {
  const age = delivery.now().getTime() - row.createdAt.getTime();
  const refused = failure.forGood && row.attempts + 1 >= REFUSED_TRIES && age >= REFUSED_FOR_MS;
  // One that we cut off ourselves is no try.
  const over = refused || (isOwn && delivery.lastAttempt && !delivery.signal.aborted);
  return { ...failure, over, takenBySome: delivered.length > 0 };
}

type Handed = { accepted: string[]; failure: Failure | null };

/** Hands a mail to the server for those who have not had it yet. */
async function hand(row: Row, mail: RenderedMail, left: string[], signal: AbortSignal): Promise<Handed> {
  const { MAIL_FROM } = requireEnv();
  const transport = findTransport();
  // What was queued while there was a mail server waits for the next one.
  if (!transport) return { accepted: [], failure: { text: MAIL_IS_OFF, unreachable: true, forGood: false } };
  const { messageId, inReplyTo, references, replyTo, recipients, subject, text, html, headers } = mail;
  const late = AbortSignal.timeout(PATIENCE_MS);
  try {
    const info = await transport.sendMail({
      from: MAIL_FROM,
      // As objects they are one address each, whatever is in them.
      to: recipients.map((address) => ({ name: "", address })),
      envelope: { from: MAIL_FROM ?? "", to: left },
      ...(replyTo && { replyTo }),
      subject,
      text,
      html,
      messageId: `<${messageId}>`,
      ...(inReplyTo && { inReplyTo: `<${inReplyTo}>` }),
      ...(references && { references: references.map((id) => `<${id}>`) }),
      headers,
      signal: AbortSignal.any([signal, late]),
    });
    const refusals: Refusal[] = info.rejectedErrors ?? [];
    if (refusals.length === 0) return { accepted: left, failure: null };
    const refused = refusals.map(({ recipient }) => recipient);
    const accepted = left.filter((address) => !refused.includes(address));
    return { accepted, failure: failureOf(refusals) };
  } catch (error) {
    const { rejectedErrors } = error as { rejectedErrors?: Refusal[] };
    if (isToEditors(row.kind) && rejectedErrors?.length)
      return { accepted: [], failure: failureOf(rejectedErrors) };
    const failure = readFailure(error);
    if (signal.aborted) failure.text = "We stopped while the mail was under way.";
    else if (late.aborted) failure.text = `The mail server took more than ${PATIENCE_MS / 1000} seconds.`;
    return { accepted: [], failure };
  }
}

/** What nodemailer says of a recipient that the server refused. */
type Refusal = { recipient?: string; response?: string; responseCode?: number };

/** Who was refused and why: of mails to the editors, whose addresses are no secret. */
function failureOf(refusals: Refusal[]): Failure {
  const texts = refusals.map(
    ({ recipient, response }) => `${recipient} was refused: ${bounded(response ?? "without a reason")}`,
  );
  const text = texts.join("; ").slice(0, LONGEST).toWellFormed();
  return { text, unreachable: false, forGood: refusals.every(isForGood) };
}

async function writeDown(
  row: Row,
  { delivered, problem }: { delivered: string[]; problem: Problem | null },
  delivery: Delivery,
  isOwn: boolean,
): Promise<void> {
  const now = delivery.now();
  // A reader's address is kept in one place, from which it is erased.
  const kept = isToEditors(row.kind) ? delivered : [];
  const data = problem
    ? {
        delivered: kept,
        error: problem.text,
        ...(problem.over && { state: "failed" as const, nextTryAt: null }),
        ...(!problem.over && isOwn && { nextTryAt: nextTry(delivery.attempt, now) }),
      }
    : { delivered: kept, state: "sent" as const, sentAt: now, error: null, nextTryAt: null };
  await db().mail.updateMany({ where: { id: row.id, state: "queued" }, data });
}

function nextTry(attempt: number, now: Date): Date {
  return new Date(now.getTime() + Math.exp(Math.min(attempt, LONGEST_EXPONENT)) * 1_000);
}

async function callOff(row: Row, why: string): Promise<null> {
  await db().mail.updateMany({
    where: { id: row.id, state: "queued" },
    data: { state: "unsent", error: why, nextTryAt: null },
  });
  return null;
}

/** The mail was not tried: those before it come first. */
async function putOff(own: Row, why: string, { attempt, lastAttempt, now }: Delivery): Promise<void> {
  const error = why.slice(0, LONGEST).toWellFormed();
  await db().mail.updateMany({
    where: { id: own.id, state: "queued" },
    data: lastAttempt
      ? { state: "failed", error, nextTryAt: null }
      : { error, nextTryAt: nextTry(attempt, now()) },
  });
  if (!lastAttempt) throw new Error(error);
}
