import type { Tally } from "@/lib/votes/choices";

/** "412 readers agree, 37 disagree" */
export function tallyWords({ agrees, disagrees }: Tally): string {
  if (agrees + disagrees === 0) return "No reader has voted yet";
  const [agree, disagree] = [
    agrees === 1 ? "reader agrees" : "readers agree",
    disagrees === 1 ? "disagrees" : "disagree",
  ];
  return `${agrees.toLocaleString("en")} ${agree}, ${disagrees.toLocaleString("en")} ${disagree}`;
}
