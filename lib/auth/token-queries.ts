import "server-only";
import type { TokenPurpose } from "@/prisma/generated/client";
import { db } from "../db";
import { hashSecret } from "./secrets";

/** A token that works. `userId` is whose it is; a token to set up the first owner is nobody's. */
export type LiveToken = { userId: string | null };

/** Whether a token would work now, for showing its form. Looking does not use it up. */
export async function findToken(asked: { secret: string; purpose: TokenPurpose }): Promise<LiveToken | null> {
  const token = await db().token.findUnique({
    where: { secretHash: hashSecret(asked.secret) },
    relationLoadStrategy: "join",
    select: {
      purpose: true,
      usedAt: true,
      expiresAt: true,
      userId: true,
      user: { select: { disabledAt: true } },
    },
  });
  const live = token?.purpose === asked.purpose && token.usedAt === null && token.expiresAt > new Date();
  return live && !token.user?.disabledAt ? { userId: token.userId } : null;
}
