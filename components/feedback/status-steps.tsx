import type { ReactNode } from "react";
import { DateText } from "@/components/ui/date";
import { TextLink } from "@/components/ui/text-link";
import type { FeedbackStatus } from "@/lib/feedback/types";

/** What came of a message so far, from top to bottom; what is still to come is quiet. */
export function StatusSteps({ status }: { status: FeedbackStatus }) {
  const { state, receivedAt, closedAt, changedAt, about } = status;
  // What is held back looks to its sender like what nobody has come to yet.
  const waiting = state === "new" || state === "spam";
  return (
    <ol className="relative ml-2.5 space-y-8 border-line border-l-2 pl-7">
      <Step title="Received" reached>
        <DateText iso={receivedAt} />
      </Step>
      <Step title="Being read" reached={!waiting} current={state === "open"}>
        {waiting ? "One of our editors takes it up next." : "One of our editors has taken it up."}
      </Step>
      <Step
        title={outcomeTitle(status)}
        reached={closedAt !== null}
        current={closedAt !== null && !changedAt}
      >
        <Outcome status={status} />
      </Step>
      {changedAt && (
        <Step title="The page was changed" reached current>
          The page was changed on <DateText iso={changedAt} />.{" "}
          {about?.path && (
            <TextLink href={about.path}>
              See {about.left.name} vs {about.right.name}
            </TextLink>
          )}
        </Step>
      )}
    </ol>
  );
}

function outcomeTitle({ state }: FeedbackStatus): string {
  if (state === "accepted") return "Accepted";
  if (state === "declined") return "Declined";
  return state === "answered" ? "Answered" : "An answer";
}

function Outcome({ status }: { status: FeedbackStatus }) {
  const { state, outcomeReason, closedAt, hasEmail } = status;
  if (closedAt === null) {
    return hasEmail
      ? "You hear from us by mail, and see it here."
      : "You see it here. Keep this page’s address.";
  }
  return (
    <>
      {outcomeReason && <q className="font-medium text-ink">{outcomeReason}</q>}
      {state === "answered" &&
        !outcomeReason &&
        (hasEmail ? "We have answered by mail." : "We have dealt with it.")}{" "}
      <DateText iso={closedAt} />
    </>
  );
}

function Step(props: { title: string; reached?: boolean; current?: boolean; children: ReactNode }) {
  const { title, reached = false, current = false, children } = props;
  return (
    <li aria-current={current ? "step" : undefined} className="relative">
      <span
        aria-hidden="true"
        className={`absolute top-1 -left-[2.3rem] grid size-5 place-items-center rounded-full border-2 font-bold text-[0.65rem] ${reached ? "border-ice bg-ice text-paper" : "border-line bg-paper"}`}
      >
        {reached && "✓"}
      </span>
      <p className={`font-semibold text-lg ${reached ? "" : "text-soft"}`}>
        {title}
        {!reached && <span className="font-normal text-base"> (not yet)</span>}
      </p>
      <div className="text-soft leading-relaxed">{children}</div>
    </li>
  );
}
