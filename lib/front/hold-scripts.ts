import { readFileSync } from "node:fs";

// A public page is whole without scripts: they add comfort (suggestions, a form that is sent in place). So its readers
// get the page first, and the scripts when they do something: see docs/decisions/0018.

/** What a page held back: Next's data for it, in order, what its runtime is told, and the scripts to load. */
type Held = { flight: unknown[]; runtime: unknown; scripts: string[] };

export const WAKE = readFileSync(new URL("./wake.js", import.meta.url), "utf8")
  .replaceAll(/^\s*\/\/.*\n/gm, "")
  .replaceAll(/^\s+/gm, "");

const CHUNK = /<script src="(\/_next\/static\/[^"]+)" async=""(?: id="_R_")?><\/script>/g;
const POLYFILLS = /<script src="\/_next\/static\/[^"]+" noModule=""><\/script>/g;
const PRELOAD = /<link rel="preload" as="script"[^>]*\/>/g;
const FLIGHT =
  /<script>(?:self\.__next_f|\(self\.__next_f=self\.__next_f\|\|\[\]\))\.push\((\[.*?\])\)<\/script>/gs;
const RUNTIME =
  /<script id="_R_">\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\((\{.*?\})\);<\/script>/;

/**
 * A page as Next made it, with its scripts held back until the reader does something. A page that is not made as
 * expected comes back as it is: it works all the same.
 */
export function holdScripts(html: string): string {
  const held = readHeld(html);
  if (!held || !html.includes("</body>")) return html;
  const quiet = html
    .replaceAll(CHUNK, "")
    .replaceAll(POLYFILLS, "")
    .replaceAll(PRELOAD, "")
    .replaceAll(FLIGHT, "")
    .replace(RUNTIME, "");
  const end = quiet.lastIndexOf("</body>");
  const data = JSON.stringify(held).replaceAll("<", "\\u003c");
  return `${quiet.slice(0, end)}<script id="held" type="application/json">${data}</script><script>${WAKE}</script>${quiet.slice(end)}`;
}

function readHeld(html: string): Held | null {
  const scripts = [...html.matchAll(CHUNK)].map(([, src = ""]) => src);
  const runtime = RUNTIME.exec(html)?.[1];
  const flight = [...html.matchAll(FLIGHT)].map(([, part = ""]) => part);
  if (scripts.length === 0 || runtime === undefined || flight.length === 0) return null;
  try {
    return { flight: flight.map((part) => JSON.parse(part)), runtime: JSON.parse(runtime), scripts };
  } catch {
    return null;
  }
}
