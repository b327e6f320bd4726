"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { FeedbackState } from "@/lib/feedback/states";
import type { RevisionChoice } from "@/lib/feedback/types";
import { AcceptDialog } from "./accept-dialog";
import { DeclineDialog } from "./decline-dialog";
import { type Held, useCommand } from "./use-command";
import { STATE_WORDS } from "./words";

type Props = {
  held: Held;
  state: FeedbackState;
  undoTo: FeedbackState | null;
  revisions: RevisionChoice[];
  now: string;
};

/** What is told to the reader: accepted or declined, and why. And the way back. */
export function Decide({ held, state, undoTo, revisions, now }: Props) {
  const [open, setOpen] = useState<"accept" | "decline" | null>(null);
  const { busy, run } = useCommand();
  const close = () => setOpen(null);
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-2.5">
        {state === "spam" && (
          <Button
            variant="primary"
            busy={busy === MOVE}
            onClick={() => run(MOVE, { ...held, state: "new" }, "It is among the new messages now.")}
          >
            Release from spam
          </Button>
        )}
        {state !== "accepted" && (
          <Button variant={state === "spam" ? "quiet" : "primary"} onClick={() => setOpen("accept")}>
            Accept…
          </Button>
        )}
        {state !== "declined" && <Button onClick={() => setOpen("decline")}>Decline…</Button>}
      </div>
      {undoTo && (
        <Button
          size="small"
          busy={busy === UNDO}
          onClick={() => run(UNDO, held, `It is back to ${STATE_WORDS[undoTo]}.`)}
        >
          Undo: back to {STATE_WORDS[undoTo]}
        </Button>
      )}
      <AcceptDialog open={open === "accept"} onClose={close} held={held} revisions={revisions} now={now} />
      <DeclineDialog open={open === "decline"} onClose={close} held={held} />
    </div>
  );
}

const MOVE = "/api/admin/feedback/move";
const UNDO = "/api/admin/feedback/undo";
