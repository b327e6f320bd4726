import { randomUUID } from "node:crypto";
import { hashPassword } from "../auth/passwords";
import type { Role } from "../auth/permissions";
import { findActorWith } from "../auth/queries";
import { createSession } from "../auth/session-mutations";
import type { Actor } from "../auth/types";
import { db } from "../db";

export const PASSWORD = "correct horse battery";

let passwordHash: Promise<string> | undefined;

type Person = { role?: Role; name?: string; email?: string; invited?: boolean };

/** An account with `PASSWORD`, or, `invited`, one that has none yet. */
export async function addPerson(person: Person = {}) {
  const {
    role = "author",
    name = "Ada",
    email = `${randomUUID()}@nicepick.example`,
    invited = false,
  } = person;
  passwordHash ??= hashPassword(PASSWORD);
  return db().user.create({
    data: { email, name, role, passwordHash: invited ? null : await passwordHash },
  });
}

/** An account that is signed in, as an actor. */
export async function addActor(person: Person = {}): Promise<Actor> {
  const { id } = await addPerson(person);
  return signIn(id);
}

/** Signs an account in on one more device. */
export async function signIn(
  userId: string,
  device = "Mozilla/5.0 (X11; Linux) Firefox/140.0",
): Promise<Actor> {
  const now = new Date();
  const actor = await findActorWith(await createSession(db(), { userId, device, now }), { now });
  if (!actor) throw new Error("nobody is signed in");
  return actor;
}
