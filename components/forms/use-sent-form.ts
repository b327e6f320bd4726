import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { type DefaultValues, type FieldValues, type Path, useForm } from "react-hook-form";
import type { z } from "zod";
import { type Sent, send } from "./send";

/** A refusal that no field of the form stands for. */
export type Problem = Extract<Sent<unknown>, { ok: false }>;

type Options<S extends z.ZodType<FieldValues, FieldValues>, T> = {
  /** What the endpoint takes, checked here first. */
  schema: S;
  path: string;
  /** Without them, what a password manager filled in before this ran is taken as it is. */
  defaultValues?: DefaultValues<z.input<S>>;
  onDone: (value: T, typed: z.output<S>) => void | Promise<void>;
};

/**
 * A form that posts JSON to one of our endpoints. What the endpoint says of a field is shown at the field, and the
 * first such field has the focus; whatever else it says is the `problem`.
 */
export function useSentForm<T, S extends z.ZodType<FieldValues, FieldValues>>(options: Options<S, T>) {
  const { schema, path, defaultValues, onDone } = options;
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver: zodResolver(schema),
    ...(defaultValues && { defaultValues }),
  });
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const sent = await send<T>(path, values);
    if (sent.ok) return onDone(sent.value, values);
    const shown = Object.entries(sent.fields).filter(([name]) => name in values && name !== "token");
    for (const [index, [name, message]] of shown.entries()) {
      form.setError(name as Path<z.input<S>>, { message }, { shouldFocus: index === 0 });
    }
    if (shown.length === 0) setProblem(sent);
  });
  return { ...form, submit, problem };
}
