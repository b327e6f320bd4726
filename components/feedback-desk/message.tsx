import { DateText } from "@/components/ui/date";
import { Notice } from "@/components/ui/notice";
import type { FeedbackItem } from "@/lib/feedback/types";
import { Publication } from "./publication";
import { pickText, SUSPICION_WORDS } from "./words";

/** What the reader wrote, all of it, with their line breaks. */
export function Message({ item, now }: { item: FeedbackItem; now: string }) {
  const { about, wouldPick, message, builtWith } = item;
  return (
    <section aria-labelledby="message" className="space-y-4">
      <h2 id="message" className="sr-only">
        The message
      </h2>
      <Standing item={item} now={now} />
      <div className="space-y-4 rounded-xl border border-line bg-raised px-5 py-4 md:px-6 md:py-5">
        {about && <p className="font-semibold text-lg">{pickText(about, wouldPick)}</p>}
        {message === null ? (
          <p className="text-soft">
            <em>The message has been erased.</em>
          </p>
        ) : (
          <p className="max-w-[70ch] text-wrap whitespace-pre-wrap leading-relaxed">{message}</p>
        )}
        {builtWith && (
          <div className="max-w-[70ch] border-line border-t pt-3">
            <h3 className="font-medium font-sans text-soft text-sm">What they built with it</h3>
            <p className="mt-0.5 text-wrap whitespace-pre-wrap text-[0.95rem] leading-relaxed">{builtWith}</p>
          </div>
        )}
      </div>
    </section>
  );
}

/** What must be known before the message is read: that it is held back, erased, or how it was decided. */
function Standing({ item, now }: { item: FeedbackItem; now: string }) {
  const { state, suspicions, erasedAt, outcomeReason, revision } = item;
  if (erasedAt) {
    return (
      <Notice title="This message has been erased">
        On <DateText iso={erasedAt} />, with the name and the address. What is left are the counts and the
        history.
      </Notice>
    );
  }
  if (state === "spam") {
    const why = suspicions.map((suspicion) => SUSPICION_WORDS[suspicion]).join(", ");
    return (
      <Notice title="Held back as spam">{why ? `Why: ${why}. ` : ""}Release it if it is genuine.</Notice>
    );
  }
  if (state !== "accepted" && state !== "declined") return null;
  return (
    <Notice
      tone={state === "accepted" ? "good" : "info"}
      title={state === "accepted" ? "Accepted" : "Declined"}
    >
      <p>{outcomeReason}</p>
      {revision && (
        <p>
          Answered by <Publication revision={revision} now={now} />.
        </p>
      )}
    </Notice>
  );
}
