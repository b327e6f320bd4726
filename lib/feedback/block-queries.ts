import "server-only";
import type { DbOrTransaction } from "../db";

export type Sender = { id: string; emailHash: string | null; networkHash: string | null };

/**
 * Under which hash a message's sender is blocked; null where they are not. A hash that the message no longer has is
 * found by the block that was made from here.
 */
export async function findBlock(
  tx: DbOrTransaction,
  sender: Sender,
  what: "network" | "email",
): Promise<string | null> {
  const hash = hashOf(sender, what);
  const [block] =
    hash === null
      ? await tx.$queryRaw<{ hash: string }[]>`
          SELECT hash FROM "BlockedSender" WHERE "feedbackId" = ${sender.id}::uuid AND "createdAt" = (
            SELECT max(at) FROM "FeedbackEvent" WHERE "feedbackId" = ${sender.id}::uuid AND kind = 'block'
              AND after ->> 'what' = ${what}::text AND after ->> 'blocked' = 'true') LIMIT 1`
      : await tx.$queryRaw<{ hash: string }[]>`SELECT hash FROM "BlockedSender" WHERE hash = ${hash}`;
  return block?.hash ?? null;
}

export function hashOf({ emailHash, networkHash }: Sender, what: "network" | "email"): string | null {
  return what === "email" ? emailHash : networkHash;
}
