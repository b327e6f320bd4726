import "server-only";
import { IDLE_MS } from "../auth/session-rules";
import { findToken } from "../auth/token-queries";
import { type DbOrTransaction, db } from "../db";
import { deviceName } from "./device-name";
import type { Account, Device } from "./types";

/** As many accounts as a list shows. */
export const MOST_ACCOUNTS = 500;

type Row = Omit<Account, "seenAt"> & { seenAt: Date | null };

/** All accounts by name, one more than `MOST_ACCOUNTS` when there are more. */
export async function listAccounts(now: Date): Promise<Account[]> {
  const idleSince = new Date(now.getTime() - IDLE_MS);
  const rows = await db().$queryRaw<Row[]>`
    SELECT account.id, account.name, account.email, account.role::text AS role, account.version,
      session."seenAt",
      CASE WHEN account."disabledAt" IS NOT NULL THEN 'disabled'
        WHEN account."passwordHash" IS NULL AND NOT account.named THEN 'invited' ELSE 'active' END AS state,
      account."passwordHash" IS NULL AND NOT account.named AS removable
    FROM (
      SELECT *, EXISTS (SELECT 1 FROM "Session" WHERE "userId" = "User".id)
        OR EXISTS (SELECT 1 FROM "Draft" WHERE "authorId" = "User".id OR "updatedById" = "User".id) AS named
      FROM "User" ORDER BY lower(name) COLLATE "C", id LIMIT ${MOST_ACCOUNTS + 1}::int
    ) AS account
    LEFT JOIN LATERAL (
      SELECT max("seenAt") AS "seenAt" FROM "Session"
      WHERE "userId" = account.id AND "expiresAt" > ${now} AND "seenAt" > ${idleSince}
    ) AS session ON true
    ORDER BY lower(account.name) COLLATE "C", account.id`;
  return rows.map((row) => ({ ...row, seenAt: row.seenAt?.toISOString() ?? null }));
}

/** Whether anything in the records names an account, so that it cannot go without them. */
export async function hasHistory(tx: DbOrTransaction, id: string): Promise<boolean> {
  const only = { select: { id: true } } as const;
  const found = [
    await tx.auditEntry.findFirst({ where: { actorId: id }, ...only }),
    await tx.revision.findFirst({ where: { actorId: id }, ...only }),
    await tx.draft.findFirst({ where: { OR: [{ authorId: id }, { updatedById: id }] }, ...only }),
    await tx.previewLink.findFirst({ where: { createdById: id }, ...only }),
    await tx.feedback.findFirst({ where: { assigneeId: id }, ...only }),
  ];
  return found.some((row) => row !== null);
}

/** The browsers in which somebody is signed in, last used first; `current` is the session that asks. */
export async function listDevices(asked: { userId: string; current: string; now: Date }): Promise<Device[]> {
  const { userId, current, now } = asked;
  const sessions = await db().session.findMany({
    where: { userId, expiresAt: { gt: now }, seenAt: { gt: new Date(now.getTime() - IDLE_MS) } },
    orderBy: [{ seenAt: "desc" }, { id: "asc" }],
    select: { id: true, device: true, seenAt: true, createdAt: true },
  });
  return sessions.map(({ id, device, seenAt, createdAt }) => ({
    id,
    name: deviceName(device),
    seenAt: seenAt.toISOString(),
    since: createdAt.toISOString(),
    current: id === current,
  }));
}

/** Whether an account signs in with a password of its own. */
export async function hasPassword(id: string): Promise<boolean> {
  const user = await db().user.findUnique({ where: { id }, select: { passwordHash: true } });
  return user?.passwordHash != null;
}

/** Whose a link is, while it works; null when it does not. */
export async function findLinkOwner(asked: {
  secret: string;
  purpose: "invite" | "reset";
}): Promise<{ name: string; email: string } | null> {
  const token = await findToken(asked);
  if (!token?.userId) return null;
  return db().user.findUnique({ where: { id: token.userId }, select: { name: true, email: true } });
}
