const INVALID = '[aria-invalid="true"], [data-invalid]';

/** Sent to the element that holds the fields when one of them is wanted and they are out of sight. */
export const WANTED = "fields-wanted";

/** What is wrong on the page, in the order in which it is read. */
export function listInvalid(within: HTMLElement): HTMLElement[] {
  return [...within.querySelectorAll<HTMLElement>(INVALID)];
}

/** The first of them, in sight and with the focus. */
export function focusFirstInvalid(within: HTMLElement): void {
  reveal(listInvalid(within)[0]);
}

export function focusField(within: HTMLElement, name: string): void {
  reveal(within.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]`));
}

function reveal(field: HTMLElement | null | undefined): void {
  if (!field) return;
  field.closest("[data-fields][hidden]")?.dispatchEvent(new Event(WANTED));
  for (
    let around = field.closest("details");
    around;
    around = around.parentElement?.closest("details") ?? null
  ) {
    around.open = true;
  }
  field.focus({ preventScroll: true });
  field.scrollIntoView({ block: "center" });
}

/** Fields that take what is typed in them only when they are left take it now, and keep the focus. */
export function settleFields(): void {
  document.activeElement?.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
