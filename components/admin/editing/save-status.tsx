"use client";

import { TextLink } from "@/components/ui/text-link";
import type { SaveStatus as Status } from "./session-types";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });

type Props = {
  status: Status;
  /** Whether this browser keeps what is not saved. */
  kept: boolean;
  hasDraft: boolean;
  /** Whether readers have some version of it. */
  isPublished: boolean;
};

/** Whether what was typed is safe, in words. Only what is out of order is announced: typing is not to be talked over. */
export function SaveStatus(props: Props) {
  const { status, kept } = props;
  const isTrouble = !["saved", "typing", "saving"].includes(status.kind);
  return (
    <div role={isTrouble ? "alert" : undefined} data-save-status={status.kind} className="min-w-0 text-sm">
      {isTrouble ? (
        <p className="text-bad">
          <TroubleText status={status} /> {kept ? "Your text is kept in this browser." : <NotKept />}
          {status.kind === "signed-out" && (
            <>
              {" "}
              <TextLink href={`/admin/sign-in?callbackUrl=${encodeURIComponent(here())}`}>
                Sign in to save
              </TextLink>
            </>
          )}
        </p>
      ) : (
        <p className="text-soft tabular-nums">{calmText(props)}</p>
      )}
    </div>
  );
}

function calmText({ status, hasDraft, isPublished }: Props): string {
  if (status.kind !== "saved") return "Saving…";
  if (!hasDraft || !status.at) return isPublished ? "No changes" : "Nothing written yet";
  const saved = `Saved ${timeText(new Date(status.at))}`;
  return isPublished ? saved : `${saved}. Readers do not see it yet`;
}

function TroubleText({ status }: { status: Status }) {
  switch (status.kind) {
    case "offline":
      return "Not saved: you are offline, or the site is out of reach.";
    case "signed-out":
      return "You are signed out.";
    case "refused":
      return `Not saved: ${status.message}`;
    default:
      return "Not saved: the site has trouble. We keep trying.";
  }
}

function NotKept() {
  return <strong>This browser could not keep your text either: copy it before you leave.</strong>;
}

function timeText(at: Date): string {
  const isToday = at.toDateString() === new Date().toDateString();
  return isToday ? clock.format(at) : `${day.format(at)}, ${clock.format(at)}`;
}

function here(): string {
  return location.pathname + location.search;
}
