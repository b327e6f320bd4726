import type { Ticket } from "@/lib/feedback/ticket";

// How the form's script talks to the site. Nothing here throws: whatever happens is a value.

export type Answer =
  | { kind: "stored"; status: string }
  /** What is wrong, by field. */
  | { kind: "refused"; errors: Record<string, string> }
  | { kind: "failed"; message: string };

const PATIENCE_MS = 20_000;
const TICKET_PATIENCE_MS = 5_000;

const TRY_AGAIN =
  "Your message could not be stored just now. Nothing of it is lost: send it again in a moment.";
const OFFLINE =
  "We cannot reach the site. Nothing of your message is lost: send it again when you are connected.";

/** Null where it cannot be had: the one that the page came with does as well. */
export async function fetchTicket(): Promise<Ticket | null> {
  try {
    const response = await fetch("/api/feedback/ticket", {
      cache: "no-store",
      signal: AbortSignal.timeout(TICKET_PATIENCE_MS),
    });
    return response.ok ? ((await response.json()) as Ticket) : null;
  } catch {
    return null;
  }
}

export async function sendFeedback(fields: object): Promise<Answer> {
  try {
    const response = await fetch("/api/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(fields),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>;
    const { status, errors, message } = answer;
    if (response.ok && typeof status === "string") return { kind: "stored", status };
    if (errors) return { kind: "refused", errors: errors as Record<string, string> };
    return { kind: "failed", message: typeof message === "string" ? message : TRY_AGAIN };
  } catch {
    return { kind: "failed", message: OFFLINE };
  }
}
