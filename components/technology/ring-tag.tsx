import { RING_NAMES } from "@/lib/verdict/basis";
import type { Ring } from "@/lib/verdict/types";

const LOOK: Record<Ring, string> = {
  adopt: "border-ice-line bg-ice-wash text-ice",
  trial: "border-ice-line text-ice",
  assess: "border-line text-soft",
  hold: "border-line border-dashed text-soft",
};

/** The editors' standing rating. */
export function RingTag({ ring }: { ring: Ring }) {
  return (
    <span className={`shrink-0 rounded-full border px-2.5 py-0.5 text-sm ${LOOK[ring]}`}>
      <span className="sr-only">Our rating: </span>
      {RING_NAMES[ring]}
    </span>
  );
}
