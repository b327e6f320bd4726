import { readFileSync } from "node:fs";

// A public page is whole without scripts: they add comfort (suggestions, a form that is sent in place). So its readers
// get the page first, and the scripts when they do something: see docs/decisions/0018.

/** What a page held back: Next's data for it, in order, what its runtime is told, and the scripts to load. */
type Held = { flight: unknown[]; runtime: unknown; scripts: string[] };

export const WAKE = readFileSync(new URL("./wake.js", import.meta.url), "utf8")
  .replaceAll(/^\s*\/\/.*\n/gm, "")
  .replaceAll(/^\s+/gm, "");

/** What a page holds back: its scripts, those for old browsers, what asks for them early, its data, and its runtime's. */
const PARTS = new RegExp(
  [
    /<script src="(\/_next\/static\/[^"]+)" (?:async=""(?: id="_R_")?|(noModule)="")><\/script>/,
    /<link rel="preload" as="script"[^>]*\/>/,
    /<script>(?:self\.__next_f|\(self\.__next_f=self\.__next_f\|\|\[\]\))\.push\((\[.*?\])\)<\/script>/,
    /<script id="_R_">\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{.*?\})\);<\/script>/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gs",
);

/**
 * A page as Next made it, with its scripts held back until the reader does something. A page that is not made as
 * expected comes back as it is: it works all the same.
 */
export function holdScripts(html: string): string {
  const scripts: string[] = [];
  const flight: string[] = [];
  let runtime: string | undefined;
  const quiet = html.replace(PARTS, (_, script?: string, isOld?: string, data?: string, own?: string) => {
    if (script !== undefined && isOld === undefined) scripts.push(script);
    if (data !== undefined) flight.push(data);
    runtime ??= own;
    return "";
  });
  const end = quiet.lastIndexOf("</body>");
  if (scripts.length === 0 || flight.length === 0 || runtime === undefined || end === -1) return html;
  const held = readHeld(flight, runtime, scripts);
  if (!held) return html;
  const data = JSON.stringify(held).replaceAll("<", "\\u003c");
  return `${quiet.slice(0, end)}<script id="held" type="application/json">${data}</script><script>${WAKE}</script>${quiet.slice(end)}`;
}

function readHeld(flight: string[], runtime: string, scripts: string[]): Held | null {
  try {
    return { flight: flight.map((part) => JSON.parse(part)), runtime: JSON.parse(runtime), scripts };
  } catch {
    return null;
  }
}
