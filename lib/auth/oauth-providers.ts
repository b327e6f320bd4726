import "server-only";
import GitHub from "next-auth/providers/github";
import Google from "next-auth/providers/google";
import type { Provider } from "next-auth/providers/index";
import { z } from "zod";
import { type Env, requireEnv } from "../env";

export function oauthProviders(env: Env = requireEnv()): Provider[] {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env;
  const providers: Provider[] = [];
  if (GITHUB_ID && GITHUB_SECRET) {
    providers.push(
      GitHub({
        clientId: GITHUB_ID,
        clientSecret: GITHUB_SECRET,
        userinfo: {
          url: "https://api.github.com/user",
          async request({ client, tokens: { access_token = "" } }) {
            const profile = await client.userinfo(access_token);
            return { ...profile, email: (await findGitHubEmail(access_token)) ?? undefined };
          },
        },
      }),
    );
  }
  if (GOOGLE_ID && GOOGLE_SECRET)
    providers.push(Google({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET }));
  return providers;
}

/** The e-mail address that the provider vouches for, in lower case; null when there is none. */
export function verifiedEmail(
  provider: string,
  profile: { email?: unknown; email_verified?: unknown } | undefined,
): string | null {
  if (typeof profile?.email !== "string") return null;
  // What findGitHubEmail gives is verified; Google says it beside the address.
  const vouched = provider === "github" || profile.email_verified === true;
  return vouched ? profile.email.trim().toLowerCase() || null : null;
}

const emails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** The address in a GitHub profile is whichever its owner shows, or none: the verified ones are asked for apart. */
async function findGitHubEmail(token: string): Promise<string | null> {
  const response = await fetch("https://api.github.com/user/emails", {
    headers: { Authorization: `Bearer ${token}`, Accept: "application/vnd.github+json" },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) return null;
  const listed = emails.parse(await response.json());
  return listed.find(({ primary, verified }) => primary && verified)?.email ?? null;
}
