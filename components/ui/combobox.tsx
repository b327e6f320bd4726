"use client";

import { useId, useState } from "react";
import { ComboboxInput, type Option } from "./combobox-input";
import { TYPED } from "./form-look";

type Props = {
  name: string;
  label: string;
  defaultValue: string;
  /** Answers `?q=` with a JSON list of options, best first. */
  optionsUrl: string;
  error?: string;
};

/**
 * A form's text input that suggests as you type. Without JavaScript it is the input alone, and any text may be sent
 * either way.
 */
export function Combobox({ name, label, defaultValue, optionsUrl, error }: Props) {
  const id = useId();
  const [text, setText] = useState(defaultValue);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block text-soft text-sm">
        {label}
      </label>
      <ComboboxInput
        id={id}
        name={name}
        label={label}
        value={text}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}error` : undefined}
        className={`${TYPED} min-h-12 w-full py-2 text-lg aria-invalid:border-bad`}
        onText={setText}
        onChoose={(option, options) => {
          // Two records may share a name; their values never do.
          const shared = options.filter(({ label: other }) => other === option.label).length > 1;
          setText(shared ? option.value : option.label);
        }}
        findOptions={async (asked, signal): Promise<Option[]> => {
          const response = await fetch(`${optionsUrl}?q=${encodeURIComponent(asked)}`, { signal });
          return response.ok ? await response.json() : [];
        }}
      />
      {error && (
        <p id={`${id}error`} className="mt-1 text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
