import {
  findLeaf,
  listLeaves,
  listOf,
  type Parts,
  putTogether,
  type Row,
  takeApart,
  withLeaves,
} from "./leaves";
import { type Clash, merge3 } from "./merge";
import type { Form } from "./types";

// What one editor sees (`values`) against what somebody else wrote (`theirs`). `base` is the last of theirs that the
// editor has seen. Where they clash, base stays behind: a leaf in which base is not theirs is one of which the editor
// has not yet said what it shall be.

/** Takes in what is new in theirs. Clashing texts stay as the editor has them; `open` are clashes from before. */
export function takeIn<F extends Form>(
  given: { base: F; values: F },
  theirs: F,
  open: readonly Clash[],
): { base: F; values: F } {
  const { merged, clashes } = merge3(given.base, given.values, theirs);
  const behind = [...clashes, ...open.filter((clash) => isStillOpen(clash, theirs, clashes))];
  return {
    base: withLeaves(
      theirs,
      behind.map(({ path, base }) => ({ path, value: base })),
    ),
    values: withLeaves(
      merged,
      behind.map(({ path, mine }) => ({ path, value: mine })),
    ),
  };
}

/** Whoever typed what base has as well has still to choose: no merge sees that as a change. */
function isStillOpen(clash: Clash, theirs: Form, clashes: readonly Clash[]): boolean {
  if (clash.mine !== clash.base || clashes.some(({ path }) => path === clash.path)) return false;
  const now = findLeaf(takeApart(theirs), clash.path);
  return now !== null && now.value !== clash.base;
}

export function listOpenClashes<F extends Form>(base: F, values: F, theirs: F): Clash[] {
  if (base === theirs) return [];
  const [before, mine] = [takeApart(base), takeApart(values)];
  return listLeaves(takeApart(theirs)).flatMap(({ path, value }) => {
    const seen = findLeaf(before, path)?.value ?? "";
    const own = findLeaf(mine, path);
    if (seen === value || own === null || own.value === value) return [];
    return [{ path: own.path, base: seen, mine: own.value, theirs: value }];
  });
}

/** Base, with what is no longer open settled: the editor typed what theirs has, or removed the row it stood in. */
export function settleAgreed<F extends Form>(base: F, values: F, theirs: F): F {
  const open = listOpenClashes(base, values, theirs);
  return withLeaves(
    theirs,
    open.map((clash) => ({ path: clash.path, value: clash.base })),
  );
}

/**
 * Base, as far as theirs is what the editor sent already without hearing what became of it: that is no news, and
 * cannot clash with what was typed since.
 */
export function withSent<F extends Form>(base: F, sent: F, theirs: F): F {
  const [b, s, t] = [base, sent, theirs].map(takeApart) as [Parts, Parts, Parts];
  const leaves = pickLeaves(b.leaves, s.leaves, t.leaves);
  const lists: Parts["lists"] = new Map();
  for (const [list, rows] of t.lists) lists.set(list, pickRows(listOf(b, list), listOf(s, list), rows));
  return putTogether({ leaves, lists }, base);
}

type Leaves = Record<string, string>;

function pickLeaves(base: Leaves, sent: Leaves, theirs: Leaves): Leaves {
  const names = Object.entries(theirs);
  return Object.fromEntries(
    names.map(([name, value]) => [name, sent[name] === value ? value : (base[name] ?? "")]),
  );
}

function pickRows(base: Row[], sent: Row[], theirs: Row[]): Row[] {
  const find = (rows: Row[], key: string) => rows.find((row) => row.key === key);
  const picked = theirs.flatMap((row): Row[] => {
    const [before, mine] = [find(base, row.key), find(sent, row.key)];
    if (!mine) return before ? [before] : [];
    return [{ key: row.key, leaves: pickLeaves(before?.leaves ?? {}, mine.leaves, row.leaves) }];
  });
  const onlyTheyDeleted = base.filter(({ key }) => find(sent, key) && !find(theirs, key));
  const order = sameOrder(sent, theirs) ? theirs : [...base, ...theirs];
  return [...new Set(order.map(({ key }) => key))]
    .flatMap((key) => find(picked, key) ?? [])
    .concat(onlyTheyDeleted);
}

function sameOrder(one: Row[], other: Row[]): boolean {
  return one.length === other.length && one.every((row, index) => row.key === other[index]?.key);
}
