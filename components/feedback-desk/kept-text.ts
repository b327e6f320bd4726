// What somebody types about a message outlives the page: assigning it to somebody, or a session that has run out, loads
// another one. It is kept for this tab alone, and no longer than the tab.

/** "" where nothing was kept, or nothing can be. */
export function readKept(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? "";
  } catch {
    return "";
  }
}

export function keepText(name: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Without storage the text lives as long as the page.
  }
}
