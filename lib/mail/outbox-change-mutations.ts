import "server-only";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import type { Actor } from "../auth/types";
import { type DbOrTransaction, db } from "../db";
import { addMailJob, queueMail } from "./outbox-mutations";
import { isMailOn } from "./transport";

/** In one transaction: a long outage leaves thousands. */
const AT_ONCE = 200;

/**
 * Sends a mail again that failed or was not sent: as the same mail, to whoever has not had it. Refused for one that is
 * sent or on its way.
 */
export async function resendMail(input: { id: string; actor: Actor }): Promise<ActionResult<null>> {
  if (!isMailOn()) return refuseOff();
  const { id, actor } = input;
  return db().$transaction(async (tx) => {
    const mail = await holdMail(tx, id);
    if (!mail) return refuse("not-found", "There is no such mail.");
    if (mail.state === "sent") return refuse("conflict", "This mail was sent already.");
    if (mail.state === "queued") return refuse("conflict", "This mail is on its way already.");
    await requeue(tx, mail);
    await recordAudit(tx, { by: actor, action: "mail.resend", item: { name: `mail ${mail.number}` } });
    return done(null);
  });
}

/** Sends all those again that have failed so far, oldest first. */
export async function resendFailedMails(input: { actor: Actor }): Promise<ActionResult<{ count: number }>> {
  if (!isMailOn()) return refuseOff();
  const newest = await db().mail.aggregate({ where: { state: "failed" }, _max: { number: true } });
  const last = newest._max.number ?? 0;
  let count = 0;
  for (;;) {
    const found = await db().$transaction((tx) => resendSome(tx, { last, actor: input.actor }));
    if (found === 0) return done({ count });
    count += found;
  }
}

async function resendSome(tx: DbOrTransaction, some: { last: number; actor: Actor }): Promise<number> {
  const mails = await tx.$queryRaw<Held[]>`
    SELECT id::text, number, kind::text, state::text, delivered FROM "Mail"
    WHERE state = 'failed' AND number <= ${some.last} ORDER BY number LIMIT ${AT_ONCE} FOR UPDATE`;
  for (const mail of mails) await requeue(tx, mail);
  if (mails.length > 0) {
    const name = mails.length === 1 ? "1 mail" : `${mails.length} mails`;
    await recordAudit(tx, { by: some.actor, action: "mail.resend-failed", item: { name } });
  }
  return mails.length;
}

/** Queues a mail to the address of whoever asks for it. */
export async function queueTestMail(input: { actor: Actor }): Promise<ActionResult<{ id: string }>> {
  if (!isMailOn()) return refuseOff();
  const { actor } = input;
  return db().$transaction(async (tx) => {
    const { id } = await queueMail(tx, { kind: "test", requestedById: actor.id });
    await recordAudit(tx, { by: actor, action: "mail.test", item: { name: actor.email } });
    return done({ id });
  });
}

type Held = { id: string; number: number; kind: string; state: string; delivered: string[] };

async function holdMail(tx: DbOrTransaction, id: string): Promise<Held | null> {
  const [mail] = await tx.$queryRaw<Held[]>`
    SELECT id::text, number, kind::text, state::text, delivered FROM "Mail" WHERE id = ${id}::uuid FOR UPDATE`;
  return mail ?? null;
}

async function requeue(tx: DbOrTransaction, { id, kind, delivered }: Held): Promise<void> {
  // Messages join a digest that was not tried yet. One that some of the editors have had takes in no more.
  const closed = kind === "digest" && delivered.length > 0;
  await tx.mail.update({
    where: { id },
    data: { state: "queued", attempts: closed ? 1 : 0, error: null, nextTryAt: null },
    select: { id: true },
  });
  await addMailJob(tx, { id });
}

function refuseOff(): Refusal {
  return refuse("conflict", "Mail is off: SMTP_URL is not set.");
}
