"use client";

import { ProblemNotice } from "@/components/forms/problem-notice";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { Field, TextInput } from "@/components/ui/field";
import { inviteSchema } from "@/lib/users/schema";
import type { Delivery } from "@/lib/users/types";
import { RoleField } from "./role-field";

type Props = {
  open: boolean;
  onClose: () => void;
  /** Whether the site can mail the invitation itself. */
  mail: boolean;
  onInvited: (delivery: Delivery, invited: { name: string; email: string }) => void;
};

export function InviteDialog({ open, onClose, mail, onInvited }: Props) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      sticky
      title="Invite somebody"
      description={
        mail
          ? "They get a mail with a link that works once, for an hour."
          : "This site sends no mail: you get a link to pass on. It works once, for an hour."
      }
    >
      <InviteForm onClose={onClose} onInvited={onInvited} />
    </Dialog>
  );
}

/** Inside the dialog, so that it is empty each time. */
function InviteForm({ onClose, onInvited }: Pick<Props, "onClose" | "onInvited">) {
  const { register, submit, problem, formState } = useSentForm<Delivery, typeof inviteSchema>({
    schema: inviteSchema,
    path: "/api/admin/users/invite",
    defaultValues: { name: "", email: "", role: "author" },
    onDone: onInvited,
  });
  const { errors, isSubmitting } = formState;
  return (
    <form noValidate onSubmit={submit} className="space-y-4">
      <Field label="Name" error={errors.name?.message}>
        <TextInput {...register("name")} autoComplete="off" required />
      </Field>
      <Field label="Email" error={errors.email?.message}>
        <TextInput
          {...register("email")}
          type="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </Field>
      <RoleField {...register("role")} error={errors.role?.message} />
      <ProblemNotice problem={problem} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={isSubmitting}>
          Invite
        </Button>
      </DialogActions>
    </form>
  );
}
