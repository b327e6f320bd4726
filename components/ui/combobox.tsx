"use client";

import { useState } from "react";
import { ComboboxField, type Option } from "./combobox-field";

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
  const [text, setText] = useState(defaultValue);
  return (
    <ComboboxField
      name={name}
      label={label}
      text={text}
      required
      {...(error && { error })}
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
  );
}
