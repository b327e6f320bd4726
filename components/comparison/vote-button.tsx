import type { ReactNode } from "react";
import type { VoteChoice } from "@/lib/votes/choices";

/** Sends the form around it with this choice. */
export function VoteButton(props: { choice: VoteChoice; busy?: boolean; children: ReactNode }) {
  const { choice, busy = false, children } = props;
  return (
    <button
      type="submit"
      name="choice"
      value={choice}
      aria-disabled={busy || undefined}
      className="min-h-11 cursor-pointer rounded-lg border border-soft bg-raised px-5 py-2 font-semibold hover:border-ice hover:bg-ice-wash aria-disabled:opacity-60"
    >
      {children}
    </button>
  );
}
