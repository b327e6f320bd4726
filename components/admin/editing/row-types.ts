import type { KeyboardEvent, ReactNode } from "react";

export type RowFields = Record<string, string>;

export type RowList = {
  /** The form's field: "pros". */
  name: string;
  /** "Pros", with the word for one of them: "pro". */
  title: string;
  one: string;
  hint?: ReactNode;
};

export type RowProps = {
  list: RowList;
  /** What the names of the row's fields begin with: "pros.rows.k1x2y3-0". */
  name: string;
  /** From 1. */
  place: number;
  /** For the row's main text: Enter begins the next row, Backspace in an empty one goes back to the row before. */
  onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>) => void;
  tools: RowTools;
  rowKey: string;
};

/** What somebody can do with a row. */
export type RowTools = {
  /** At the end, or behind the row `after`; several at once where there are several. */
  add(list: string, after?: string, fields?: RowFields[]): void;
  remove(list: string, key: string): void;
  /** One place up (-1) or down (1). */
  step(list: string, key: string, by: -1 | 1): void;
  /** To the end of another list. */
  cross(list: string, key: string, to: string): void;
  /** The row's key in the other list; null when there is no room. */
  drop(list: string, key: string, to: string, at: number): string | null;
  onKeyDown(event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>, list: string, key: string): void;
  /** "pro 2 of 7: “Fast”", and only the text in quotes. */
  tell(list: string, key: string): string;
  quote(list: string, key: string): string;
  keysOf(list: string): string[];
};
