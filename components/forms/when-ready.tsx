"use client";

import type { ReactNode } from "react";
import { useReady } from "./use-ready";

/** Controls that a script works: they take nothing until it runs, so that no press and no word is lost. */
export function WhenReady({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <fieldset disabled={!useReady()} className={`min-w-0 ${className ?? ""}`}>
      {children}
    </fieldset>
  );
}
