import { listOf, namingLeaf, putTogether, type Row, takeApart } from "./leaves";
import { longestRise } from "./order";
import type { Form } from "./types";

/**
 * The form `theirs`, whose rows were read anew from a stored document, with the keys of base's rows wherever they
 * are the same row: an edit that an import made is then seen as an edit, and not as one row less and another more.
 */
export function alignKeys<F extends Form>(base: F, theirs: F): F {
  const before = takeApart(base);
  const parts = takeApart(theirs);
  for (const [list, rows] of parts.lists) {
    const naming = namingLeaf(list);
    if (naming === null) continue;
    const twins = findTwins(listOf(before, list), rows, (row) => row.leaves[naming] ?? "");
    parts.lists.set(
      list,
      rows.map((row) => ({ ...row, key: twins.get(row)?.key ?? row.key })),
    );
  }
  return putTogether(parts, theirs);
}

/** The row of `base` that each row was: by key, by all it says, by what names it, then by its neighbours. */
function findTwins(base: Row[], rows: Row[], nameOf: (row: Row) => string): Map<Row, Row> {
  const free = new Set(base);
  const twins = new Map<Row, Row>();
  const claim = (row: Row, twin: Row | undefined) => {
    if (twin && !twins.has(row) && free.delete(twin)) twins.set(row, twin);
  };
  const claimBy = (sign: (row: Row) => string) => {
    const signs = new Map(base.map((twin) => [twin, sign(twin)]));
    for (const row of rows) {
      const wanted = twins.has(row) ? "" : sign(row);
      if (wanted !== "")
        claim(
          row,
          base.find((twin) => free.has(twin) && signs.get(twin) === wanted),
        );
    }
  };
  claimBy(({ key }) => key);
  claimBy(({ leaves }) => JSON.stringify(Object.entries(leaves).sort()));
  claimBy(nameOf);
  const gaps = listGaps(base, rows, twins);
  for (const { row, between } of gaps) {
    claim(
      row,
      between.find((twin) => free.has(twin) && areAlike(nameOf(row), nameOf(twin))),
    );
  }
  for (const { row, between } of gaps) {
    claim(
      row,
      between.find((twin) => free.has(twin) && twin.leaves.side === row.leaves.side),
    );
  }
  return twins;
}

/** The rows without a twin, each with base's rows that stand between the twins of its neighbours. */
function listGaps(base: Row[], rows: Row[], twins: ReadonlyMap<Row, Row>): { row: Row; between: Row[] }[] {
  const places = new Map(base.map((row, index) => [row, index]));
  const paired = rows.flatMap((row, index) => {
    const place = places.get(twins.get(row) ?? row);
    return place === undefined ? [] : [{ index, place }];
  });
  const fixed = longestRise(paired.map(({ place }) => place)).flatMap((at) => paired[at] ?? []);
  return rows.flatMap((row, index) => {
    if (twins.has(row)) return [];
    const from = fixed.findLast((neighbour) => neighbour.index < index)?.place ?? -1;
    const to = fixed.find((neighbour) => neighbour.index > index)?.place ?? base.length;
    return [{ row, between: base.slice(from + 1, to) }];
  });
}

/** Whether two texts share at least half of the words of the longer one. */
function areAlike(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && 2 * shared >= Math.max(a.size, b.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
