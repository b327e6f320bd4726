"use client";

import { PasswordInput } from "@/components/auth/password-input";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Field, TextInput } from "@/components/ui/field";
import { setUpSchema } from "@/lib/users/schema";
import { AccountForm, SignInByHand, useLetIn } from "./account-form";

const PATH = "/api/account/set-up";

/** Makes the first owner. */
export function SetUpForm({ token }: { token: string }) {
  const { enter, entering, left } = useLetIn();
  const { register, submit, problem, formState } = useSentForm<{ email: string }, typeof setUpSchema>({
    schema: setUpSchema,
    path: PATH,
    defaultValues: { token },
    onDone: ({ email }, { password }) => enter({ email, password }),
  });
  const { errors, isSubmitting } = formState;
  if (left) return <SignInByHand>The owner account is made.</SignInByHand>;
  return (
    <AccountForm
      path={PATH}
      button="Create the owner account"
      busy={isSubmitting || entering}
      problem={problem}
      onSubmit={submit}
    >
      <Field label="Name" hint="Readers see it under what you publish." error={errors.name?.message}>
        <TextInput {...register("name")} autoComplete="name" required />
      </Field>
      <Field label="Email" error={errors.email?.message}>
        <TextInput
          {...register("email")}
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </Field>
      <Field label="Password" hint="At least 8 characters." error={errors.password?.message}>
        <PasswordInput {...register("password")} autoComplete="new-password" required />
      </Field>
    </AccountForm>
  );
}
