"use client";

import { useState } from "react";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { DateField } from "@/components/admin/editing/date-field";
import { useReadOnly } from "@/components/admin/editing/editing-context";
import { TextField } from "@/components/admin/editing/fields";
import { Button } from "@/components/ui/button";
import { LENGTH } from "@/lib/fields";
import type { PointForm } from "@/lib/technologies/form";

type Fields = Partial<Omit<PointForm, "key">>;

/** Where a point comes from: a line that opens into its fields. They are made when they are first wanted. */
export function PointSource({ name, of }: { name: string; of: string }) {
  const { control } = useFormContext();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState(false);
  const said: string = useWatch({ control, name, compute: sayWhere });
  const { errors } = useFormState({ control, name });
  const wrong = get(errors, name) as Record<string, unknown> | undefined;
  const isWrong = wrong !== undefined && Object.keys(wrong).some((field) => field !== "text");
  if (readOnly && said === "") return null;
  const shown = open || isWrong;
  return (
    <details open={shown} onToggle={(event) => setOpen(event.currentTarget.open)} className="mt-0.5 text-sm">
      <summary className="inline-flex min-h-7 max-w-full cursor-pointer items-center gap-1.5 rounded px-1 text-soft hover:text-ink">
        <span aria-hidden="true" className={`text-xs ${shown ? "rotate-90" : ""}`}>
          ▸
        </span>
        <span className="min-w-0 truncate">
          {said === "" ? "Add a source" : said}
          <span className="sr-only"> ({of})</span>
        </span>
      </summary>
      {shown && <SourceFields name={name} />}
    </details>
  );
}

function SourceFields({ name }: { name: string }) {
  const { register } = useFormContext();
  return (
    <div className="grid gap-3 py-2 sm:grid-cols-2">
      <TextField
        label="Source"
        hint="Its title"
        field={register(`${name}.sourceTitle`)}
        longest={LENGTH.text}
      />
      <TextField
        label="Address"
        hint="https://…"
        type="url"
        field={register(`${name}.sourceUrl`)}
        longest={LENGTH.url}
      />
      <CheckedField name={`${name}.checkedAt`} />
    </div>
  );
}

function CheckedField({ name }: { name: string }) {
  const { setValue } = useFormContext();
  const readOnly = useReadOnly();
  return (
    <div className="flex items-end gap-2">
      <DateField label="Checked on" name={name} className="flex-1" />
      {!readOnly && (
        <Button className="shrink-0" onClick={() => setValue(name, today())}>
          Today
        </Button>
      )}
    </div>
  );
}

/** "Source: State of JS, checked 2026-10-31"; "" when nothing is known. */
function sayWhere(fields: Fields | undefined): string {
  const { sourceTitle = "", sourceUrl = "", checkedAt = "" } = fields ?? {};
  const source = sourceTitle.trim() || sourceUrl.trim();
  return [source && `Source: ${source}`, checkedAt && `checked ${checkedAt.slice(0, 10)}`]
    .filter(Boolean)
    .join(", ");
}

/** The day it is where the editor sits. */
function today(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
