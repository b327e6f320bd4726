"use client";

import { useState } from "react";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Field, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { forgotSchema } from "@/lib/users/schema";
import { AccountForm } from "./account-form";

const PATH = "/api/account/forgot";

/** Says the same of every address: whether it has an account is nobody's business. */
export function ForgotForm() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { register, submit, problem, formState } = useSentForm<object, typeof forgotSchema>({
    schema: forgotSchema,
    path: PATH,
    onDone: (_, { email }) => setSentTo(email),
  });
  const { errors, isSubmitting } = formState;
  if (sentTo !== null) {
    return (
      <Notice tone="good" title="Look into your mail">
        If {sentTo} has an account here, a link is on its way. It works once, for an hour. If nothing comes,
        look among the junk, or ask an owner of the site.
      </Notice>
    );
  }
  return (
    <AccountForm
      path={PATH}
      button="Send a reset link"
      busy={isSubmitting}
      problem={problem}
      onSubmit={submit}
    >
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
    </AccountForm>
  );
}
