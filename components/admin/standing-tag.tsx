import type { Standing } from "@/lib/listing";

const LOOKS = {
  draft: "border-soft/60 border-dashed text-soft",
  live: "border-ice-line text-ice",
  changed: "border-ice-line bg-ice-wash text-ice",
  unpublished: "border-line bg-paper text-soft",
};

/** How an item stands, in words: whether readers see it, and whether a draft waits. */
export function StandingTag({ standing }: { standing: Standing }) {
  const { published, hasDraft } = standing;
  const look = published === null ? "draft" : published === "live" && hasDraft ? "changed" : published;
  return (
    <span
      className={`inline-block whitespace-nowrap rounded-full border px-2.5 py-0.5 text-sm ${LOOKS[look]}`}
    >
      {standingText(standing)}
    </span>
  );
}

function standingText({ published, hasDraft }: Standing): string {
  if (published === null) return "Draft";
  const place = published === "live" ? "Live" : "Unpublished";
  return hasDraft ? `${place}, with changes` : place;
}
