import type { FeedbackEvent, FeedbackItem, FeedbackMail } from "@/lib/feedback/types";

export type TimelineEntry =
  | { type: "received"; at: string }
  | { type: "event"; at: string; event: FeedbackEvent }
  | { type: "mail"; at: string; mail: FeedbackMail };

/** What happened to a message, in order. The mail of a reply is told with the reply. */
export function listTimeline(item: Pick<FeedbackItem, "receivedAt" | "events" | "mails">): TimelineEntry[] {
  const told = new Set(item.events.map((event) => (event.kind === "reply" ? event.mail?.id : undefined)));
  const entries: TimelineEntry[] = [
    { type: "received", at: item.receivedAt },
    ...item.events.map((event) => ({ type: "event" as const, at: event.at, event })),
    ...item.mails
      .filter(({ id }) => !told.has(id))
      .map((mail) => ({ type: "mail" as const, at: mail.createdAt, mail })),
  ];
  return entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
