import "server-only";
import type { TokenPurpose } from "@/prisma/generated/client";
import type { DbOrTransaction } from "../db";
import { hashSecret, makeSecret } from "./secrets";
import type { LiveToken } from "./token-queries";

const TOKEN_MS = 60 * 60_000;

/**
 * Makes a token for one purpose that works once, within the hour, and returns its secret: the only time that anybody
 * has it. Earlier ones for the same user and purpose stop working.
 */
export async function issueToken(
  tx: DbOrTransaction,
  { purpose, userId }: { purpose: TokenPurpose; userId: string | null },
): Promise<string> {
  const secret = makeSecret();
  await tx.token.deleteMany({ where: { purpose, userId, usedAt: null } });
  await tx.token.create({
    data: { purpose, userId, secretHash: hashSecret(secret), expiresAt: new Date(Date.now() + TOKEN_MS) },
    select: { id: true },
  });
  return secret;
}

/**
 * Uses a token up: one statement, so that of any number that come at once one gets it. Null for a token that is
 * unknown, used, expired, for another purpose, or whose user has been disabled.
 */
export async function redeemToken(
  tx: DbOrTransaction,
  { secret, purpose }: { secret: string; purpose: TokenPurpose },
): Promise<LiveToken | null> {
  const [redeemed] = await tx.$queryRaw<LiveToken[]>`
    UPDATE "Token" SET "usedAt" = ${new Date()}
    WHERE "secretHash" = ${hashSecret(secret)} AND "purpose" = ${purpose}::"TokenPurpose"
      AND "usedAt" IS NULL AND "expiresAt" > ${new Date()}
      AND NOT EXISTS (SELECT 1 FROM "User" WHERE "User"."id" = "Token"."userId" AND "disabledAt" IS NOT NULL)
    RETURNING "userId"`;
  return redeemed ?? null;
}
