"use client";

import { ProblemNotice } from "@/components/forms/problem-notice";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { useLast } from "@/components/ui/use-last";
import { changeRoleSchema } from "@/lib/users/schema";
import type { Account } from "@/lib/users/types";
import { RoleField } from "./role-field";

type Props = { account: Account | null; onClose: () => void; onChanged: (role: string) => void };

export function RoleDialog({ account, onClose, onChanged }: Props) {
  const shown = useLast(account);
  return (
    <Dialog
      open={account !== null}
      onOpenChange={(open) => !open && onClose()}
      title={`Change the role of ${shown?.name ?? ""}`}
      description="Wherever the account is signed in now, it will be signed out."
    >
      {shown && <RoleForm account={shown} onClose={onClose} onChanged={onChanged} />}
    </Dialog>
  );
}

function RoleForm({ account, onClose, onChanged }: Props & { account: Account }) {
  const { id, version, role } = account;
  const { register, submit, problem, formState } = useSentForm<object, typeof changeRoleSchema>({
    schema: changeRoleSchema,
    path: "/api/admin/users/change-role",
    defaultValues: { id, version, role },
    onDone: (_, typed) => onChanged(typed.role),
  });
  return (
    <form noValidate onSubmit={submit} className="space-y-4">
      <RoleField {...register("role")} error={formState.errors.role?.message} />
      <ProblemNotice problem={problem} />
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" busy={formState.isSubmitting}>
          Change the role
        </Button>
      </DialogActions>
    </form>
  );
}
