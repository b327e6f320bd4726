import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";
import type { FeedbackStatus } from "@/lib/feedback/types";

type Step = { title: string; reached: boolean; about: ReactNode };

/** What came of a message so far, from top to bottom; what is still to come is quiet. */
export function StatusSteps({ status, mail }: { status: FeedbackStatus; mail: boolean }) {
  // Whoever had it erased waits for nothing.
  const steps = stepsOf(status, mail).filter(({ reached }) => reached || status.erasedAt === null);
  const last = steps.filter(({ reached }) => reached).at(-1);
  return (
    <ol className="relative ml-2.5 space-y-8 border-line border-l-2 pl-7">
      {steps.map((step) => (
        <li key={step.title} aria-current={step === last ? "step" : undefined} className="relative">
          <span
            aria-hidden="true"
            className={`absolute top-1 -left-[2.3rem] grid size-5 place-items-center rounded-full border-2 font-bold text-[0.65rem] ${step.reached ? "border-ice bg-ice text-paper" : "border-line bg-paper"}`}
          >
            {step.reached && "✓"}
          </span>
          <p className={`font-semibold text-lg ${step.reached ? "" : "text-soft"}`}>
            {step.title}
            {!step.reached && <span className="font-normal text-base"> (not yet)</span>}
          </p>
          <div className="text-soft leading-relaxed">{step.about}</div>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(status: FeedbackStatus, mail: boolean): Step[] {
  const { state, receivedAt, closedAt, changedAt, about } = status;
  // What is held back looks to its sender like what nobody has come to yet.
  const waiting = state === "new" || state === "spam";
  const steps: Step[] = [
    { title: "Received", reached: true, about: <DateText iso={receivedAt} /> },
    { title: "Being read", reached: !waiting, about: readingWords(waiting, closedAt) },
    {
      title: outcomeTitle(status),
      reached: closedAt !== null,
      about: <Outcome status={status} mail={mail} />,
    },
  ];
  if (!changedAt) return steps;
  const changed = (
    <>
      The page was changed on <DateText iso={changedAt} />.{" "}
      {about?.path && (
        <TextLink href={about.path}>
          See {about.left.name} vs {about.right.name}
        </TextLink>
      )}
    </>
  );
  return [...steps, { title: "The page was changed", reached: true, about: changed }];
}

function readingWords(waiting: boolean, closedAt: string | null): string {
  if (waiting) return "One of our editors takes it up next.";
  return closedAt === null ? "One of our editors has taken it up." : "One of our editors has read it.";
}

function outcomeTitle({ state }: FeedbackStatus): string {
  if (state === "accepted") return "Accepted";
  if (state === "declined") return "Declined";
  return state === "answered" ? "Answered" : "An answer";
}

function Outcome({ status, mail }: { status: FeedbackStatus; mail: boolean }) {
  const { state, outcomeReason, closedAt, hasEmail } = status;
  if (closedAt === null) {
    return hasEmail && mail
      ? "You hear from us by mail, and see it here."
      : "You see it here. Keep this page’s address.";
  }
  const answered = hasEmail ? "We have answered by mail." : "We have dealt with it.";
  return (
    <>
      {outcomeReason && <p className="max-w-[60ch] font-medium text-ink">{outcomeReason}</p>}
      {state === "answered" && <p>{answered}</p>}
      <DateText iso={closedAt} />
    </>
  );
}
