"use client";

import type { ClipboardEvent, ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field, TextInput } from "@/components/ui/field";
import { Chips } from "./chips";

type Props = { name: string; legend: string; one: string; hint?: ReactNode };

/** Short texts, one added after the other. What is left in the field counts as well. */
export function TextChips({ name, legend, one, hint }: Props) {
  return (
    <Chips name={name} legend={legend} hint={hint}>
      {({ add, error }) => {
        const take = (input: HTMLInputElement | null) => {
          if (!input) return;
          add([input.value]);
          input.value = "";
        };
        return (
          <Field label={`Another ${one}`} hideLabel error={error}>
            <div className="flex gap-2">
              <TextInput
                placeholder={`Another ${one}`}
                autoComplete="off"
                onKeyDown={(event) => {
                  if (
                    event.key !== "Enter" ||
                    event.nativeEvent.isComposing ||
                    event.ctrlKey ||
                    event.metaKey
                  )
                    return;
                  event.preventDefault();
                  take(event.currentTarget);
                }}
                onBlur={(event) => take(event.currentTarget)}
                onPaste={(event) => pasteList(event, add)}
              />
              <Button
                className="shrink-0 whitespace-nowrap"
                aria-label={`Add the ${one}`}
                onClick={(event) => {
                  const input = event.currentTarget.parentElement?.querySelector("input") ?? null;
                  take(input);
                  input?.focus();
                }}
              >
                Add
              </Button>
            </div>
          </Field>
        );
      }}
    </Chips>
  );
}

/** Several lines are several texts. */
function pasteList(event: ClipboardEvent<HTMLInputElement>, add: (texts: string[]) => void): void {
  const lines = event.clipboardData.getData("text/plain").split(/[\r\n]+/);
  if (lines.length < 2) return;
  event.preventDefault();
  add(lines);
}
