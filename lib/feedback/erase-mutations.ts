import "server-only";
import type { z } from "zod";
import { namedProblems } from "../actions/respond";
import { type ActionResult, done, refuse } from "../actions/result";
import { type By, recordAudit } from "../audit/mutations";
import type { Actor } from "../auth/types";
import { type DbOrTransaction, db } from "../db";
import { callOffMails } from "./call-off-mutations";
import { eraseByReaderSchema, type eraseSchema } from "./schema";
import { changeFeedback, eventOf, type Held, type Stand, standOf } from "./state-mutations";
import { findIdByToken } from "./status-queries";
import { auditItem } from "./work-mutations";

/**
 * Takes everything out of messages that somebody wrote in them or that leads to whoever did, and out of what was
 * written about them: notes, replies, mails that wait. What they came to stays, and which side they were for.
 */
export async function eraseFeedback(
  tx: DbOrTransaction,
  input: { ids: string[]; by: By; now: Date },
): Promise<void> {
  const { ids, by, now } = input;
  // The key and the hash make a second delivery the same message: at random, they say nothing and match nothing.
  await tx.$executeRaw`
    UPDATE "Feedback" SET message = NULL, "builtWith" = NULL, name = NULL, email = NULL, "textHash" = NULL,
      "emailHash" = NULL, "networkHash" = NULL, key = gen_random_uuid()::text, "contentHash" = gen_random_uuid()::text,
      version = version + 1, "erasedAt" = ${now}, "namesErasedAt" = COALESCE("namesErasedAt", ${now})
    WHERE id = ANY(${ids}::uuid[])`;
  await tx.feedbackEvent.updateMany({ where: { feedbackId: { in: ids } }, data: { text: null } });
  await callOffMails(tx, { feedbackIds: ids, to: "all", why: "Erased." });
  await tx.feedbackEvent.createMany({
    data: ids.map((id) => ({
      ...eventOf({ id }, by, now),
      kind: "erasure" as const,
      after: { what: "all" },
    })),
  });
}

/** The reader has confirmed on their status page that the message is to go. Asked again, it is gone already. */
export async function eraseByReader(call: {
  fields: unknown;
  now: Date;
}): Promise<ActionResult<{ statusPath: string }>> {
  const parsed = eraseByReaderSchema.safeParse(call.fields);
  if (!parsed.success) {
    return refuse("invalid", "Nothing was erased.", { fields: namedProblems(parsed.error) });
  }
  const { token } = parsed.data;
  const id = await findIdByToken(db(), token);
  if (id === null) return refuse("not-found", "There is no message behind this link.");
  const erased = await changeFeedback({ id }, (tx, held) =>
    eraseHeld(tx, held, { by: { name: "the reader" }, now: call.now }),
  );
  return erased.ok ? done({ statusPath: `/feedback/status/${token}` }) : erased;
}

export async function eraseByEditor(
  input: z.output<typeof eraseSchema> & { actor: Actor; now: Date },
): Promise<ActionResult<Stand>> {
  const { actor: by, now } = input;
  return changeFeedback(input, (tx, held) => eraseHeld(tx, held, { by, now }));
}

async function eraseHeld(
  tx: DbOrTransaction,
  held: Held,
  { by, now }: { by: By; now: Date },
): Promise<ActionResult<Stand>> {
  if (held.erasedAt !== null) return done(standOf(held));
  await eraseFeedback(tx, { ids: [held.id], by, now });
  await recordAudit(tx, { by, action: "feedback.erase", item: auditItem(held) });
  return done(standOf(held));
}
