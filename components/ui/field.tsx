"use client";

import {
  type ComponentProps,
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
} from "react";

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean };

const FieldContext = createContext<Wiring | null>(null);

type FieldProps = {
  label: string;
  /** Said below the label before anything is typed. */
  hint?: ReactNode;
  /** What is wrong, as the rest of a sentence that the label begins: "is required". */
  error?: string | undefined;
  /** The label is read out and not shown: for rows in which sighted readers see it elsewhere. */
  hideLabel?: boolean;
  /** Shown beside the label, at its end: a counter, a small button. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A label, one control (an input, area or select of this file) and what there is to say about it, tied together. */
export function Field({
  label,
  hint,
  error,
  hideLabel = false,
  aside,
  className = "",
  children,
}: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={`min-w-0 ${className}`}>
      <div className={hideLabel && !aside ? "sr-only" : "mb-1.5 flex items-baseline justify-between gap-3"}>
        <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-[0.95rem]"}>
          {label}
        </label>
        {aside}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="-mt-1 mb-1.5 text-soft text-sm">
          {hint}
        </p>
      )}
      <FieldContext value={{ id, describedBy: described || undefined, invalid: Boolean(error) }}>
        {children}
      </FieldContext>
      <FieldError id={`${id}-error`} label={label} error={error} />
    </div>
  );
}

/** The paragraph that says an error; announced as it appears. */
function FieldError({ id, label, error }: { id: string; label: string; error: string | undefined }) {
  return (
    <div aria-live="polite">
      {error && (
        <p id={id} className="mt-1.5 flex gap-1.5 text-bad text-sm">
          <span aria-hidden="true">▲</span>
          <span>
            {label} {error}
          </span>
        </p>
      )}
    </div>
  );
}

/** What ties a control to the field round it. Outside a field nothing does, and the control needs a name of its own. */
export function useWiring() {
  const field = useContext(FieldContext);
  if (!field) return {};
  return { id: field.id, "aria-describedby": field.describedBy, "aria-invalid": field.invalid || undefined };
}

// Sixteen pixels on small screens: below that, phones zoom in on what is focused.
export const CONTROL =
  "block w-full min-w-0 rounded-lg border border-soft/70 bg-raised px-3 text-base placeholder:text-soft/80 hover:border-soft focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:opacity-60 aria-invalid:border-bad read-only:bg-paper md:text-[0.95rem]";

export function TextInput({ className = "", type = "text", ...rest }: ComponentProps<"input">) {
  return (
    <input {...useWiring()} {...rest} type={type} className={`${CONTROL} min-h-10 py-1.5 ${className}`} />
  );
}

/** An area that grows with its text; `rows` is its least height. */
export function TextArea({
  className = "",
  rows = 2,
  style,
  ref,
  onInput,
  ...rest
}: ComponentProps<"textarea">) {
  const own = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (own.current) growByHand(own.current);
  }, []);
  const attach = (element: HTMLTextAreaElement | null) => {
    own.current = element;
    if (typeof ref === "function") return ref(element);
    if (ref) ref.current = element;
  };
  const grow = (event: FormEvent<HTMLTextAreaElement>) => {
    growByHand(event.currentTarget);
    onInput?.(event as Parameters<NonNullable<typeof onInput>>[0]);
  };
  return (
    <textarea
      {...useWiring()}
      {...rest}
      ref={attach}
      rows={rows}
      onInput={grow}
      style={{ minHeight: `calc(${rows}lh + 1rem + 2px)`, ...style }}
      className={`${CONTROL} field-sizing-content resize-y py-2 leading-normal ${className}`}
    />
  );
}

/** For browsers that cannot size a field by its content themselves. */
function growByHand(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + 2}px`;
}

export function Select({ className = "", children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block min-w-0">
      <select
        {...useWiring()}
        {...rest}
        className={`${CONTROL} min-h-10 cursor-pointer appearance-none truncate py-1.5 pr-9 ${className}`}
      >
        {children}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
      >
        <path
          d="m3.5 6 4.5 4.5L12.5 6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
      </svg>
    </span>
  );
}

/** A box with its label behind it. It needs no field round it. */
export function Checkbox(props: ComponentProps<"input"> & { label: ReactNode; hint?: ReactNode }) {
  const { label, hint, className = "", ...rest } = props;
  const id = useId();
  return (
    <div className={`flex min-h-6 items-start gap-2.5 ${className}`}>
      <input
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        id={id}
        type="checkbox"
        className="mt-0.5 size-5 shrink-0 cursor-pointer accent-ice"
      />
      <div className="min-w-0 text-[0.95rem]">
        <label htmlFor={id} className="cursor-pointer">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-soft text-sm">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
