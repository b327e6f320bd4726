"use client";

import type { ReactNode } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { Field, TextInput } from "@/components/ui/field";
import { useReadOnly } from "./editing-context";
import { useFieldError } from "./fields";

type Props = { label: string; hint?: ReactNode; name: string; className?: string };

const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * A day. A moment that the field already holds is shown by its day, and stays what it is until another day is chosen;
 * what is no date at all is shown as it was typed.
 */
export function DateField({ label, hint, name, className = "" }: Props) {
  const { control, setValue, clearErrors } = useFormContext();
  const value: string = useWatch({ control, name, exact: true }) ?? "";
  const error = useFieldError(name);
  const readOnly = useReadOnly();
  const isDay = value === "" || DAY.test(value);
  return (
    <Field label={label} hint={hint} error={error} className={className}>
      <TextInput
        name={name}
        type={isDay ? "date" : "text"}
        value={isDay ? value.slice(0, 10) : value}
        readOnly={readOnly}
        autoComplete="off"
        onChange={(event) => {
          setValue(name, event.target.value, { shouldDirty: true });
          clearErrors(name);
        }}
      />
    </Field>
  );
}
