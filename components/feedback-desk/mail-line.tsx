import { AgoText } from "@/components/ui/ago";
import { TextLink } from "@/components/ui/text-link";
import type { FeedbackMail } from "@/lib/feedback/types";
import { outboxMailPath } from "@/lib/mail/outbox-address";
import { MailStateTag } from "./tags";

/** How a mail stands, in one line: below what it is about. */
export function MailLine({ mail, now }: { mail: FeedbackMail; now: string }) {
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft text-sm">
      <MailStateTag state={mail.state} />
      <MailProgress mail={mail} now={now} />
      <TextLink href={outboxMailPath(mail.id)}>Look at the mail</TextLink>
      {mail.error && mail.state !== "sent" && (
        <p className={`w-full ${mail.state === "failed" ? "text-bad" : ""}`}>{mail.error}</p>
      )}
    </div>
  );
}

type Progress = Pick<FeedbackMail, "state" | "attempts" | "sentAt" | "nextTryAt">;

/** How often it was tried, and what comes next. */
export function MailProgress({
  mail: { state, attempts, sentAt, nextTryAt },
  now,
}: {
  mail: Progress;
  now: string;
}) {
  const tries = attempts === 1 ? "1 try" : `${attempts.toLocaleString("en")} tries`;
  if (state === "sent" && sentAt) {
    return (
      <span>
        <AgoText iso={sentAt} now={now} />
        {attempts > 1 && `, after ${tries}`}
      </span>
    );
  }
  if (state === "unsent") return null;
  return (
    <span>
      {attempts === 0 ? "Not tried yet" : `After ${tries}`}
      {state === "queued" && nextTryAt && (
        <>
          , next try <NextTry iso={nextTryAt} now={now} />
        </>
      )}
    </span>
  );
}

const MINUTE = 60_000;
const words = new Intl.RelativeTimeFormat("en-GB", { numeric: "always" });

function NextTry({ iso, now }: { iso: string; now: string }) {
  const ahead = Date.parse(iso) - Date.parse(now);
  if (ahead < MINUTE) return "within a minute";
  const minutes = Math.round(ahead / MINUTE);
  return (
    <time dateTime={iso}>
      {minutes < 60 ? words.format(minutes, "minute") : words.format(Math.round(minutes / 60), "hour")}
    </time>
  );
}
