"use client";

import type { ComponentProps, MouseEvent } from "react";

/**
 * `primary`: the one thing the page is for. `danger`: what cannot be taken back easily. `quiet`: everything else;
 * `bare` where a border would be too much.
 */
export type ButtonVariant = "primary" | "quiet" | "danger" | "bare";
export type ButtonSize = "normal" | "small";

const VARIANTS: Record<ButtonVariant, string> = {
  primary: "border-transparent bg-ice text-paper hover:brightness-90",
  quiet: "border-line bg-raised text-ink hover:border-ice-line hover:bg-ice-wash",
  danger: "border-transparent bg-bad text-paper hover:brightness-90",
  bare: "border-transparent text-soft hover:bg-ice-wash hover:text-ink",
};

const SIZES: Record<ButtonSize, string> = {
  normal: "min-h-10 px-4 py-1.5 text-[0.95rem]",
  small: "min-h-8 px-2.5 py-1 text-sm",
};

const BASE =
  "inline-flex cursor-pointer select-none items-center justify-center gap-2 rounded-lg border font-medium leading-tight";
const OFF =
  "disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-60";

/** The look of a button, for elements that are not made here, such as the trigger of a menu. */
export function buttonClass(variant: ButtonVariant = "quiet", size: ButtonSize = "normal"): string {
  return `${BASE} ${OFF} ${VARIANTS[variant]} ${SIZES[size]}`;
}

type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Something is under way: presses do nothing, and the button keeps its place and the focus. */
  busy?: boolean;
};

export function Button(props: ButtonProps) {
  const { variant, size, busy = false, type = "button", className = "", children, onClick, ...rest } = props;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    // A disabled button would lose the focus; this one only does nothing, a form's submission included.
    if (busy) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      className={`${buttonClass(variant, size)} ${className}`}
      onClick={press}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}

/** A link with the looks of a button: it leads somewhere and changes nothing. */
export function ButtonLink(props: ComponentProps<"a"> & { variant?: ButtonVariant; size?: ButtonSize }) {
  const { variant, size, className = "", ...rest } = props;
  return <a {...rest} className={`${buttonClass(variant, size)} ${className}`} />;
}

function Spinner() {
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0 motion-safe:animate-spin">
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeOpacity=".3" />
      <path d="M14 8a6 6 0 0 0-6-6" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
