/**
 * How many slips turn one word into the other: a letter too many, too few, another one, or two neighbours in the
 * wrong order (optimal string alignment, as in https://en.wikipedia.org/wiki/Damerau-Levenshtein_distance). Letters are
 * code points. Pure.
 */
export function slipsBetween(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let least = Math.min(
        at(last, column) + 1,
        at(next, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) least = Math.min(least, at(before, column - 2) + 1);
      next.push(least);
    }
    [before, last] = [last, next];
  }
  return at(last, b.length);
}

function at(row: number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

/** How many slips a word of this length may have and still be meant. */
export function slipsAllowed(word: string): number {
  const { length } = [...word];
  if (length < 3) return 0;
  return length < 6 ? 1 : length < 9 ? 2 : 3;
}
