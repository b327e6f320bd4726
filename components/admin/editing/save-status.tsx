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
};

/** Whether what was typed is safe, in words. Only what is out of order is announced: typing is not to be talked over. */
export function SaveStatus({ status, kept, hasDraft }: Props) {
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
        <p className="text-soft tabular-nums">{calmText(status, hasDraft)}</p>
      )}
    </div>
  );
}

function calmText(status: Status, hasDraft: boolean): string {
  if (status.kind === "saving") return "Saving…";
  if (status.kind === "typing") return "Not saved yet";
  if (status.kind !== "saved" || !status.at || !hasDraft) return "Nothing to save";
  return `Saved ${timeText(new Date(status.at))}`;
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
