import { isBlank } from "../form-fields";
import { listOf, namingLeaf, putTogether, type Row, takeApart } from "./leaves";
import { longestRise } from "./order";
import type { Form } from "./types";

/**
 * The form `theirs`, whose rows were read anew from a stored document, with the keys of base's rows wherever they
 * are the same row: an edit that an import made is then seen as an edit, and not as one row less and another more.
 */
export function alignKeys<F extends Form>(base: F, theirs: F): F {
  return align(base, theirs, findTwins);
}

/** Like alignKeys, but only for rows that say the same. */
export function alignSameRows<F extends Form>(base: F, theirs: F): F {
  return align(base, theirs, findSame);
}

type NameOf = (row: Row) => string;
type Twins = Map<Row, Row>;

function align<F extends Form>(
  base: F,
  theirs: F,
  find: (base: Row[], rows: Row[], nameOf: NameOf) => Twins,
): F {
  const before = takeApart(base);
  const parts = takeApart(theirs);
  for (const [list, rows] of parts.lists) {
    const naming = namingLeaf(list);
    if (naming === null) continue;
    const twins = find(listOf(before, list), rows, (row) => row.leaves[naming] ?? "");
    parts.lists.set(
      list,
      rows.map((row) => ({ ...row, key: twins.get(row)?.key ?? row.key })),
    );
  }
  return putTogether(parts, theirs);
}

/** The row of `base` that each row was: by key, by all it says, by what names it. */
function findSame(base: Row[], rows: Row[], nameOf: NameOf): Twins {
  const free = new Set(base);
  const twins: Twins = new Map();
  const signs: NameOf[] = [
    ({ key }) => key,
    ({ leaves }) => JSON.stringify(Object.entries(leaves).sort()),
    nameOf,
  ];
  for (const sign of signs) {
    const signed = new Map(base.map((twin) => [twin, sign(twin)]));
    for (const row of rows) {
      const wanted = twins.has(row) ? "" : sign(row);
      const twin = wanted && base.find((one) => free.has(one) && signed.get(one) === wanted);
      if (twin && free.delete(twin)) twins.set(row, twin);
    }
  }
  return twins;
}

/** The same, and where that finds none: by its words and its neighbours, then by its neighbours alone. */
function findTwins(base: Row[], rows: Row[], nameOf: NameOf): Twins {
  const twins = findSame(base, rows, nameOf);
  const taken = new Set(twins.values());
  const free = new Set(base.filter((twin) => !taken.has(twin) && !isBlank(nameOf(twin))));
  const gaps = listGaps(base, rows, twins);
  const claim = (fits: (row: Row, twin: Row) => boolean) => {
    for (const { row, between } of gaps) {
      const twin = twins.has(row) ? undefined : between.find((one) => free.has(one) && fits(row, one));
      if (twin && free.delete(twin)) twins.set(row, twin);
    }
  };
  const words = new Map([...base, ...rows].map((row) => [row, wordsOf(nameOf(row))]));
  claim((row, twin) => areAlike(words.get(row), words.get(twin)));
  claim((row, twin) => row.leaves.side === twin.leaves.side);
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
function areAlike(one: Set<string> = new Set(), other: Set<string> = new Set()): boolean {
  const least = Math.max(one.size, other.size) / 2;
  if (Math.min(one.size, other.size) < least || least === 0) return false;
  return [...one].filter((word) => other.has(word)).length >= least;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
}
