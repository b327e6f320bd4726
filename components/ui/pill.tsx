import type { ReactNode } from "react";

/** From the loudest to the quietest. */
export type PillTone = "lit" | "outlined" | "quiet" | "open";

const LOOK: Record<PillTone, string> = {
  lit: "border-ice-line bg-ice-wash text-ice",
  outlined: "border-ice-line text-ice",
  quiet: "border-line text-soft",
  open: "border-line border-dashed text-soft",
};

export function pillClass(tone: PillTone = "quiet"): string {
  return `shrink-0 rounded-full border px-2.5 py-0.5 text-small ${LOOK[tone]}`;
}

/** A word or two that says what something is. */
export function Pill({ tone, children }: { tone?: PillTone; children: ReactNode }) {
  return <span className={pillClass(tone)}>{children}</span>;
}
