/** What may be wrong with signing in, by the name that the sign-in page finds in its address, and what it says. */
export const SIGN_IN_ERRORS = {
  CredentialsSignin: "The address or the password is wrong.",
  Throttled: "Too many tries. Wait a while before the next one.",
  NoAccount: "There is no account here for that address. An owner can invite you.",
  SessionExpired:
    "You were signed out, because you were away for a while or signed out elsewhere. Sign in to go on.",
  OtherSite: "Signing in there did not work. Try again, or use your password.",
  Offline: "We cannot reach the site. Check your connection.",
  Unavailable: "We cannot reach our records right now. Try again in a moment.",
  Failed: "Signing in did not work. Try again.",
} as const;

export type SignInError = keyof typeof SIGN_IN_ERRORS;

/** next-auth's names for what went wrong between us and the other site. */
const OTHER_SITE = new Set([
  "OAuthSignin",
  "OAuthCallback",
  "Callback",
  "OAuthAccountNotLinked",
  "AccessDenied",
]);

/** Our name for what an address says went wrong; null when it says nothing. */
export function knownError(name: string | null | undefined): SignInError | null {
  if (!name) return null;
  if (Object.hasOwn(SIGN_IN_ERRORS, name)) return name as SignInError;
  return OTHER_SITE.has(name) ? "OtherSite" : "Failed";
}

/** What to say for the name of an error, and when to try again where that is known. */
export function signInMessage(name: string, retryAfter: number | null = null): string {
  const known = knownError(name) ?? "Failed";
  if (known !== "Throttled" || retryAfter === null) return SIGN_IN_ERRORS[known];
  return `Too many tries. Try again in ${duration(retryAfter)}.`;
}

function duration(seconds: number): string {
  const [count, unit] = seconds < 60 ? [seconds, "second"] : [Math.ceil(seconds / 60), "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
