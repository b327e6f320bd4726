import { type PillTone, pillClass } from "@/components/ui/pill";
import { RING_NAMES } from "@/lib/verdict/basis";
import type { Ring } from "@/lib/verdict/types";

const TONES: Record<Ring, PillTone> = { adopt: "lit", trial: "outlined", assess: "quiet", hold: "open" };

/** The editors' standing rating. */
export function RingTag({ ring }: { ring: Ring }) {
  return (
    <span className={pillClass(TONES[ring])}>
      <span className="sr-only">Our rating: </span>
      {RING_NAMES[ring]}
    </span>
  );
}
