"use client";

import { useEffect, useRef } from "react";

type Deeds = { save: () => void; publish?: () => void };

/** Ctrl or Cmd with S saves now, with Enter publishes; wherever on the page the focus is, but not in a dialog. */
export function useShortcuts(deeds: Deeds): void {
  const newest = useRef(deeds);
  newest.current = deeds;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.isComposing) return;
      const isSave = event.key.toLowerCase() === "s";
      if (!isSave && event.key !== "Enter") return;
      event.preventDefault();
      const inDialog = (event.target as Element).closest('[role="dialog"], [role="alertdialog"]');
      if (inDialog || event.repeat) return;
      if (isSave) newest.current.save();
      else newest.current.publish?.();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
