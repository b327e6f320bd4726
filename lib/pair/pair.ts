// Addresses of comparisons: "/compare/{left}-vs-{right}". Pure; knows slugs, not records.

export type Pair = { left: string; right: string };

const SEPARATOR = "-vs-";
const LONGEST_SLUG = 80;

/**
 * A slug is 1 to 80 of a-z and 0-9 with single hyphens between, and holds nothing that would split a pair's
 * address in the wrong place: no "-vs-" inside, no "vs-" in front, no "-vs" behind.
 */
export function isSlug(value: string): boolean {
  return (
    value.length <= LONGEST_SLUG &&
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) &&
    !value.includes(SEPARATOR) &&
    !value.startsWith("vs-") &&
    !value.endsWith("-vs")
  );
}

/**
 * Reads one path segment as an outsider wrote it: percent-encoded, in mixed case or with a trailing slash as may
 * be. Null when no slug can be meant. Compare the segment with what `pairSegment` makes to see whether it was
 * the canonical form.
 */
export function readSlug(segment: string): string | null {
  const slug = readSegment(segment);
  return slug !== null && isSlug(slug) ? slug : null;
}

/** Like readSlug, for a pair: null unless the segment is two slugs with "-vs-" between them. */
export function parsePair(segment: string): Pair | null {
  const text = readSegment(segment);
  const at = text?.indexOf(SEPARATOR) ?? -1;
  if (text === null || at === -1) return null;
  const [left, right] = [text.slice(0, at), text.slice(at + SEPARATOR.length)];
  return isSlug(left) && isSlug(right) ? { left, right } : null;
}

/** The order in which a pair without a curated comparison is addressed: by code unit of the slugs. */
export function inAddressOrder(pair: Pair): Pair {
  return pair.left < pair.right ? pair : { left: pair.right, right: pair.left };
}

export function pairSegment({ left, right }: Pair): string {
  return `${left}${SEPARATOR}${right}`;
}

export function pairPath(pair: Pair): string {
  return `/compare/${pairSegment(pair)}`;
}

/** One text for a pair, whichever side is named first. */
export function pairKey(pair: Pair): string {
  return pairSegment(inAddressOrder(pair));
}

/**
 * The segment decoded (once), without trailing slashes and in lower case; null when it has other letters than a
 * slug's. They are looked at before their case is changed: the Kelvin sign would become a plain k.
 */
function readSegment(segment: string): string | null {
  try {
    const text = /^([A-Za-z0-9-]+)\/*$/.exec(decodeURIComponent(segment))?.[1];
    return text?.toLowerCase() ?? null;
  } catch {
    return null;
  }
}
