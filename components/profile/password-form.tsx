"use client";

import { PasswordInput } from "@/components/auth/password-input";
import { ProblemNotice } from "@/components/forms/problem-notice";
import { useReady } from "@/components/forms/use-ready";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { reloadSaying } from "@/components/ui/toast";
import { changePasswordSchema } from "@/lib/users/schema";

const PATH = "/api/admin/profile/password";

export function PasswordForm({ email }: { email: string }) {
  const ready = useReady();
  const { register, submit, reset, problem, formState } = useSentForm<
    { ended: number },
    typeof changePasswordSchema
  >({
    schema: changePasswordSchema,
    path: PATH,
    onDone: () => {
      reset({ current: "", next: "" });
      reloadSaying({ text: "Your password is changed. Everywhere else, you are signed out." });
    },
  });
  const { errors, isSubmitting } = formState;
  return (
    <form method="post" action={PATH} noValidate onSubmit={submit} className="space-y-4">
      {/* Tells password managers whose password this is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <Field label="Current password" error={errors.current?.message}>
        <PasswordInput {...register("current")} autoComplete="current-password" required />
      </Field>
      <Field label="New password" hint="At least 8 characters." error={errors.next?.message}>
        <PasswordInput {...register("next")} autoComplete="new-password" required />
      </Field>
      <ProblemNotice problem={problem} />
      <Button type="submit" disabled={!ready} busy={isSubmitting}>
        Change the password
      </Button>
    </form>
  );
}
