"use client";

import { useEffect } from "react";
import { ProblemNotice } from "@/components/forms/problem-notice";
import { useSentForm } from "@/components/forms/use-sent-form";
import { Button } from "@/components/ui/button";
import { Field, TextArea } from "@/components/ui/field";
import { noteSchema } from "@/lib/feedback/schema";
import { keepText, readKept } from "./kept-text";
import { showAnew } from "./use-command";

/** A word among editors. */
export function NoteForm({ id }: { id: string }) {
  const kept = `note on ${id}`;
  const { register, submit, setValue, problem, formState } = useSentForm<object, typeof noteSchema>({
    schema: noteSchema,
    path: "/api/admin/feedback/note",
    defaultValues: { id, text: "" },
    onDone: () => {
      keepText(kept, "");
      return showAnew("The note is kept.");
    },
  });
  useEffect(() => setValue("text", readKept(kept)), [kept, setValue]);
  const text = register("text", { onChange: ({ target }) => keepText(kept, target.value) });
  return (
    <form noValidate onSubmit={submit} className="space-y-3">
      <Field label="Your note" hint="Only editors see it." error={formState.errors.text?.message}>
        <TextArea {...text} rows={4} />
      </Field>
      <ProblemNotice problem={problem} />
      <Button type="submit" variant="primary" busy={formState.isSubmitting}>
        Add the note
      </Button>
    </form>
  );
}
