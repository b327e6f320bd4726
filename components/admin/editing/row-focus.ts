// Where the focus goes when rows come, go and change places.

/** What tells a row from all others of its form: two lists may have rows with one key. */
export function rowId(list: string, key: string): string {
  return `${list} ${key}`;
}

export function findRow(within: HTMLElement | null, list: string, key: string): HTMLElement | null {
  return within?.querySelector<HTMLElement>(`[data-row="${CSS.escape(rowId(list, key))}"]`) ?? null;
}

/** The row's first field, with the caret behind its text. */
export function focusRow(within: HTMLElement | null, list: string, key: string): void {
  const field = findRow(within, list, key)?.querySelector<HTMLElement>("textarea, input, select");
  field?.focus();
  if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
}

/** One of the row's buttons; moving takes the focus from it. */
export function focusRowTool(within: HTMLElement | null, list: string, key: string, tool: string): void {
  findRow(within, list, key)?.querySelector<HTMLElement>(`[data-tool="${tool}"]`)?.focus();
}

export function focusAdd(within: HTMLElement | null, list: string): void {
  within?.querySelector<HTMLElement>(`[data-add="${list}"]`)?.focus();
}
