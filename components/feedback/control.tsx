"use client";

import { type ComponentProps, useState } from "react";
import { useFieldError } from "./feedback-sender";

type Props = ComponentProps<"input"> & {
  name: string;
  label: string;
  /** With rows it is an area. */
  rows?: number | undefined;
  /** In characters. Nothing is cut off: near it, and above, the field says how many there are. */
  longest: number;
};

const COUNTED_FROM = 0.8;

/** What is typed into, and what there is to say about what is. */
export function Control({ name, label, rows, longest, ...rest }: Props) {
  const error = useFieldError(name);
  const [length, setLength] = useState(0);
  const Tag = (rows ? "textarea" : "input") as "input";
  const area = rows ? { rows } : {};
  return (
    <>
      <Tag
        {...rest}
        {...area}
        name={name}
        aria-invalid={error ? true : undefined}
        onInput={(event) => setLength([...event.currentTarget.value].length)}
      />
      {length > longest * COUNTED_FROM && (
        <p className="mt-1 text-right text-soft text-sm">
          {length.toLocaleString("en")} of {longest.toLocaleString("en")}
        </p>
      )}
      <FieldError name={name} label={label} />
    </>
  );
}

/** Announced as it appears. */
export function FieldError({ name, label }: { name: string; label: string }) {
  const error = useFieldError(name);
  return (
    <p id={`feedback-${name}-error`} aria-live="polite" className="text-bad text-sm not-empty:mt-1.5">
      {error && `▲ ${label} ${error}`}
    </p>
  );
}
