import type { FeedbackState } from "@/lib/feedback/states";
import type { FeedbackMail } from "@/lib/feedback/types";
import { MAIL_STATE_WORDS, STATE_WORDS } from "./words";

const STATE_LOOKS: Record<FeedbackState, string> = {
  new: "border-ice-line bg-ice-wash text-ice font-semibold",
  open: "border-ice-line text-ice",
  answered: "border-line bg-paper text-soft",
  accepted: "border-line bg-paper text-ink",
  declined: "border-line bg-paper text-soft",
  spam: "border-bad/60 text-bad",
};

const MAIL_LOOKS: Record<FeedbackMail["state"], string> = {
  queued: "border-ice-line text-ice",
  sent: "border-line bg-paper text-soft",
  failed: "border-bad/60 text-bad font-semibold",
  unsent: "border-soft/60 border-dashed text-soft",
};

export function StateTag({ state }: { state: FeedbackState }) {
  return <Tag className={STATE_LOOKS[state]}>{STATE_WORDS[state]}</Tag>;
}

export function MailStateTag({ state }: { state: FeedbackMail["state"] }) {
  return <Tag className={MAIL_LOOKS[state]}>{MAIL_STATE_WORDS[state]}</Tag>;
}

export function Tag({
  className = "border-line text-soft",
  children,
}: {
  className?: string;
  children: string;
}) {
  return (
    <span className={`inline-block whitespace-nowrap rounded-full border px-2.5 py-0.5 text-sm ${className}`}>
      {children}
    </span>
  );
}
