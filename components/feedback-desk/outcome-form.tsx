"use client";

import type { ComponentProps, ReactNode } from "react";
import { ProblemNotice } from "@/components/forms/problem-notice";
import type { Problem } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { FEEDBACK_LENGTH } from "@/lib/feedback/schema";

type Props = {
  reason: ComponentProps<"input">;
  error: string | undefined;
  problem: Problem | null;
  busy: boolean;
  /** What the button does, as a verb. */
  does: string;
  onSubmit: ComponentProps<"form">["onSubmit"];
  onClose: () => void;
  children?: ReactNode;
};

/** What follows from a decision, for whoever is about to make one. */
export const HOW_TOLD =
  "They see it on their status page, and get a mail in a minute where we have their address.";

/** The public line that goes with a decision, with whatever else it asks for below. */
export function OutcomeForm({ reason, error, problem, busy, does, onSubmit, onClose, children }: Props) {
  return (
    <form noValidate onSubmit={onSubmit} className="space-y-5">
      <Field label="Reason" hint="One line, public: the reader sees it." error={error}>
        <TextInput {...reason} maxLength={FEEDBACK_LENGTH.reason * 2} autoComplete="off" />
      </Field>
      {children}
      <ProblemNotice problem={problem} />
      {problem?.code === "stale" && (
        <Button size="small" onClick={() => location.reload()}>
          Look at it again
        </Button>
      )}
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={busy}>
          {does}
        </Button>
      </DialogActions>
    </form>
  );
}
