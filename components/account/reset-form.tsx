"use client";

import { PasswordInput } from "@/components/auth/password-input";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Field, TextInput } from "@/components/ui/field";
import { resetSchema } from "@/lib/users/schema";
import { AccountForm, SignInByHand, useLetIn } from "./account-form";

const PATH = "/api/account/reset";

export function ResetForm({ token, email }: { token: string; email: string }) {
  const { enter, entering, left } = useLetIn();
  const { register, submit, problem, formState } = useSentForm<{ email: string }, typeof resetSchema>({
    schema: resetSchema,
    path: PATH,
    defaultValues: { token },
    onDone: (account, { password }) => enter({ email: account.email, password }),
  });
  const { errors, isSubmitting } = formState;
  if (left) return <SignInByHand>Your password is set.</SignInByHand>;
  return (
    <AccountForm
      path={PATH}
      button="Set the password"
      busy={isSubmitting || entering}
      problem={problem}
      onSubmit={submit}
    >
      <Field label="Email">
        <TextInput type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field
        label="New password"
        hint="At least 8 characters. Wherever you are signed in now, you will be signed out."
        error={errors.password?.message}
      >
        <PasswordInput {...register("password")} autoComplete="new-password" required />
      </Field>
    </AccountForm>
  );
}
