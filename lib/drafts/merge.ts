import { leafPath, listOf, type Parts, putTogether, type Row, sameLeaves, takeApart } from "./leaves";
import { mergeOrder } from "./order";
import type { Form } from "./types";

/** One text that both changed, to different texts. `path` is "lead" or "pros.<key>.text". */
export type Clash = { path: string; base: string; mine: string; theirs: string };

/**
 * Brings two editors' work on one form together. What only one of them changed is as that one has it; where both
 * changed one text, `merged` has theirs and the clash is listed. A row that one edited and the other deleted
 * stays. Rows are the same row by their key.
 */
export function merge3<F extends Form>(base: F, mine: F, theirs: F): { merged: F; clashes: Clash[] } {
  const [b, m, t] = [takeApart(base), takeApart(mine), takeApart(theirs)];
  const clashes: Clash[] = [];
  const leaves = mergeLeaves(b.leaves, m.leaves, t.leaves);
  clashes.push(...leaves.clashes.map(({ leaf, ...clash }) => ({ path: leaf, ...clash })));
  const lists: Parts["lists"] = new Map();
  for (const list of t.lists.keys()) {
    const rows = mergeRows(listOf(b, list), listOf(m, list), listOf(t, list));
    lists.set(
      list,
      rows.map(({ row, clashes: found }) => {
        clashes.push(...found.map(({ leaf, ...clash }) => ({ path: leafPath(list, row, leaf), ...clash })));
        return row;
      }),
    );
  }
  return { merged: putTogether({ leaves: leaves.merged, lists }, theirs), clashes };
}

type Leaves = Record<string, string>;
type LeafClash = { leaf: string; base: string; mine: string; theirs: string };

function mergeLeaves(base: Leaves, mine: Leaves, theirs: Leaves): { merged: Leaves; clashes: LeafClash[] } {
  const merged: Leaves = {};
  const clashes: LeafClash[] = [];
  for (const leaf of Object.keys(theirs)) {
    const [b = "", m = "", t = ""] = [base[leaf], mine[leaf], theirs[leaf]];
    merged[leaf] = t === b ? m : t;
    if (m !== b && t !== b && m !== t) clashes.push({ leaf, base: b, mine: m, theirs: t });
  }
  return { merged, clashes };
}

function mergeRows(base: Row[], mine: Row[], theirs: Row[]): { row: Row; clashes: LeafClash[] }[] {
  const [b, m, t] = [byKey(base), byKey(mine), byKey(theirs)];
  const rows = new Map<string, { row: Row; clashes: LeafClash[] }>();
  for (const key of new Set([...m.keys(), ...t.keys()])) {
    const [before, one, other] = [b.get(key), m.get(key), t.get(key)];
    if (one && other) {
      const { merged, clashes } = mergeLeaves(before?.leaves ?? {}, one.leaves, other.leaves);
      rows.set(key, { row: { key, leaves: merged }, clashes });
      continue;
    }
    // Deleted by one of the two: gone, unless the other added it or wrote in it.
    const left = one ?? other;
    if (left && (!before || !sameLeaves(before.leaves, left.leaves)))
      rows.set(key, { row: left, clashes: [] });
  }
  const order = mergeOrder([...b.keys()], [...m.keys()], [...t.keys()], new Set(rows.keys()));
  return order.flatMap((key) => rows.get(key) ?? []);
}

function byKey(rows: Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.key, row]));
}
