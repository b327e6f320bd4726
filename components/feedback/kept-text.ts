import type { Ticket } from "@/lib/feedback/ticket";

// What a reader has typed, kept in the browser's tab until it is stored: a reload loses nothing.

/** `ticket`: the one that the message was last sent with, while it is not known whether it came through. */
export type Kept = { fields: Record<string, string>; ticket: Ticket | null };

/** Null: there is nothing to keep any more. */
export function keepText(pair: string, kept: Kept | null): void {
  try {
    if (kept) sessionStorage.setItem(nameOf(pair), JSON.stringify(kept));
    else sessionStorage.removeItem(nameOf(pair));
  } catch {
    // The browser keeps nothing for us, or not so much: the page itself still has it.
  }
}

export function findKeptText(pair: string): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(pair)) ?? "null") as Kept | null;
  } catch {
    return null;
  }
}

/** Puts back what was typed into whatever is still as the page came. */
export function fillIn(form: HTMLFormElement, fields: Kept["fields"]): void {
  for (const control of form.elements) {
    // Buttons have no default; what is hidden has its own ways.
    const { name, type, value, defaultValue } = control as HTMLInputElement;
    const typed = fields[name];
    if (typed === undefined || type === "hidden") continue;
    if (type === "radio") (control as HTMLInputElement).checked ||= value === typed;
    else if (value === defaultValue) (control as HTMLInputElement).value = typed;
  }
}

function nameOf(pair: string): string {
  return `nicepick-feedback ${pair}`;
}
