/** What came of asking next-auth for something: where to go, or the name of what went wrong. */
export type AuthAnswer =
  | { ok: true; url: string }
  | { ok: false; error: string /** In seconds, when it is said. */; retryAfter: number | null };

const PATIENCE_MS = 30_000;

/** Posts to next-auth as its own client does, and tells what that leaves out: when to try again. Never throws. */
export async function postAuth(path: string, fields: Record<string, string>): Promise<AuthAnswer> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  try {
    const csrf = await fetch("/api/auth/csrf", { signal });
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
      signal,
    });
    const { url } = (await response.json()) as { url: string };
    if (response.ok) return { ok: true, url };
    return {
      ok: false,
      error: new URL(url).searchParams.get("error") ?? "Failed",
      retryAfter: Number(response.headers.get("Retry-After")) || null,
    };
  } catch {
    return { ok: false, error: "Offline", retryAfter: null };
  }
}
