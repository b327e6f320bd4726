"use client";

import { PasswordInput } from "@/components/auth/password-input";
import { ProblemNotice } from "@/components/forms/problem-notice";
import { useReady } from "@/components/forms/use-ready";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { reloadSaying } from "@/components/ui/toast";
import { changeAddressSchema } from "@/lib/users/schema";

const PATH = "/api/admin/profile/address";

export function AddressForm({ email }: { email: string }) {
  const ready = useReady();
  const { register, submit, resetField, problem, formState } = useSentForm<
    { email: string; changed: boolean },
    typeof changeAddressSchema
  >({
    schema: changeAddressSchema,
    path: PATH,
    defaultValues: { email },
    onDone: (saved) => {
      resetField("password", { defaultValue: "" });
      reloadSaying({
        text: saved.changed
          ? `You sign in with ${saved.email} now.`
          : `${saved.email} is your address already.`,
      });
    },
  });
  const { errors, isSubmitting } = formState;
  return (
    <form method="post" action={PATH} noValidate onSubmit={submit} className="space-y-4">
      <Field label="Email" error={errors.email?.message}>
        <TextInput
          {...register("email")}
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      </Field>
      <Field label="Current password" error={errors.password?.message}>
        <PasswordInput {...register("password")} autoComplete="current-password" required />
      </Field>
      <ProblemNotice problem={problem} />
      <Button type="submit" disabled={!ready} busy={isSubmitting}>
        Change the address
      </Button>
    </form>
  );
}
