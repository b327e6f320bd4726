// The order of a list that two editors changed.

/** The indexes of a longest rising subsequence (patience sorting: Fredman 1975, n log n). */
export function longestRise(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (tails[low - 1] ?? -1) : -1;
    tails[low] = index;
  });
  const rise: number[] = [];
  for (let index = tails.at(-1) ?? -1; index !== -1; index = before[index] ?? -1) rise.push(index);
  return rise.reverse();
}

/** Keys that stand elsewhere among their fellows than they did: as few as explain the new order. */
export function movedKeys(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(before.map((key, index) => [key, index]));
  const kept = after.filter((key) => places.has(key));
  const rise = new Set(longestRise(kept.map((key) => places.get(key) ?? 0)));
  return new Set(kept.filter((_, index) => !rise.has(index)));
}

/**
 * The order of the rows in `keep`: theirs, into which rows that only mine added, moved or kept go behind the row
 * that they follow in mine. A row that both moved stands where theirs has it.
 */
export function mergeOrder(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
  keep: ReadonlySet<string>,
): string[] {
  const movedByTheirs = movedKeys(base, theirs);
  const movedByMine = movedKeys(base, mine);
  const order = theirs.filter((key) => keep.has(key) && (!movedByMine.has(key) || movedByTheirs.has(key)));
  const placed = new Set(order);
  let previous: string | null = null;
  for (const key of mine) {
    if (!keep.has(key)) continue;
    if (!placed.has(key)) order.splice(previous === null ? 0 : order.indexOf(previous) + 1, 0, key);
    placed.add(key);
    previous = key;
  }
  return order;
}
