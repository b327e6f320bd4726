import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { can, type Permission } from "./permissions";
import { findActorWith } from "./queries";
import { readSessionCookie, sessionCookieName } from "./session-cookie";
import type { Actor } from "./types";

/**
 * Whoever is signed in, as the database has it now; null for everybody else. Asked for once a page. `background` is
 * for what a page asks by itself, without anybody there: it does not keep the session from counting as idle.
 */
export function findActor(options: { background?: boolean } = {}): Promise<Actor | null> {
  return readActor(options.background ?? false);
}

const readActor = cache(async (background: boolean): Promise<Actor | null> => {
  const cookie = (await cookies()).get(sessionCookieName());
  const secret = await readSessionCookie(cookie?.value);
  return secret === null ? null : findActorWith(secret, { now: new Date(), background });
});

/** For pages: whoever is signed in and may do this. Everybody else is led to the sign-in, or told that they may not. */
export async function requireActor(permission: Permission): Promise<Actor> {
  const actor = await findActor();
  if (!actor) redirect("/admin/sign-in");
  if (!can(actor.role, permission)) redirect("/admin/forbidden");
  return actor;
}
