import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { safeCallback } from "./callback-url";
import { oauthProviders, verifiedEmail } from "./oauth-providers";
import { findAccount } from "./queries";
import { signInSchema } from "./schema";
import { requireSiteSecret } from "./secrets";
import { beginSession, endSessionWith } from "./session-mutations";
import { LONGEST_MS } from "./session-rules";
import { checkCredentials, type SignInResult } from "./sign-in-mutations";

/** What one request to next-auth is about, and what came of it that next-auth has no words for. */
export type AuthCall = {
  address: string;
  device: string;
  /** The secret of the session that the browser shows already. */
  session: string | null;
  limited?: { retryAfter: number };
  /** The hash that the password was right for, where one was typed. */
  passwordHash?: string;
  /** The account changed while it was being signed in with. */
  outdated?: true;
  /** next-auth swallows what its callbacks throw: it is kept here. */
  fault?: unknown;
};

/** The options of next-auth for one request. Nothing else of ours knows next-auth but `session-cookie.ts`. */
export function authOptions(call: AuthCall): AuthOptions {
  return {
    secret: requireSiteSecret(),
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: (typed) => authorize(call, typed),
      }),
      ...oauthProviders(),
    ],
    // next-auth knows no other with credentials. The token holds the secret of a row, and the row decides.
    session: { strategy: "jwt", maxAge: LONGEST_MS / 1000 },
    pages: { signIn: "/admin/sign-in", error: "/admin/sign-in" },
    logger: { error: logError, warn() {}, debug() {} },
    callbacks: {
      redirect: ({ url, baseUrl }) => baseUrl + safeCallback(url, baseUrl),
      async signIn({ account, profile, user }) {
        if (!account || account.type === "credentials") return true;
        return keepFault(call, async () => {
          const email = verifiedEmail(account.provider, profile);
          const found = email === null ? null : await findAccount(email);
          if (!found || found.disabledAt) return "/admin/sign-in?error=NoAccount";
          user.id = found.id;
          return true;
        });
      },
      async jwt({ token, user }) {
        if (!user) return token;
        const { device, session: replaces } = call;
        const secret = await keepFault(call, () =>
          beginSession({
            ...{ userId: user.id, device, replaces, now: new Date() },
            passwordHash: call.passwordHash ?? null,
          }),
        );
        if (secret === null) call.outdated = true;
        return secret === null ? {} : { session: secret };
      },
    },
    events: {
      signOut: ({ token }) =>
        keepFault(call, async () => {
          if (typeof token?.session === "string") await endSessionWith(token.session);
        }),
    },
  };
}

/** next-auth shows what this throws in an address: it never throws, and says why only to `call`. */
async function authorize(call: AuthCall, typed: unknown): Promise<{ id: string } | null> {
  const parsed = signInSchema.safeParse(typed);
  if (!parsed.success) return null;
  try {
    const result: SignInResult = await checkCredentials({ ...parsed.data, address: call.address });
    if (result.kind === "limited") call.limited = { retryAfter: result.retryAfter };
    if (result.kind !== "signed-in") return null;
    call.passwordHash = result.passwordHash;
    return { id: result.userId };
  } catch (error) {
    call.fault = error;
    return null;
  }
}

async function keepFault<T>(call: AuthCall, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    call.fault = error;
    throw error;
  }
}

/** The code and the message; what else next-auth hands over may hold secrets. */
function logError(code: string, detail: unknown): void {
  const error = detail instanceof Error ? detail : (detail as { error?: unknown } | undefined)?.error;
  console.error(`next-auth: ${code}${error instanceof Error ? `: ${error.message}` : ""}`);
}
