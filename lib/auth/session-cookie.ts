import "server-only";
import { decode } from "next-auth/jwt";
import { requireEnv } from "../env";
import { requireSiteSecret } from "./secrets";

export function sessionCookieName(): string {
  return cookieName("session-token");
}

/** Where to go after another site has answered. */
export function callbackCookieName(): string {
  return cookieName("callback-url");
}

/** next-auth's own names: with https a browser takes such a cookie from https only. */
function cookieName(name: string): string {
  const secure = requireEnv().SITE_URL.startsWith("https:");
  return `${secure ? "__Secure-" : ""}next-auth.${name}`;
}

/** The secret of the session that a cookie's value holds; null for a value that we did not make. */
export async function readSessionCookie(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: requireSiteSecret() });
    return typeof token?.session === "string" ? token.session : null;
  } catch {
    return null;
  }
}
