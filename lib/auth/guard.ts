import "server-only";
import { safeCallback } from "./callback-url";
import { can, permissionOf } from "./permissions";
import { findActorWith } from "./queries";
import { readSessionCookie } from "./session-cookie";

export type Gate = { kind: "open" } | { kind: "elsewhere"; path: string } | { kind: "forbidden" };

/**
 * Whether whoever shows a session's cookie may see an address below /admin. Those who are not signed in are led to
 * the sign-in, which brings them back; those who are and open the sign-in are led on.
 */
export async function guardAdmin(asked: { url: URL; cookie: string | undefined }): Promise<Gate> {
  const { url, cookie } = asked;
  const segments = url.pathname.split("/").slice(2);
  const permission = permissionOf(segments);
  const signIn = segments[0] === "sign-in";
  if (permission === null && !signIn) return { kind: "open" };
  const secret = await readSessionCookie(cookie);
  const actor = secret === null ? null : await findActorWith(secret, { now: new Date() });
  if (permission === null) {
    if (!actor) return { kind: "open" };
    return { kind: "elsewhere", path: safeCallback(url.searchParams.get("callbackUrl")) };
  }
  if (actor) return can(actor.role, permission) ? { kind: "open" } : { kind: "forbidden" };
  const query = new URLSearchParams({ callbackUrl: url.pathname + url.search });
  if (cookie) query.set("error", "SessionExpired");
  return { kind: "elsewhere", path: `/admin/sign-in?${query}` };
}
