"use client";

import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import { get, type UseFormRegisterReturn, useFormContext, useFormState, useWatch } from "react-hook-form";
import { Field, Select, TextArea, TextInput, useWiring } from "@/components/ui/field";
import { useReadOnly } from "./editing-context";

// The editors' fields. The browser holds what is typed in them, and a key pressed in one renders that one at most.

type Props = {
  label: string;
  hint?: ReactNode;
  /** What `register` of react-hook-form gives. */
  field: UseFormRegisterReturn;
  hideLabel?: boolean;
  className?: string;
  /** In code points: near it and beyond it a counter shows. */
  longest?: number;
  /** Advice on what is typed; it never keeps anybody from publishing. */
  advise?: (text: string) => string | undefined;
};

type InputProps = Props & { type?: "text" | "url"; placeholder?: string; inputMode?: "numeric" };

export function TextField({ type, placeholder, inputMode, ...props }: InputProps) {
  const readOnly = useReadOnly();
  return (
    <FieldFrame {...props}>
      {(described) => (
        <TextInput
          {...props.field}
          {...described}
          readOnly={readOnly}
          {...(placeholder && { placeholder })}
          {...(type === "url" && { ...URL_INPUT })}
          {...(inputMode && { inputMode })}
          autoComplete="off"
        />
      )}
    </FieldFrame>
  );
}

const URL_INPUT = { inputMode: "url", spellCheck: false, autoCapitalize: "none" } as const;

type AreaProps = Props & {
  rows?: number;
  placeholder?: string;
  /** A text of one line, however many it is shown on: Enter breaks no line in it. */
  oneLine?: boolean;
  /** Leaves room for a sign in front of the text. */
  inset?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  onPaste?: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
};

export function AreaField(given: AreaProps) {
  const { rows, placeholder, oneLine = false, inset = false, onKeyDown, onPaste, ...props } = given;
  const readOnly = useReadOnly();
  return (
    <FieldFrame {...props}>
      {(described) => (
        <TextArea
          {...props.field}
          {...described}
          readOnly={readOnly}
          rows={rows ?? (oneLine ? 1 : 3)}
          {...(placeholder && { placeholder })}
          autoComplete="off"
          className={inset ? "pl-8" : ""}
          onKeyDown={(event) => {
            onKeyDown?.(event);
            if (oneLine && event.key === "Enter" && !event.nativeEvent.isComposing) event.preventDefault();
          }}
          onPaste={(event) => {
            onPaste?.(event);
            if (oneLine && !readOnly && !event.defaultPrevented) pasteOnOneLine(event);
          }}
        />
      )}
    </FieldFrame>
  );
}

export function SelectField({ children, ...props }: Props & { children: ReactNode }) {
  const readOnly = useReadOnly();
  return (
    <FieldFrame {...props}>
      {(described) => (
        <Select {...props.field} {...described} disabled={readOnly}>
          {children}
        </Select>
      )}
    </FieldFrame>
  );
}

/** What the form says is wrong with a field: the rest of a sentence that the label begins. */
export function useFieldError(name: string): string | undefined {
  const { control } = useFormContext();
  const { errors } = useFormState({ control, name, exact: true });
  const error = get(errors, name) as { message?: string } | undefined;
  return error?.message;
}

function FieldFrame(
  props: Props & { children: (described: { "aria-describedby": string | undefined }) => ReactNode },
) {
  const { label, hint, field, hideLabel = false, className = "", longest, advise, children } = props;
  const error = useFieldError(field.name);
  const { control } = useFormContext();
  const { left, advice } = useWatch({
    control,
    name: field.name,
    exact: true,
    compute: (text: string) => ({
      left: roomLeft(text ?? "", longest),
      advice: advise?.(text ?? "") ?? null,
    }),
  });
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      hideLabel={hideLabel}
      className={className}
      aside={left !== null && <Counter left={left} />}
    >
      <Described advice={advice}>{children}</Described>
    </Field>
  );
}

function Counter({ left }: { left: number }) {
  return (
    <span className={`shrink-0 text-sm tabular-nums ${left < 0 ? "font-semibold text-bad" : "text-soft"}`}>
      {left < 0 ? `${-left} too many` : `${left} left`}
    </span>
  );
}

/** The control, and the advice under it, where it moves nothing that is being typed in. */
function Described(props: {
  advice: string | null;
  children: (described: { "aria-describedby": string | undefined }) => ReactNode;
}) {
  const id = useId();
  const { "aria-describedby": wired } = useWiring();
  const ids = [wired, props.advice && id].filter(Boolean).join(" ");
  return (
    <>
      {props.children({ "aria-describedby": ids || undefined })}
      <div role="status">
        {props.advice && (
          <p id={id} className="mt-1.5 flex gap-1.5 text-sm text-soft">
            <span aria-hidden="true" className="text-ice">
              ◆
            </span>
            <span>Look again: this {props.advice}.</span>
          </p>
        )}
      </div>
    </>
  );
}

/** How many more code points fit; null while there is plenty of room. */
function roomLeft(text: string, longest: number | undefined): number | null {
  if (longest === undefined || text.length < longest * 0.85) return null;
  return longest - [...text.trim().normalize("NFC")].length;
}

/** As one insertion, which the browser can undo. */
function pasteOnOneLine(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\r\n]/.test(text)) return;
  event.preventDefault();
  insertText(event.currentTarget, text.trim().replaceAll(/\s*[\r\n]+\s*/g, " "));
}

/** In place of what is selected, as if it were typed. */
export function insertText(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand("insertText", false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}
