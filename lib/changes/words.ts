import { RING_NAMES } from "../verdict/basis";
import type { Ring } from "../verdict/types";
import type { Change, ImportCounts, Stand } from "./types";

// What changed, in the words that pages, the feed and llms.txt share.

/** "Go vs Rust: we pick Go", "Bun: from Trial to Adopt". */
export function changeTitle(change: Change): string {
  if (change.kind === "import") return importWords(change.counts);
  if (change.kind === "technology-added") return `${change.technology.name} is on file`;
  if (change.kind === "rating-changed") {
    return `${change.technology.name}: ${ratingWords(change.from, change.to)}`;
  }
  const { left, right } = change.comparison;
  const names = `${left.name} vs ${right.name}`;
  if (change.kind === "comparison-added") return `${names}: ${standWords(change.to)}`;
  return `${names}: ${instead(change.to)}`;
}

/** Where the change can be read: a path. */
export function changePath(change: Change): string {
  if (change.kind === "import") return "/changes";
  if (change.kind === "technology-added" || change.kind === "rating-changed") {
    return `/technologies/${change.technology.slug}`;
  }
  const { left, right } = change.comparison;
  return `/compare/${left.slug}-vs-${right.slug}`;
}

export function standWords({ outcome, pick }: Stand): string {
  if (outcome === "pick") return `we pick ${pick}`;
  return outcome === "too-close" ? "too close to call" : "different jobs";
}

function instead({ outcome, pick }: Stand): string {
  if (outcome === "pick") return `we now pick ${pick}`;
  return outcome === "too-close" ? "now too close to call" : "now different jobs";
}

/** "The pick was Go, now it is Rust." */
export function verdictWords(from: Stand, to: Stand): string {
  const before =
    from.outcome === "pick"
      ? `The pick was ${from.pick}`
      : from.outcome === "too-close"
        ? "It was too close to call"
        : "We saw different jobs";
  const now =
    to.outcome === "pick"
      ? from.outcome === "pick"
        ? `now it is ${to.pick}`
        : `now the pick is ${to.pick}`
      : to.outcome === "too-close"
        ? "now it is too close to call"
        : "now we see different jobs";
  return `${before}, ${now}.`;
}

/** "from Trial to Adopt". */
export function ratingWords(from: Ring | undefined, to: Ring | undefined): string {
  if (from && to) return `from ${RING_NAMES[from]} to ${RING_NAMES[to]}`;
  if (to) return `now rated ${RING_NAMES[to]}`;
  return from ? `not rated any more, was ${RING_NAMES[from]}` : "not rated";
}

/** "52 technologies and 4 new verdicts came in together". */
export function importWords(counts: ImportCounts): string {
  const { comparisonsAdded, technologiesAdded, verdictsChanged, ratingsChanged } = counts;
  const parts = [
    counted(comparisonsAdded, "comparison", "comparisons"),
    counted(technologiesAdded, "technology", "technologies"),
    counted(verdictsChanged, "changed verdict", "changed verdicts"),
    counted(ratingsChanged, "changed rating", "changed ratings"),
  ].filter((part) => part !== null);
  return `${new Intl.ListFormat("en-GB").format(parts)} came in together`;
}

function counted(count: number, one: string, many: string): string | null {
  return count === 0 ? null : `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
