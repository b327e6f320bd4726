/** `quote` is what a reader wrote, `lines` what one of us did: both with line breaks of their own. */
export type Paragraph = string | { link: string; label: string } | { quote: string } | { lines: string };

export type Content = { subject: string; text: string; html: string };

/** The plain text and the HTML of a mail, both from the same paragraphs. */
export function compose(subject: string, paragraphs: Paragraph[]): Content {
  const title = oneLine(subject);
  return { subject: title, text: asText(paragraphs), html: asHtml(title, paragraphs) };
}

/** Names and addresses come from people: none may begin a line of its own, in a header or in the text. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
}

/** Lines as people see them, without control characters but tabs. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u).map((line) => line.replace(/(?!\t)\p{Cc}/gu, " "));
}

function asText(paragraphs: Paragraph[]): string {
  return `${paragraphs.map(paragraphText).join("\n\n")}\n`;
}

function paragraphText(paragraph: Paragraph): string {
  if (typeof paragraph === "string") return oneLine(paragraph);
  if ("link" in paragraph) return paragraph.link;
  if ("lines" in paragraph) return linesOf(paragraph.lines).join("\n");
  return linesOf(paragraph.quote)
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

const FONT = "font:16px/1.6 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#0f1e26";
const BUTTON =
  "display:inline-block;padding:10px 18px;border-radius:8px;background:#0a6f93;color:#ffffff;text-decoration:none";
const QUOTE = "margin:16px 0;padding:2px 0 2px 16px;border-left:3px solid #0a6f93;overflow-wrap:anywhere";

function asHtml(title: string, paragraphs: Paragraph[]): string {
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#fafcfd"><div style="max-width:560px;${FONT}">`,
    ...paragraphs.map(paragraphHtml),
    "</div></body></html>",
    "",
  ].join("\n");
}

function paragraphHtml(paragraph: Paragraph): string {
  if (typeof paragraph === "string") return `<p>${escapeHtml(oneLine(paragraph))}</p>`;
  if ("lines" in paragraph) return `<p>${linesHtml(paragraph.lines)}</p>`;
  if ("quote" in paragraph) return `<blockquote style="${QUOTE}">${linesHtml(paragraph.quote)}</blockquote>`;
  const { link, label } = paragraph;
  const href = escapeHtml(link);
  // The address is also shown: some readers see no buttons, and others want to know where one leads.
  return `<p><a href="${href}" style="${BUTTON}">${escapeHtml(label)}</a></p>\n<p style="color:#4a5c67">${href}</p>`;
}

function linesHtml(text: string): string {
  return linesOf(text).map(escapeHtml).join("<br>\n");
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
