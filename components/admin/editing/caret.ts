/** Where the caret goes when a text is replaced under it: it stays between the same two letters, if they are there. */
export function caretIn(before: string, after: string, caret: number): number {
  if (after.startsWith(before.slice(0, caret))) return caret;
  const behind = before.length - caret;
  if (after.endsWith(before.slice(caret))) return after.length - behind;
  return Math.min(caret, after.length);
}

type TextControl = HTMLInputElement | HTMLTextAreaElement;

/** Does what changes fields and rows, and leaves the focus and the caret where they were. */
export function keepFocus(work: () => void): void {
  const held = document.activeElement;
  const text = isText(held) && held.selectionStart !== null ? held : null;
  const [value, start, end] = [text?.value ?? "", text?.selectionStart ?? 0, text?.selectionEnd ?? 0];
  work();
  if (held instanceof HTMLElement && held !== document.activeElement && held.isConnected) {
    held.focus({ preventScroll: true });
  }
  if (text?.isConnected && text.value !== value) {
    text.setSelectionRange(caretIn(value, text.value, start), caretIn(value, text.value, end));
  }
}

function isText(element: Element | null): element is TextControl {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}
