// Text as Markdown that says just that text: CommonMark with GitHub's tables and links (gfm.github.com).

const EVERYWHERE = /[\\`*_[\]<>&|~@]/g;
/** What begins a heading, a list or a line under a heading, where it begins a line. */
const LINE_START = /^(?:[#+=-]|(\d{1,9})(?=[.)](?:\s|$)))/;
/** GitHub makes links of these by themselves. */
const BARE_LINK = /\b(https?|ftp)(?=:\/\/)|\b(www)(?=\.)/gi;

/** One line of text: whatever it holds stays text. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(EVERYWHERE, "\\$&")
    .replace(BARE_LINK, "$&\\")
    .replace(/(?<=\s)#/g, "\\#")
    .replace(LINE_START, (mark, digits?: string) => (digits === undefined ? `\\${mark}` : `${digits}\\`));
}

/** Text with line breaks, as paragraphs; a single break stays one. */
export function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .split("\n")
        .map(plain)
        .filter((line) => line !== "")
        .join("\\\n"),
    )
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

/** A link. `url` is http(s), or a path of ours made absolute. */
export function link(text: string, url: string): string {
  return linkAround(plain(text), url);
}

/** The same around Markdown. Some readers (marked) unescape brackets in there before they look for pictures. */
export function linkAround(inner: string, url: string): string {
  const safe = inner.replace(/!(?=\\\[)/g, "\\!").replace(/(?<=\\\])\(/g, "\\(");
  return `[${safe}](<${destination(url)}>)`;
}

/** Nothing in it ends the link, and no "&lt;" is read as another character. */
function destination(url: string): string {
  return url
    .replace(/[<>\\`|\s]/g, (character) => encodeURIComponent(character))
    .replace(/&(?=#?\w+;)/g, "&amp;");
}

/** Blocks with a blank line between; those that are not there go. */
export function blocks(parts: (string | undefined | false | null)[]): string {
  return `${parts.filter((part) => part).join("\n\n")}\n`;
}

export function bullets(lines: string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.map((line) => `- ${line}`).join("\n");
}
