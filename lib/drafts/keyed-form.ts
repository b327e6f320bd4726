import type { Form, FormOf } from "./types";

type Row = { key: string };
type RowsOf<R extends Row> = { order: string[]; rows: Record<string, Omit<R, "key">> };

/**
 * A form for editors' fields: a row's name is made of its key, not of its place, so that rows move without becoming
 * other fields. A row that is not in `order` was removed, and can come back as it was.
 */
export type KeyedForm<F> = { [K in keyof F]: F[K] extends (infer R extends Row)[] ? RowsOf<R> : F[K] };

/** The lists of bare texts; every other list is one of rows, also while it is empty. */
const TEXT_LISTS: readonly string[] = ["related", "aliases"] satisfies (keyof FormOf["technology"])[];

/** Keeps a key apart from the names that objects have already, and from the numbers that would make a list of them. */
const PREFIX = "k";

/** The name that the row of a key has in `rows`. */
export function rowName(key: string): string {
  return PREFIX + key;
}

export function toKeyedForm<F extends Form>(form: F): KeyedForm<F> {
  return mapFields(form, (value, name) => (isRows(name, value) ? toRows(value) : value)) as KeyedForm<F>;
}

function toRows(list: Row[]): RowsOf<Row> {
  const entries = list.map(({ key, ...fields }) => [rowName(key), fields]);
  return { order: list.map(({ key }) => key), rows: Object.fromEntries(entries) };
}

/** The form as it is saved. What no database keeps (NUL, halves of surrogate pairs) is left out of its texts. */
export function fromKeyedForm<F extends Form>(form: KeyedForm<F>): F {
  return mapFields(form, (value) => {
    if (typeof value === "string") return keepable(value);
    if (Array.isArray(value)) return value.map(keepable);
    const { order, rows } = value as RowsOf<Row>;
    return order.map((key) => ({
      key,
      ...mapFields(rows[rowName(key)] ?? {}, (text) => keepable(String(text))),
    }));
  }) as F;
}

function keepable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}

/**
 * The steps that lead from one form to another, as names and values for fields. A row's fields come before the order
 * that shows the row; rows that are not shown any more stay as they are.
 */
export function listSteps<F extends Form>(
  from: KeyedForm<F>,
  to: KeyedForm<F>,
): { name: string; value: unknown }[] {
  return Object.entries(to).flatMap(([name, value]) => {
    const before = (from as Record<string, unknown>)[name];
    if (typeof value === "string") return before === value ? [] : [{ name, value }];
    if (Array.isArray(value)) return sameList(before as string[], value) ? [] : [{ name, value: [...value] }];
    return listRowSteps(name, before as RowsOf<Row>, value as RowsOf<Row>);
  });
}

function listRowSteps(name: string, from: RowsOf<Row>, to: RowsOf<Row>): { name: string; value: unknown }[] {
  const steps = Object.entries(to.rows).flatMap(([row, fields]) => {
    const before = from.rows[row] as Record<string, unknown> | undefined;
    if (!before) return [{ name: `${name}.rows.${row}`, value: { ...fields } }];
    return Object.entries(fields)
      .filter(([field, value]) => before[field] !== value)
      .map(([field, value]) => ({ name: `${name}.rows.${row}.${field}`, value }));
  });
  if (!sameList(from.order, to.order)) steps.push({ name: `${name}.order`, value: [...to.order] });
  return steps;
}

/** "pros.2.sourceUrl", where a problem was found, as the field's name: "pros.rows.k1x2y3-0.sourceUrl". */
export function keyedPath(form: Form, path: string): string {
  const [list = "", index, ...field] = path.split(".");
  const rows = (form as Record<string, unknown>)[list];
  if (!isRows(list, rows)) return path;
  const row = rows[Number(index)];
  return row ? [list, "rows", rowName(row.key), ...field].join(".") : `${list}.order`;
}

function mapFields(fields: object, map: (value: unknown, name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value, name)]));
}

function isRows(name: string, value: unknown): value is Row[] {
  return Array.isArray(value) && !TEXT_LISTS.includes(name);
}

function sameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((value, index) => value === right[index]);
}
