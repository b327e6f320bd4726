"use client";

import { AlertDialog as BaseAlert } from "@base-ui/react/alert-dialog";
import { Dialog as Base } from "@base-ui/react/dialog";
import type { ComponentProps, ReactNode } from "react";
import { Button } from "./button";

const WIDTHS = { small: "max-w-md", medium: "max-w-xl", large: "max-w-5xl" };

const BACKDROP =
  "fixed inset-0 z-30 min-h-dvh bg-black/35 data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-opacity dark:bg-black/60";
const VIEWPORT = "fixed inset-0 z-30 grid place-items-center overflow-y-auto overscroll-contain p-4 md:p-8";
const POPUP =
  "relative w-full rounded-xl border border-line bg-raised p-5 text-ink shadow-2xl outline-none data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-opacity motion-safe:duration-100 md:p-6";
const TITLE = "pr-10 font-bold font-display text-xl leading-snug tracking-tight";
const DESCRIPTION = "mt-1.5 text-[0.95rem] text-soft leading-relaxed";

type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: ReactNode;
  size?: keyof typeof WIDTHS;
  /** A press outside leaves it open: for dialogs in which something is typed. */
  sticky?: boolean;
  /** What to focus first; without it, the first control. */
  initialFocus?: ComponentProps<typeof Base.Popup>["initialFocus"];
  /** What to focus afterwards; without it, what had the focus before. */
  finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
  children: ReactNode;
};

/** A dialog over the page. The focus stays in it, Escape closes it, and closing gives the focus back. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, size = "small", sticky = false, children } = props;
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} disablePointerDismissal={sticky}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Viewport className={VIEWPORT}>
          <Base.Popup
            className={`${POPUP} ${WIDTHS[size]}`}
            initialFocus={props.initialFocus}
            finalFocus={props.finalFocus}
          >
            <Base.Title className={TITLE}>{title}</Base.Title>
            {description && <Base.Description className={DESCRIPTION}>{description}</Base.Description>}
            <div className="mt-4">{children}</div>
            <Base.Close
              aria-label="Close"
              className="absolute top-3.5 right-3.5 grid size-9 cursor-pointer place-items-center rounded-lg text-soft hover:bg-ice-wash hover:text-ink"
            >
              <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4">
                <path
                  d="m3 3 10 10M13 3 3 13"
                  stroke="currentColor"
                  strokeWidth="1.6"
                  strokeLinecap="round"
                />
              </svg>
            </Base.Close>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  );
}

/** The row of buttons that ends a dialog. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-wrap items-center justify-end gap-2.5">{children}</div>;
}

type ConfirmProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description: ReactNode;
  /** What the button does, as a verb: "Disable the account". */
  confirm: string;
  cancel?: string;
  danger?: boolean;
  busy?: boolean;
  onConfirm: () => void;
  finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
  /** What went wrong, or what else is to be said or filled in. */
  children?: ReactNode;
};

/** A question that must be answered. It stays open until `open` is false: close it when the deed is done. */
export function ConfirmDialog(props: ConfirmProps) {
  const {
    open,
    onOpenChange,
    title,
    description,
    confirm,
    cancel = "Cancel",
    danger = false,
    busy = false,
  } = props;
  return (
    <BaseAlert.Root open={open} onOpenChange={onOpenChange}>
      <BaseAlert.Portal>
        <BaseAlert.Backdrop className={BACKDROP} />
        <BaseAlert.Viewport className={VIEWPORT}>
          <BaseAlert.Popup className={`${POPUP} ${WIDTHS.small}`} finalFocus={props.finalFocus}>
            <BaseAlert.Title className={TITLE}>{title}</BaseAlert.Title>
            <BaseAlert.Description className={DESCRIPTION}>{description}</BaseAlert.Description>
            {props.children && <div className="mt-4">{props.children}</div>}
            <DialogActions>
              <BaseAlert.Close render={<Button>{cancel}</Button>} />
              <Button variant={danger ? "danger" : "primary"} busy={busy} onClick={props.onConfirm}>
                {confirm}
              </Button>
            </DialogActions>
          </BaseAlert.Popup>
        </BaseAlert.Viewport>
      </BaseAlert.Portal>
    </BaseAlert.Root>
  );
}
