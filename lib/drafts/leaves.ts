import type { Form } from "./types";

// A form taken apart, so that forms of every type are merged and compared by the same rules: single texts, and lists
// of rows that have a key. Pros and cons are one list, in which the side is a leaf: a point that moved to the other
// side is the same point. An entry of a list of bare texts is a row without leaves; its text is in its key.

export type Row = { key: string; leaves: Record<string, string> };

export type Parts = { leaves: Record<string, string>; lists: Map<string, Row[]> };

const POINTS = "points";
const SIDES = ["pros", "cons"];

/** The leaf that tells a row from others, where their keys do not. */
const NAMING: Record<string, string> = {
  points: "text",
  useLeftIf: "text",
  useRightIf: "text",
  alsoConsider: "name",
  criteria: "name",
  faq: "question",
  resources: "url",
  sources: "url",
};

type FormRow = { key: string } & Record<string, string>;

export function takeApart(form: Form): Parts {
  const leaves: Record<string, string> = {};
  const lists = new Map<string, Row[]>();
  for (const [name, value] of Object.entries(form) as [string, string | string[] | FormRow[]][]) {
    if (typeof value === "string") leaves[name] = value;
    else if (!SIDES.includes(name)) lists.set(name, rowsOf(value));
  }
  if ("pros" in form) lists.set(POINTS, [...rowsOf(form.pros, "pros"), ...rowsOf(form.cons, "cons")]);
  return { leaves, lists };
}

function rowsOf(value: string[] | FormRow[], side?: string): Row[] {
  const seen = new Map<string, number>();
  return value.map((entry): Row => {
    if (typeof entry !== "string") {
      const { key, ...leaves } = entry;
      return { key, leaves: side === undefined ? leaves : { ...leaves, side } };
    }
    const ordinal = seen.get(entry) ?? 0;
    seen.set(entry, ordinal + 1);
    return { key: `${ordinal} ${entry}`, leaves: {} };
  });
}

/** The form of these parts, with the fields of `like` in their order. */
export function putTogether<F extends Form>(parts: Parts, like: F): F {
  const entries = Object.entries(like).map(([name, value]): [string, unknown] => {
    if (typeof value === "string") return [name, parts.leaves[name] ?? ""];
    if (!SIDES.includes(name)) return [name, listOf(parts, name).map(entryOf)];
    const points = listOf(parts, POINTS).filter((row) => row.leaves.side === name);
    return [name, points.map(entryOf)];
  });
  return Object.fromEntries(entries) as F;
}

function entryOf({ key, leaves }: Row): string | FormRow {
  const space = key.indexOf(" ");
  if (space !== -1) return key.slice(space + 1);
  const { side: _, ...fields } = leaves;
  return { key, ...fields } as FormRow;
}

/** The path of a leaf as the form has it: "lead", "pros.<key>.text". */
export function leafPath(list: string, row: Row, leaf: string): string {
  return `${list === POINTS ? row.leaves.side : list}.${row.key}.${leaf}`;
}

export type Leaf = { path: string; value: string };

export function listLeaves({ leaves, lists }: Parts): Leaf[] {
  const single = Object.entries(leaves).map(([path, value]) => ({ path, value }));
  const inRows = [...lists].flatMap(([list, rows]) =>
    rows.flatMap((row) =>
      Object.entries(row.leaves).map(([leaf, value]) => ({ path: leafPath(list, row, leaf), value })),
    ),
  );
  return [...single, ...inRows];
}

/** The same leaf in another form, by its path there: a point may stand on the other side. */
export function findLeaf(parts: Parts, path: string): Leaf | null {
  const [name = "", key, leaf = ""] = path.split(".");
  if (key === undefined) {
    const value = parts.leaves[name];
    return value === undefined ? null : { path, value };
  }
  const list = SIDES.includes(name) ? POINTS : name;
  const row = listOf(parts, list).find((one) => one.key === key);
  const value = row?.leaves[leaf];
  return row && value !== undefined ? { path: leafPath(list, row, leaf), value } : null;
}

/** The form with other values at these paths; leaves that it does not have are left out. */
export function withLeaves<F extends Form>(form: F, changes: readonly Leaf[]): F {
  if (changes.length === 0) return form;
  const parts = takeApart(form);
  for (const { path, value } of changes) {
    const [name = "", key, leaf = ""] = path.split(".");
    const row = listOf(parts, SIDES.includes(name) ? POINTS : name).find((one) => one.key === key);
    if (key === undefined) parts.leaves[name] = value;
    else if (row) row.leaves[leaf] = value;
  }
  return putTogether(parts, form);
}

/** The leaf by which rows of the list are recognised; null where rows are bare texts, which are their own keys. */
export function namingLeaf(list: string): string | null {
  return NAMING[list] ?? null;
}

export function listOf({ lists }: Parts, list: string): Row[] {
  return lists.get(list) ?? [];
}

export function sameLeaves(one: Record<string, string>, other: Record<string, string>): boolean {
  return Object.keys({ ...one, ...other }).every((name) => one[name] === other[name]);
}

/** Whether both forms say the same in the same order, keys included. */
export function sameForm(one: Form, other: Form): boolean {
  if (one === other) return true;
  const [a, b] = [takeApart(one), takeApart(other)];
  return (
    sameLeaves(a.leaves, b.leaves) &&
    [...new Set([...a.lists.keys(), ...b.lists.keys()])].every((list) =>
      sameRows(listOf(a, list), listOf(b, list)),
    )
  );
}

function sameRows(one: Row[], other: Row[]): boolean {
  return (
    one.length === other.length &&
    one.every((row, index) => {
      const twin = other[index];
      return twin !== undefined && row.key === twin.key && sameLeaves(row.leaves, twin.leaves);
    })
  );
}
