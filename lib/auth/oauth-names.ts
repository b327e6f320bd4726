import { requireEnv } from "../env";

/** The other sites that one may sign in with, by next-auth's names for them. */
export const OAUTH_NAMES = { github: "GitHub", google: "Google" } as const;

export type OAuthName = keyof typeof OAUTH_NAMES;

/** Those that the settings have an id and a secret for. */
export function listOAuthNames(): OAuthName[] {
  const { GITHUB_ID, GOOGLE_ID } = requireEnv();
  const ids = { github: GITHUB_ID, google: GOOGLE_ID };
  return (Object.keys(OAUTH_NAMES) as OAuthName[]).filter((name) => ids[name] !== undefined);
}
