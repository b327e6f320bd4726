import "server-only";
import { recordAudit } from "../audit/mutations";
import type { Db } from "../db";
import { isUniqueViolation } from "../errors";
import type { Role } from "./permissions";
import { issueToken } from "./token-mutations";

// What the operator does at a terminal, where no owner can: no mail goes out, the secret of the link is returned.

const BY = { name: "command line" };

export type Issued = { ok: true; secret: string } | { ok: false; problem: string };

/** Makes an account that waits for its owner to choose a password. `email` is in lower case. */
export async function createUserAtTerminal(
  db: Db,
  user: { email: string; name: string; role: Role },
): Promise<Issued> {
  const { email, name, role } = user;
  const creation = db.$transaction(async (tx): Promise<Issued> => {
    const { id } = await tx.user.create({ data: { email, name, role }, select: { id: true } });
    await recordAudit(tx, { by: BY, action: "user.create", item: { id, name: email }, detail: { role } });
    return { ok: true, secret: await issueToken(tx, { purpose: "invite", userId: id }) };
  });
  return creation.catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    return { ok: false, problem: `There is an account with the address ${email} already.` };
  });
}

/** Gives out a link to choose a new password with. Until it is used nothing changes for the account. */
export async function resetUserAtTerminal(db: Db, { email }: { email: string }): Promise<Issued> {
  return db.$transaction(async (tx): Promise<Issued> => {
    const user = await tx.user.findUnique({ where: { email }, select: { id: true, disabledAt: true } });
    if (!user) return { ok: false, problem: `There is no account with the address ${email}.` };
    if (user.disabledAt) {
      return { ok: false, problem: `The account ${email} is disabled. An owner can enable it.` };
    }
    await recordAudit(tx, { by: BY, action: "user.reset", item: { id: user.id, name: email } });
    return { ok: true, secret: await issueToken(tx, { purpose: "reset", userId: user.id }) };
  });
}
