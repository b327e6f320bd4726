// The addresses of a page's other forms: its own, with ".json" or ".md" behind. A slug has no dot: nothing collides.

export const FORMATS = ["json", "md"] as const;

export type Format = (typeof FORMATS)[number];

/** A path segment as it was asked for, without its extension. `exact`: the extension is written as it should be. */
export type Asked = { segment: string; format: Format | null; exact: boolean };

export function splitFormat(asked: string): Asked {
  const found = /^(.+?)(\.|%2e)(json|md)(\/*)$/i.exec(asked);
  if (!found) return { segment: asked, format: null, exact: true };
  const [, segment = "", dot, extension = "", slashes] = found;
  const format = extension.toLowerCase() as Format;
  return { segment, format, exact: dot === "." && extension === format && slashes === "" };
}

/** What is said where a document is not there, in its own form. */
export function missingDocument(format: Format): { body: string; type: string } {
  const message = "There is no page at this address. /llms.txt says what there is.";
  return saying(format, "not-found", message, "Not found");
}

export function unavailableDocument(format: Format): { body: string; type: string } {
  const message = "We cannot reach our records right now. Try again in a moment.";
  return saying(format, "unavailable", message, "Back in a moment");
}

function saying(format: Format, error: string, message: string, title: string) {
  return format === "json"
    ? { body: `${JSON.stringify({ error, message })}\n`, type: TYPES.json }
    : { body: `# ${title}\n\n${message}\n`, type: TYPES.md };
}

export const TYPES = {
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
} as const;
