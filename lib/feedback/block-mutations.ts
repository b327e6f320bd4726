import "server-only";
import type { z } from "zod";
import { type ActionResult, done, refuse } from "../actions/result";
import { recordAudit } from "../audit/mutations";
import type { Actor } from "../auth/types";
import type { DbOrTransaction } from "../db";
import { findBlock, hashOf } from "./block-queries";
import type { blockSchema } from "./schema";
import { changeFeedback, eventOf, type Held, type Stand, standOf } from "./state-mutations";
import { auditItem } from "./work-mutations";

type Block = z.output<typeof blockSchema> & { actor: Actor; now: Date };

/** What comes from the sender of a message goes to the spam from now on. The message itself stays where it is. */
export async function blockSender(input: Block): Promise<ActionResult<Stand>> {
  const { what, actor, now } = input;
  return changeFeedback({ id: input.id }, async (tx, held) => {
    const hash = hashOf(held, what);
    if (hash === null) return refuse("conflict", "It is not known any more where this came from.");
    const { count } = await tx.blockedSender.createMany({
      data: [{ hash, feedbackId: held.id, actor: actor.name, actorId: actor.id, createdAt: now }],
      skipDuplicates: true,
    });
    if (count > 0) await record(tx, held, { what, actor, now, blocked: true });
    return done(standOf(held));
  });
}

export async function unblockSender(input: Block): Promise<ActionResult<Stand>> {
  const { what, actor, now } = input;
  return changeFeedback({ id: input.id }, async (tx, held) => {
    const hash = await findBlock(tx, held, what);
    if (hash === null) return done(standOf(held));
    const { count } = await tx.blockedSender.deleteMany({ where: { hash } });
    if (count > 0) await record(tx, held, { what, actor, now, blocked: false });
    return done(standOf(held));
  });
}

async function record(
  tx: DbOrTransaction,
  held: Held,
  deed: { what: "network" | "email"; blocked: boolean; actor: Actor; now: Date },
): Promise<void> {
  const { what, blocked, actor, now } = deed;
  const data = { ...eventOf(held, actor, now), kind: "block", after: { what, blocked } } as const;
  await tx.feedbackEvent.create({ data, select: { id: true } });
  const action = blocked ? "feedback.block" : "feedback.unblock";
  await recordAudit(tx, { by: actor, action, item: auditItem(held), detail: { what } });
}
