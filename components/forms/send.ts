import type { RefusalCode } from "@/lib/actions/result";

export type Sent<T> =
  | { ok: true; value: T }
  | {
      ok: false;
      /** "offline": nothing came back, and nothing is known of what was done. */
      code: RefusalCode | "offline";
      message: string;
      fields: Record<string, string>;
      /** The whole answer, for what a refusal says beyond its message. */
      detail: Record<string, unknown>;
    };

const PATIENCE_MS = 20_000;

/** Posts JSON to one of our own endpoints. Never throws: whatever happens is a value. */
export async function send<T>(
  path: string,
  body: object,
  options: { keepalive?: boolean; signal?: AbortSignal } = {},
): Promise<Sent<T>> {
  const signals = [AbortSignal.timeout(PATIENCE_MS), ...(options.signal ? [options.signal] : [])];
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.any(signals),
      keepalive: options.keepalive ?? false,
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return { ok: true, value: answer as T };
    return {
      ok: false,
      code: (answer.error as RefusalCode | undefined) ?? "fault",
      message:
        typeof answer.message === "string" ? answer.message : "That went wrong. Try again in a moment.",
      fields: (answer.fields as Record<string, string> | undefined) ?? {},
      detail: answer,
    };
  } catch {
    return {
      ok: false,
      code: "offline",
      message: "We cannot reach the site. Check your connection.",
      fields: {},
      detail: {},
    };
  }
}
