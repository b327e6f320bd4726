import "server-only";
import type { z } from "zod";
import { type ActionResult, done, type Refusal, refuse } from "../actions/result";
import type { Actor } from "../auth/types";
import type { DbOrTransaction } from "../db";
import { isUniqueViolation } from "../errors";
import { queueMail } from "../mail/outbox-mutations";
import { isMailOn } from "../mail/transport";
import type { replySchema } from "./schema";
import { standAs } from "./standing";
import { changeFeedback, eventOf, type Held, putState, type Stand, standOf } from "./state-mutations";
import { isClosed } from "./states";

type Reply = z.output<typeof replySchema> & { actor: Actor; now: Date };

/**
 * Answers a reader by mail. A new message is being read then; with `close`, one without an outcome counts as answered.
 * The same key again is the reply that is on its way already.
 */
export async function replyByMail(input: Reply): Promise<ActionResult<Stand>> {
  try {
    return await changeFeedback({ id: input.id }, (tx, held) => reply(tx, held, input));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return refuseKey();
  }
}

async function reply(tx: DbOrTransaction, held: Held, input: Reply): Promise<ActionResult<Stand>> {
  const { key, text, close, actor, now } = input;
  const before = await tx.feedbackEvent.findUnique({
    where: { id: key },
    select: { feedbackId: true, kind: true },
  });
  if (before) {
    const same = before.feedbackId === held.id && before.kind === "reply";
    return same ? done(standOf(held)) : refuseKey();
  }
  if (held.email === null) return refuse("conflict", "There is no e-mail address to answer to.");
  if (!isMailOn()) return refuse("conflict", "This site sends no mail.");
  const data = { id: key, ...eventOf(held, actor, now), kind: "reply", text } as const;
  await tx.feedbackEvent.create({ data, select: { id: true } });
  await queueMail(tx, { kind: "reply", feedbackId: held.id, eventId: key });
  const state = close && !isClosed(held.state) ? "answered" : held.state === "new" ? "open" : held.state;
  if (state === held.state) return done(standOf(held));
  return done(standOf(await putState(tx, held, { to: standAs(state, now), by: actor, now })));
}

function refuseKey(): Refusal {
  return refuse("conflict", "This is the key of another reply. Write it anew.");
}
