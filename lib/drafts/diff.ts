import { diffArrays } from "diff";
import { alignKeys } from "./align";
import { diffTexts, type Part } from "./diff-texts";
import { NAMES } from "./labels";
import { movedKeys } from "./order";
import type { Form, FormOf, ItemType } from "./types";

/**
 * One thing that is different in a later form. `path` is "lead", "pros.<key>" for a row as a whole or
 * "pros.<key>.text"; `from` is the label that a moved row had.
 */
export type Change = {
  label: string;
  path: string;
  kind: "changed" | "added" | "removed" | "moved";
  parts: Part[];
  from?: string;
};

type Row = { key: string } & Record<string, string>;

/** A list of rows before and after, with what stands in the other lists that a row may move to. */
type RowList = { list: string; one: string; leaves: Record<string, string>; before: Row[]; after: Row[] };

/** What changed between two forms, field by field in the order of the page, words by word. */
export function listChanges<T extends ItemType>(type: T, before: FormOf[T], after: FormOf[T]): Change[] {
  // The rows of two old versions have no keys in common but those of their texts.
  const forms = { before: readable(before), after: readable(alignKeys(before, after)) };
  const lists = listsOf(type, forms);
  return Object.entries(NAMES[type]).flatMap(([field, name]): Change[] => {
    const [old, now] = [forms.before[field], forms.after[field]];
    if (typeof name !== "string") return listRowChanges(lists, field);
    if (Array.isArray(old)) return entryChanges(name, field, old as string[], now as string[]);
    return textChanges(name, field, String(old), String(now));
  });
}

/** A comparison's sides by their names: "left" says nothing where sides may be exchanged. */
function readable(form: Form): Record<string, unknown> {
  if (!("outcome" in form)) return form;
  const nameOf = (side: string) => (side === "left" || side === "right" ? form[side] || side : side);
  const criteria = form.criteria.map((row) => ({ ...row, edge: nameOf(row.edge) }));
  return { ...form, pick: nameOf(form.pick), criteria };
}

function listsOf(type: ItemType, forms: Record<"before" | "after", Record<string, unknown>>): RowList[] {
  return Object.entries(NAMES[type]).flatMap(([list, name]) =>
    typeof name === "string"
      ? []
      : [{ list, ...name, before: forms.before[list] as Row[], after: forms.after[list] as Row[] }],
  );
}

function textChanges(label: string, path: string, before: string, after: string): Change[] {
  return before === after ? [] : [{ label, path, kind: "changed", parts: diffTexts(before, after) }];
}

function entryChanges(label: string, path: string, before: string[], after: string[]): Change[] {
  const found = diffArrays(before, after);
  if (found.every(({ added, removed }) => !added && !removed)) return [];
  const parts = found.map(({ value, added, removed }, index): Part => {
    const text = value.join(", ") + (index < found.length - 1 ? ", " : "");
    return { text, kind: added ? "added" : removed ? "removed" : "same" };
  });
  return [{ label, path, kind: "changed", parts }];
}

function listRowChanges(lists: RowList[], name: string): Change[] {
  const own = lists.find(({ list }) => list === name);
  if (!own) return [];
  const { list, one, leaves, before, after } = own;
  const keysOf = (rows: Row[]) => rows.map(({ key }) => key);
  const moved = movedKeys(keysOf(before), keysOf(after));
  const changed = after.flatMap((row, index): Change[] => {
    const [label, path] = [`${one} ${index + 1}`, `${list}.${row.key}`];
    const old = findOld(lists, own, row.key);
    if (!old) return [{ label, path, kind: "added", parts: [{ text: textOf(row, leaves), kind: "added" }] }];
    const isMoved = old.list !== list || moved.has(row.key);
    const move: Change = {
      ...{ label, path, kind: "moved", from: old.label },
      parts: [{ text: textOf(row, leaves, 1), kind: "same" }],
    };
    const written = Object.entries(leaves).flatMap(([leaf, called]) =>
      textChanges(
        called ? `${label}: ${called}` : label,
        `${path}.${leaf}`,
        old.row[leaf] ?? "",
        row[leaf] ?? "",
      ),
    );
    return isMoved ? [move, ...written] : written;
  });
  const gone = before.flatMap((row, index): Change[] => {
    if (lists.some((other) => other.leaves === leaves && keysOf(other.after).includes(row.key))) return [];
    const parts: Part[] = [{ text: textOf(row, leaves), kind: "removed" }];
    return [{ label: `${one} ${index + 1}`, path: `${list}.${row.key}`, kind: "removed", parts }];
  });
  return [...changed, ...gone];
}

/** The row as it was, in its own list or in one of rows of the same kind: a con may have been a pro. */
function findOld(
  lists: RowList[],
  own: RowList,
  key: string,
): { row: Row; list: string; label: string } | null {
  const alike = lists.filter(({ leaves }) => leaves === own.leaves);
  for (const { list, one, before } of alike) {
    const index = before.findIndex((row) => row.key === key);
    const row = before[index];
    if (row) return { row, list, label: `${one} ${index + 1}` };
  }
  return null;
}

/** What a row says, a line for each field, or for the first `most` of them. */
function textOf(row: Row, leaves: Record<string, string>, most?: number): string {
  return Object.keys(leaves)
    .flatMap((leaf) => row[leaf] || [])
    .slice(0, most)
    .join("\n");
}
