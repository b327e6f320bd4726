"use client";

import { type FormEvent, useState } from "react";
import { useFieldError } from "./feedback-sender";

type Props = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  defaultValue: string;
  /** In characters. Nothing is cut off: near it, and above, the field says how many there are. */
  longest: number;
} & ({ rows: number } | { type: "text" | "email"; autoComplete: string });

const CONTROL =
  "block w-full min-w-0 rounded-lg border border-soft bg-raised px-3 py-2.5 text-base placeholder:text-soft aria-invalid:border-bad";

const COUNTED_FROM = 0.8;

/** A label, what is typed, and what there is to say about it, tied together. */
export function TypedField(props: Props) {
  const { name, label, hint, optional = false, defaultValue, longest } = props;
  const error = useFieldError(name);
  const [length, setLength] = useState(0);
  const id = `feedback-${name}`;
  const shared = {
    ...{ id, name, defaultValue, required: !optional, "aria-invalid": error ? true : undefined },
    "aria-describedby": hint ? `${id}-hint ${id}-error` : `${id}-error`,
    onInput: (event: FormEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setLength([...event.currentTarget.value].length),
  };
  return (
    <div className="min-w-0">
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium">
          {label}
          {optional && <span className="font-normal text-soft text-sm"> (optional)</span>}
        </label>
        {length > longest * COUNTED_FROM && (
          <span className={`shrink-0 text-sm ${length > longest ? "text-bad" : "text-soft"}`}>
            {length.toLocaleString("en")} of {longest.toLocaleString("en")}
          </span>
        )}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-soft text-sm">
          {hint}
        </p>
      )}
      {"rows" in props ? (
        <textarea
          {...shared}
          rows={props.rows}
          className={`${CONTROL} field-sizing-content max-h-[32rem] resize-y leading-normal`}
          style={{ minHeight: `calc(${props.rows}lh + 1.25rem + 2px)` }}
        />
      ) : (
        <input {...shared} type={props.type} autoComplete={props.autoComplete} className={CONTROL} />
      )}
      <FieldError name={name} label={label} />
    </div>
  );
}

/** Announced as it appears. */
export function FieldError({ name, label }: { name: string; label: string }) {
  const error = useFieldError(name);
  return (
    <p id={`feedback-${name}-error`} aria-live="polite" className="text-bad text-sm">
      {error && (
        <span className="mt-1.5 flex gap-1.5">
          <span aria-hidden="true">▲</span>
          <span>
            {label} {error}
          </span>
        </span>
      )}
    </p>
  );
}
