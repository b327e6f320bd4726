import "server-only";
import { type Refusal, refuse } from "../actions/result";
import type { Actor } from "../auth/types";
import type { DbOrTransaction } from "../db";
import { keepsAnOwner, type Owner } from "./policy";

/**
 * Makes those who change accounts take turns until their transaction ends, and gives the owners as they are then. The
 * lock is one that lets other rows go on naming the owners meanwhile.
 */
async function holdOwners(tx: DbOrTransaction): Promise<Owner[]> {
  return tx.$queryRaw<Owner[]>`
    SELECT id, "passwordHash" IS NOT NULL OR EXISTS (SELECT 1 FROM "Session" WHERE "userId" = "User".id) AS entered
    FROM "User" WHERE role = 'owner' AND "disabledAt" IS NULL ORDER BY id FOR NO KEY UPDATE`;
}

/** Null when the actor is an owner still, now that it is certain. Of two who demote each other only one is. */
export async function holdOffice(tx: DbOrTransaction, actor: Actor): Promise<Refusal | null> {
  const owners = await holdOwners(tx);
  const inOffice = owners.some(({ id }) => id === actor.id);
  return inOffice ? null : refuse("forbidden", "Your role does not allow this any more.");
}

/** The same, and null only if an owner is left when `leaving` is none any more. */
export async function holdOfficeWithout(
  tx: DbOrTransaction,
  { actor, leaving }: { actor: Actor; leaving: string },
): Promise<Refusal | null> {
  const owners = await holdOwners(tx);
  if (!owners.some(({ id }) => id === actor.id)) {
    return refuse("forbidden", "Your role does not allow this any more.");
  }
  if (keepsAnOwner(owners, leaving)) return null;
  return refuse("conflict", "The site needs an owner who can sign in, and this is the last one.");
}
