import type { Ticket } from "@/lib/feedback/ticket";

// What a reader has typed, kept in the browser's tab until it is stored: a reload loses nothing.

/** `ticket`: the one that the message was last sent with, while it is not known whether it came through. */
export type Kept = { fields: Record<string, string>; ticket: Ticket | null };

const nameOf = (pair: string) => `nicepick-feedback ${pair}`;

export function keepText(pair: string, kept: Kept): void {
  try {
    sessionStorage.setItem(nameOf(pair), JSON.stringify(kept));
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

export function forgetText(pair: string): void {
  try {
    sessionStorage.removeItem(nameOf(pair));
  } catch {
    // Then nothing was kept.
  }
}

/** Puts back what was typed into whatever is still as the page came. */
export function fillIn(form: HTMLFormElement, fields: Kept["fields"]): void {
  for (const control of form.elements) {
    const isInput = control instanceof HTMLInputElement && control.type !== "hidden";
    if (!isInput && !(control instanceof HTMLTextAreaElement)) continue;
    const value = fields[control.name];
    if (value === undefined) continue;
    if (isInput && control.type === "radio") control.checked ||= control.value === value;
    else if (control.value === control.defaultValue) control.value = value;
  }
}
