import "server-only";
import type { DbOrTransaction } from "../db";

// Mails that are not to be sent any more. Their jobs find them called off, and do nothing.

/** Calls off the mail about an outcome that nobody has tried to send yet; whether there was one. */
export async function callOffOutcome(tx: DbOrTransaction, feedbackId: string): Promise<boolean> {
  const { count } = await tx.mail.updateMany({
    where: { feedbackId, kind: "outcome", state: "queued", attempts: 0 },
    data: { state: "unsent", error: "The decision was changed before this was sent.", nextTryAt: null },
  });
  return count > 0;
}

/** Calls off whatever is queued about these messages, to the readers alone or to the editors as well. */
export async function callOffMails(
  tx: DbOrTransaction,
  input: { feedbackIds: string[]; to: "readers" | "all"; why: string },
): Promise<void> {
  const { feedbackIds, to, why } = input;
  const about = { feedbackId: { in: feedbackIds } };
  const kinds = [...TO_READERS, ...(to === "all" ? (["feedback"] as const) : [])];
  await tx.mail.updateMany({
    where: { ...about, kind: { in: kinds }, state: "queued" },
    data: { state: "unsent", error: why, nextTryAt: null },
  });
  // A mail server quotes the address that it refuses; what it took is listed by address.
  await tx.mail.updateMany({
    where: { ...about, kind: { in: [...TO_READERS] } },
    data: { delivered: [], recipientHash: null },
  });
  await tx.mail.updateMany({
    where: { ...about, kind: { in: [...TO_READERS] }, state: { in: ["sent", "failed"] } },
    data: { error: null },
  });
}

const TO_READERS = ["acknowledgement", "reply", "outcome"] as const;
