"use client";

import { ProblemNotice } from "@/components/forms/problem-notice";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { reloadSaying } from "@/components/ui/toast";
import { bylineSchema } from "@/lib/users/schema";

export function BylineForm({ name }: { name: string }) {
  const { register, submit, problem, formState } = useSentForm<{ name: string }, typeof bylineSchema>({
    schema: bylineSchema,
    path: "/api/admin/profile/byline",
    defaultValues: { name },
    onDone: (saved) => {
      reloadSaying({ text: `Your byline is ${saved.name} now.` });
    },
  });
  return (
    <form noValidate onSubmit={submit} className="space-y-4">
      <Field label="Name" error={formState.errors.name?.message}>
        <TextInput {...register("name")} autoComplete="name" required />
      </Field>
      <ProblemNotice problem={problem} />
      <Button type="submit" busy={formState.isSubmitting}>
        Save the name
      </Button>
    </form>
  );
}
