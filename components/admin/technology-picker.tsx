"use client";

import { useRef, useState } from "react";
import { ComboboxInput, type Option } from "@/components/ui/combobox-input";
import { CONTROL, Field, useWiring } from "@/components/ui/field";
import { isSlug } from "@/lib/pair/pair";
import type { TechnologyChoice } from "@/lib/technologies/lookup-queries";
import { findTechnologies, useTechnologies } from "./technology-lookup";

type Props = {
  label: string;
  hint?: string;
  /** A slug, or "" while nothing is chosen. It need not be on file. */
  value: string;
  onChange: (slug: string) => void;
  /** The rest of a sentence that the label begins: "is required". */
  error?: string | undefined;
  hideLabel?: boolean;
  disabled?: boolean;
  /** What the form finds the control by, to move the focus to it. */
  name?: string;
};

/**
 * Chooses a technology by its name, or by a slug, also one that is not on file yet. What was typed counts once the
 * field is left; a text that means nothing stays to be corrected, and the value stays what it was.
 */
export function TechnologyPicker({ label, hint, value, onChange, error, hideLabel, disabled, name }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const [unknown, setUnknown] = useState(false);
  const newest = useRef<string | null>(null);
  const entry = useTechnologies([value]).get(value);

  const type = (text: string | null) => {
    newest.current = text;
    setTyped(text);
    setUnknown(false);
  };
  const take = (slug: string) => {
    type(null);
    if (slug !== value) onChange(slug);
  };
  const settle = async () => {
    if (typed === null) return;
    const slug = await slugOf(typed);
    if (newest.current !== typed) return;
    if (slug === null) setUnknown(true);
    else take(slug);
  };

  return (
    <Field
      label={label}
      hint={entry === null ? `There is nothing called “${value}” on file yet.` : hint}
      error={unknown ? `“${typed?.trim()}” is not on file` : error}
      {...(hideLabel && { hideLabel })}
    >
      <Input
        label={label}
        value={typed ?? entry?.name ?? value}
        onText={type}
        onChoose={(option) => take(option.value)}
        onLeave={() => void settle()}
        {...(disabled && { disabled })}
        {...(name && { name })}
      />
    </Field>
  );
}

type InputProps = Omit<Parameters<typeof ComboboxInput>[0], "findOptions">;

function Input(props: InputProps) {
  return (
    <ComboboxInput
      {...useWiring()}
      {...props}
      className={`${CONTROL} min-h-10 py-1.5`}
      findOptions={async (text, signal) => (await findTechnologies(text, signal)).map(toOption)}
    />
  );
}

function toOption({ slug, name, kind, category, status }: TechnologyChoice): Option {
  return {
    value: slug,
    label: name,
    hint: [kind, category, ...(status === "draft" ? ["draft"] : [])].join(" · "),
  };
}

/** What a text left in the field stands for: a name or a slug on file, any slug, nothing (""), or null. */
async function slugOf(text: string): Promise<string | null> {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return "";
  const found = await findTechnologies(wanted);
  const meant = found.find(({ slug, name }) => name.toLowerCase() === wanted || slug === wanted);
  return meant?.slug ?? (isSlug(wanted) ? wanted : null);
}
