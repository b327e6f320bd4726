const SHEETS = 'link[rel~="stylesheet"], style';
/** A sheet that has not come by then is not waited for. */
const PATIENCE_MS = 2_000;

/**
 * Gives one document the looks of another: its style sheets, its theme, and the classes of its root and body. They
 * are kept in step until `stop`; `ready` once the sheets there are now have come.
 */
export function mirrorStyles(from: Document, to: Document): { ready: Promise<unknown>; stop: () => void } {
  const copies = new Map<Element, Element>();
  const copyOf = (sheet: Element): Element => {
    const known = copies.get(sheet);
    if (known?.isEqualNode(sheet)) return known;
    known?.remove();
    const copy = to.importNode(sheet, true);
    copies.set(sheet, copy);
    return copy;
  };
  const keepInStep = () => {
    to.documentElement.className = from.documentElement.className;
    const theme = from.documentElement.dataset.theme;
    if (theme) to.documentElement.dataset.theme = theme;
    else delete to.documentElement.dataset.theme;
    to.body.className = from.body.className;
    const sheets = [...from.head.querySelectorAll(SHEETS)];
    for (const [sheet, copy] of copies) {
      if (sheets.includes(sheet)) continue;
      copy.remove();
      copies.delete(sheet);
    }
    let place = to.head.firstChild;
    for (const copy of sheets.map(copyOf)) {
      // A sheet that is put where it stands already would load again.
      if (copy === place) place = copy.nextSibling;
      else to.head.insertBefore(copy, place);
    }
  };
  keepInStep();
  const observer = new MutationObserver(keepInStep);
  observer.observe(from.head, { childList: true, subtree: true, characterData: true, attributes: true });
  for (const element of [from.documentElement, from.body]) {
    observer.observe(element, { attributeFilter: ["class", "data-theme"] });
  }
  return { ready: loaded([...copies.values()]), stop: () => observer.disconnect() };
}

function loaded(sheets: Element[]): Promise<unknown> {
  const coming = sheets.filter((sheet) => (sheet as HTMLLinkElement).sheet === null);
  const all = Promise.all(
    coming.map(
      (sheet) =>
        new Promise((resolve) => {
          sheet.addEventListener("load", resolve, { once: true });
          sheet.addEventListener("error", resolve, { once: true });
        }),
    ),
  );
  return Promise.race([all, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}
