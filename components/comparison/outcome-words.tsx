import { PickMark } from "@/components/ui/pick-mark";
import type { CuratedEntry } from "@/lib/comparisons/types";

/** What came of a curated comparison, in a list of them. */
export function OutcomeWords({ outcome, pick }: Pick<CuratedEntry, "outcome" | "pick">) {
  if (outcome === "too-close") return "Too close to call";
  if (outcome === "different-jobs" || !pick) return "Different jobs";
  return (
    <>
      <PickMark className="mr-1.5 inline-block size-[1.1em] align-[-0.18em] text-mark" />
      We pick <b className="font-semibold text-ice">{pick}</b>
    </>
  );
}
