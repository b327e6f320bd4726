"use client";

import { type ReactNode, useRef } from "react";
import { flushSync } from "react-dom";
import { get, useFormContext, useFormState, useWatch } from "react-hook-form";
import { useToast } from "@/components/ui/toast";
import { MOST_ROWS } from "@/lib/form-fields";
import { useReadOnly } from "./editing-context";

type ChipsProps = {
  /** The form's field, a list of texts. */
  name: string;
  legend: string;
  hint?: ReactNode;
  /** What a text is shown as; without it, the text itself. */
  show?: (text: string) => ReactNode;
  /** The field that adds to the list. */
  children: (list: { add: (texts: string[]) => void; error: string | undefined }) => ReactNode;
};

/** A list of short texts of which each is there once. */
export function Chips({ name, legend, hint, show, children }: ChipsProps) {
  const { control, getValues, setValue, clearErrors } = useFormContext();
  const texts: string[] = useWatch({ control, name, exact: true }) ?? [];
  const error = useListError(name, texts);
  const readOnly = useReadOnly();
  const toast = useToast();
  const within = useRef<HTMLFieldSetElement>(null);

  const write = (next: string[]) => {
    setValue(name, next);
    clearErrors(name);
  };
  const add = (given: string[]) => {
    const wanted = given.map((text) => text.trim()).filter((text) => text !== "");
    const next = [...new Set([...(getValues(name) as string[]), ...wanted])];
    if (next.length <= MOST_ROWS) write(next);
    else toast({ text: `There is no room for more than ${MOST_ROWS}.`, tone: "bad" });
  };
  const remove = (text: string) => {
    const at = texts.indexOf(text);
    flushSync(() => write(texts.toSpliced(at, 1)));
    const buttons = within.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [];
    const near = buttons[at] ?? buttons[at - 1] ?? within.current?.querySelector<HTMLElement>("input");
    near?.focus();
    toast({
      text: `Removed “${text}”`,
      action: {
        label: "Undo",
        onPress: () => {
          const now: string[] = getValues(name);
          if (!now.includes(text)) write(now.toSpliced(at, 0, text));
        },
      },
    });
  };

  return (
    <fieldset ref={within} className="min-w-0">
      <legend className="mb-1 font-medium text-[0.95rem]">{legend}</legend>
      {hint && <p className="mb-2 text-soft text-sm">{hint}</p>}
      {texts.length > 0 && (
        <ul className="mb-2.5 flex flex-wrap gap-1.5">
          {texts.map((text) => (
            <li
              key={text}
              className="flex min-h-8 min-w-0 items-center rounded-lg border border-line bg-paper pl-2.5 text-[0.95rem]"
            >
              <span className={`min-w-0 ${readOnly ? "pr-2.5" : ""}`}>{show?.(text) ?? text}</span>
              {!readOnly && (
                <button
                  type="button"
                  data-chip
                  aria-label={`Remove ${text}`}
                  onClick={() => remove(text)}
                  className="grid size-8 shrink-0 cursor-pointer place-items-center text-soft hover:text-ink"
                >
                  <span aria-hidden="true">✕</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && children({ add, error })}
    </fieldset>
  );
}

/** What is wrong with the list, or with one of its texts. */
function useListError(name: string, texts: string[]): string | undefined {
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name });
  const found = get(errors, name) as
    | ({ message?: string } & Record<number, { message?: string }>)
    | undefined;
  if (!found) return undefined;
  const wrong = texts.findIndex((_, index) => found[index]?.message);
  return found.message ?? (wrong === -1 ? undefined : `“${texts[wrong]}” ${found[wrong]?.message}`);
}
