import type { ReactNode } from "react";

/** What stands where a list would, when there is nothing in it. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-xl border border-line border-dashed px-6 py-14 text-center text-lg text-soft">
      {children}
    </p>
  );
}
