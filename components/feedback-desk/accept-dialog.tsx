"use client";

import type { ReactNode } from "react";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Dialog } from "@/components/ui/dialog";
import { acceptSchema } from "@/lib/feedback/schema";
import type { RevisionChoice } from "@/lib/feedback/types";
import { keepText, readKept } from "./kept-text";
import { HOW_TOLD, OutcomeForm } from "./outcome-form";
import { Publication } from "./publication";
import { type Held, showAnew } from "./use-command";

type Props = {
  open: boolean;
  onClose: () => void;
  held: Held;
  revisions: RevisionChoice[];
  now: string;
};

export function AcceptDialog({ open, onClose, ...rest }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      sticky
      size="medium"
      title="Accept"
      description={`The reader was right. ${HOW_TOLD}`}
    >
      <AcceptForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

/** Inside the dialog, so that it begins anew each time, with the reason typed last. */
function AcceptForm({ held, revisions, now, onClose }: Omit<Props, "open">) {
  const kept = `reason to accept ${held.id}`;
  const { register, submit, watch, setValue, problem, formState } = useSentForm<object, typeof acceptSchema>({
    schema: acceptSchema,
    path: "/api/admin/feedback/accept",
    defaultValues: { ...held, reason: readKept(kept), revisionId: null },
    onDone: () => {
      keepText(kept, "");
      return showAnew("Accepted. Undo takes it back, and stops the mail about it for a minute.");
    },
  });
  return (
    <OutcomeForm
      reason={register("reason", { onChange: ({ target }) => keepText(kept, target.value) })}
      error={formState.errors.reason?.message}
      problem={problem}
      busy={formState.isSubmitting}
      does="Accept"
      onSubmit={submit}
      onClose={onClose}
    >
      <RevisionField
        revisions={revisions}
        now={now}
        value={watch("revisionId")}
        onChange={(id) => setValue("revisionId", id)}
      />
    </OutcomeForm>
  );
}

type RevisionFieldProps = {
  revisions: RevisionChoice[];
  now: string;
  value: string | null;
  onChange: (id: string | null) => void;
};

/** Which publication changed the page because of the message; the page then says so. */
function RevisionField({ revisions, now, value, onChange }: RevisionFieldProps) {
  return (
    <fieldset>
      <legend className="font-medium text-[0.95rem]">Which publication answered it?</legend>
      <p className="mt-0.5 mb-2 text-soft text-sm">
        {revisions.length === 0
          ? "Nothing about it has been published. Publish the change first to have the page say so."
          : "The page then says that it changed after a reader disagreed."}
      </p>
      <div className="max-h-72 space-y-1 overflow-y-auto">
        <Choice checked={value === null} onChoose={() => onChange(null)}>
          No change to the page
        </Choice>
        {revisions.map((revision) => (
          <Choice key={revision.id} checked={value === revision.id} onChoose={() => onChange(revision.id)}>
            <span className="inline-block first-letter:uppercase">
              <Publication revision={revision} now={now} />
            </span>
            {revision.reason && <span className="block text-soft text-sm">“{revision.reason}”</span>}
          </Choice>
        ))}
      </div>
    </fieldset>
  );
}

function Choice(props: { checked: boolean; onChoose: () => void; children: ReactNode }) {
  const { checked, onChoose, children } = props;
  return (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-lg px-2 py-1.5 text-[0.95rem] hover:bg-ice-wash">
      <input
        type="radio"
        name="revision"
        checked={checked}
        onChange={onChoose}
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-ice"
      />
      <span className="min-w-0">{children}</span>
    </label>
  );
}
