"use client";

import { PasswordInput } from "@/components/auth/password-input";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Field, TextInput } from "@/components/ui/field";
import { acceptInviteSchema } from "@/lib/users/schema";
import { AccountForm, SignInByHand, useLetIn } from "./account-form";

const PATH = "/api/account/invite";

/** Lets somebody in who was invited. The address is shown, and kept by password managers; it is not theirs to change. */
export function AcceptForm({ token, name, email }: { token: string; name: string; email: string }) {
  const { enter, entering, left } = useLetIn();
  const { register, submit, problem, formState } = useSentForm<{ email: string }, typeof acceptInviteSchema>({
    schema: acceptInviteSchema,
    path: PATH,
    defaultValues: { token, name },
    onDone: (account, { password }) => enter({ email: account.email, password }),
  });
  const { errors, isSubmitting } = formState;
  if (left) return <SignInByHand>Your password is set.</SignInByHand>;
  return (
    <AccountForm
      path={PATH}
      button="Accept the invitation"
      busy={isSubmitting || entering}
      problem={problem}
      onSubmit={submit}
    >
      <Field label="Email">
        <TextInput type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field label="Name" hint="Readers see it under what you publish." error={errors.name?.message}>
        <TextInput {...register("name")} autoComplete="name" required />
      </Field>
      <Field label="Password" hint="At least 8 characters." error={errors.password?.message}>
        <PasswordInput {...register("password")} autoComplete="new-password" required />
      </Field>
    </AccountForm>
  );
}
