"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { type ReactNode, useCallback, useEffect } from "react";
import { buttonClass } from "./button";

export type ToastMessage = {
  text: string;
  tone?: "good" | "bad";
  /** One thing that can be done about it, such as "Undo". */
  action?: { label: string; onPress: () => void };
  /** How long it stays; 0 until it is dismissed. The clock stands still while it is pointed at or focused. */
  seconds?: number;
};

const SECONDS = 6;
const SECONDS_TO_ACT = 15;

/** Goes round everything that says `useToast`. What is said appears at the bottom; F6 moves the focus there. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Base.Provider limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 left-4 z-50 flex flex-col-reverse gap-2 sm:left-auto sm:w-96 print:hidden">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
      <SaidBefore />
    </Base.Provider>
  );
}

const KEPT = "toast";

/** Loads the page anew, to show what has changed, and says this on it. */
export function reloadSaying(message: Pick<ToastMessage, "text" | "tone">): void {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(message));
  } catch {
    // Without storage the page says it by what it shows.
  }
  location.reload();
}

function SaidBefore() {
  const say = useToast();
  useEffect(() => {
    try {
      const kept = sessionStorage.getItem(KEPT);
      sessionStorage.removeItem(KEPT);
      if (kept) say(JSON.parse(kept) as ToastMessage);
    } catch {
      // Nothing was kept.
    }
  }, [say]);
  return null;
}

/** Gives the function that says something in passing. It is announced, and at once when its tone is bad. */
export function useToast(): (message: ToastMessage) => void {
  const { add, close } = Base.useToastManager();
  return useCallback(
    ({ text, tone = "good", action, seconds }: ToastMessage) => {
      const id = add({
        title: text,
        type: tone,
        priority: tone === "bad" ? "high" : "low",
        timeout: (seconds ?? (action ? SECONDS_TO_ACT : SECONDS)) * 1_000,
        ...(action && {
          actionProps: {
            children: action.label,
            onClick: () => {
              close(id);
              action.onPress();
            },
          },
        }),
      });
    },
    [add, close],
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      swipeDirection={["right", "down"]}
      className={`rounded-lg border bg-raised text-ink shadow-xl data-limited:hidden data-ending-style:opacity-0 data-starting-style:opacity-0 motion-safe:transition-opacity ${toast.type === "bad" ? "border-bad" : "border-ice-line"}`}
    >
      <Base.Content className="flex items-center gap-2 py-2 pr-2 pl-4">
        <Base.Title className="min-w-0 flex-1 py-1 text-[0.95rem]" render={<p />} />
        {toast.actionProps && <Base.Action className={buttonClass("quiet", "small")} />}
        <Base.Close aria-label="Dismiss" className={buttonClass("bare", "small")}>
          <span aria-hidden="true">✕</span>
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
