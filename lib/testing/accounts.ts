import { randomUUID } from "node:crypto";
import type { Role } from "../auth/permissions";
import type { Actor } from "../auth/types";
import { db } from "../db";

/** An account in the test file's database, as whoever is signed in with it; `name` is the address as well. */
export async function makeActor(role: Role, name: string): Promise<Actor> {
  const email = `${name.toLowerCase()}@nicepick.example`;
  const { id } = await db().user.create({ data: { email, name, role }, select: { id: true } });
  return { id, sessionId: randomUUID(), name, email, role };
}
