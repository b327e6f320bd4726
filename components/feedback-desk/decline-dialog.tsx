"use client";

import { useSentForm } from "@/components/forms/use-sent-form";
import { Dialog } from "@/components/ui/dialog";
import { declineSchema } from "@/lib/feedback/schema";
import { keepText, readKept } from "./kept-text";
import { HOW_TOLD, OutcomeForm } from "./outcome-form";
import { type Held, showAnew } from "./use-command";

type Props = { open: boolean; onClose: () => void; held: Held };

export function DeclineDialog({ open, onClose, held }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      sticky
      title="Decline"
      description={`The page stays as it is. ${HOW_TOLD}`}
    >
      <DeclineForm held={held} onClose={onClose} />
    </Dialog>
  );
}

/** Inside the dialog, so that it begins anew each time, with the reason typed last. */
function DeclineForm({ held, onClose }: Pick<Props, "held" | "onClose">) {
  const kept = `reason to decline ${held.id}`;
  const { register, submit, problem, formState } = useSentForm<object, typeof declineSchema>({
    schema: declineSchema,
    path: "/api/admin/feedback/decline",
    defaultValues: { ...held, reason: readKept(kept) },
    onDone: () => {
      keepText(kept, "");
      return showAnew("Declined. Undo takes it back, and stops the mail about it for a minute.");
    },
  });
  return (
    <OutcomeForm
      reason={register("reason", { onChange: ({ target }) => keepText(kept, target.value) })}
      error={formState.errors.reason?.message}
      problem={problem}
      busy={formState.isSubmitting}
      does="Decline"
      onSubmit={submit}
      onClose={onClose}
    />
  );
}
