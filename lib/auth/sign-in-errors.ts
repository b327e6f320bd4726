/** What may be wrong with signing in, by the name that the sign-in page finds in its address, and what it says. */
export const SIGN_IN_ERRORS = {
  CredentialsSignin: "That is not the e-mail address and password of an account.",
  Throttled: "Too many tries. Wait a while before the next one.",
  NoAccount: "There is no account here for that address. An owner can invite you.",
  SessionExpired:
    "You were signed out, because you were away for a while or signed out elsewhere. Sign in to go on.",
  OtherSite: "Signing in there did not work. Try again, or use your password.",
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
