import type { ReactNode } from "react";
import { AgoText } from "@/components/ui/ago";
import type { FeedbackEvent, FeedbackItem } from "@/lib/feedback/types";
import { MailLine } from "./mail-line";
import { listTimeline, type TimelineEntry } from "./timeline-entries";
import { MAIL_KIND_WORDS, STATE_WORDS } from "./words";

/** What was done with the message, oldest first: what people wrote stands out, the rest is one line each. */
export function Timeline({ item, now }: { item: FeedbackItem; now: string }) {
  return (
    <ol className="border-line border-l-2">
      {listTimeline(item).map((entry, index) => (
        <li key={index} className="relative pb-5 pl-5 last:pb-0">
          <span
            aria-hidden="true"
            className={`absolute top-[0.4rem] -left-[0.41rem] size-3 rounded-full border-2 border-paper ${isWritten(entry) ? "bg-ice" : "bg-soft"}`}
          />
          <Entry entry={entry} now={now} />
        </li>
      ))}
    </ol>
  );
}

function isWritten(entry: TimelineEntry): boolean {
  return entry.type === "event" && (entry.event.kind === "note" || entry.event.kind === "reply");
}

function Entry({ entry, now }: { entry: TimelineEntry; now: string }) {
  if (entry.type === "received") {
    return (
      <Line at={entry.at} now={now}>
        The message came
      </Line>
    );
  }
  if (entry.type === "event") return <Event event={entry.event} now={now} />;
  return (
    <>
      <Line at={entry.at} now={now}>
        {MAIL_KIND_WORDS[entry.mail.kind]}
      </Line>
      <MailLine mail={entry.mail} now={now} />
    </>
  );
}

function Event({ event, now }: { event: FeedbackEvent; now: string }) {
  const line = (said: ReactNode) => (
    <Line at={event.at} now={now}>
      <span className="font-medium">{event.by}</span> {said}
    </Line>
  );
  if (event.kind === "note" || event.kind === "reply") {
    return (
      <>
        {line(event.kind === "note" ? "noted for the editors" : "replied by mail")}
        <Written text={event.text} />
        {event.kind === "reply" && event.mail && <MailLine mail={event.mail} now={now} />}
      </>
    );
  }
  return line(eventText(event));
}

function eventText(event: Exclude<FeedbackEvent, { kind: "note" | "reply" }>): ReactNode {
  switch (event.kind) {
    case "state": {
      const { from, to, reason } = event;
      return (
        <>
          moved it from {STATE_WORDS[from]} to {STATE_WORDS[to]}
          {reason && `: “${reason}”`}
        </>
      );
    }
    case "assignment":
      return event.to === event.by ? "took it" : `assigned it to ${event.to ?? "nobody"}`;
    case "block":
      return `${event.blocked ? "blocked" : "unblocked"} the ${event.what === "email" ? "address" : "network"}`;
    case "erasure":
      return event.what === "all" ? "erased the message" : "removed the name and the address";
  }
}

function Line({ at, now, children }: { at: string; now: string; children: ReactNode }) {
  return (
    <p className="text-[0.95rem]">
      {children},{" "}
      <span className="text-soft text-sm">
        <AgoText iso={at} now={now} />
      </span>
    </p>
  );
}

function Written({ text }: { text: string | null }) {
  return (
    <div className="mt-1.5 max-w-[70ch] rounded-lg border border-line bg-raised px-4 py-2.5 text-[0.95rem] leading-relaxed">
      {text === null ? (
        <em className="text-soft">The text has been erased.</em>
      ) : (
        <p className="text-wrap whitespace-pre-wrap">{text}</p>
      )}
    </div>
  );
}
