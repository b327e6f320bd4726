// What the buttons of a Markdown editor do to its text. Pure.

export const MARKS = ["bold", "italic", "heading", "bullets", "numbers", "quote", "code", "link"] as const;

export type Mark = (typeof MARKS)[number];

/** Put `text` in place of what is between `from` and `to`, then select from `start` to `end`. */
export type Edit = { from: number; to: number; text: string; start: number; end: number };

const WRAPS: Partial<Record<Mark, string>> = { bold: "**", italic: "_" };

const ADDRESS = "https://";

/** The edit that sets a mark on what is selected, or takes it off where it is already. */
export function markEdit(value: string, start: number, end: number, mark: Mark): Edit {
  if (mark === "link") return linkEdit(value, start, end);
  if (mark === "code") return codeEdit(value, start, end);
  const wrap = WRAPS[mark];
  return wrap ? wrapEdit(value, start, end, wrap) : linesEdit(value, start, end, mark);
}

function wrapEdit(value: string, start: number, end: number, sign: string): Edit {
  // Outer space stays outside: "** bold **" is not bold.
  const selected = value.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const to = Math.max(from, start + selected.trimEnd().length);
  const inner = value.slice(from, to);
  const size = sign.length;
  if (inner.length >= 2 * size && inner.startsWith(sign) && inner.endsWith(sign)) {
    const text = inner.slice(size, -size);
    return { from, to, text, start: from, end: from + text.length };
  }
  if (isInside(value, from, to, sign)) {
    return { from: from - size, to: to + size, text: inner, start: from - size, end: to - size };
  }
  return { from, to, text: `${sign}${inner}${sign}`, start: from + size, end: to + size };
}

function isInside(value: string, from: number, to: number, sign: string): boolean {
  return value.slice(0, from).endsWith(sign) && value.slice(to).startsWith(sign);
}

/** A few words between backticks; whole lines in a block of their own. */
function codeEdit(value: string, start: number, end: number): Edit {
  const body = value.slice(start, end).replace(/\n$/, "");
  if (!body.includes("\n")) return wrapEdit(value, start, end, "`");
  const to = start + body.length;
  const open = `${start === 0 || value[start - 1] === "\n" ? "" : "\n"}\`\`\`\n`;
  const close = `\n\`\`\`${to === value.length || value[to] === "\n" ? "" : "\n"}`;
  const begin = start + open.length;
  return { from: start, to, text: open + body + close, start: begin, end: begin + body.length };
}

/** What is to be typed next is selected: the address, or the words where an address was selected. */
function linkEdit(value: string, start: number, end: number): Edit {
  const selected = value.slice(start, end);
  if (/^(?:https?:\/\/|mailto:|\/)\S+$/i.test(selected)) {
    return { from: start, to: end, text: `[](${selected})`, start: start + 1, end: start + 1 };
  }
  const text = `[${selected}](${ADDRESS})`;
  if (selected === "") return { from: start, to: end, text, start: start + 1, end: start + 1 };
  const address = start + selected.length + 3;
  return { from: start, to: end, text, start: address, end: address + ADDRESS.length };
}

const LINE_MARKS = {
  heading: { has: /^#{1,6} +/, put: () => "## " },
  bullets: { has: /^[-*+] +/, put: () => "- " },
  numbers: { has: /^\d+[.)] +/, put: (index: number) => `${index + 1}. ` },
  quote: { has: /^> ?/, put: () => "> " },
} as const;

/** Lines that have another of these marks get the new one in its place; a quote goes round what is there. */
const REPLACEABLE = /^(?:#{1,6}|[-*+]|\d+[.)]) +/;

function linesEdit(value: string, start: number, end: number, mark: Mark): Edit {
  const from = value.lastIndexOf("\n", start - 1) + 1;
  // A selection that ends behind a line break does not reach into the line that follows.
  const last = end > start && value[end - 1] === "\n" ? end - 1 : end;
  const next = value.indexOf("\n", last);
  const to = next === -1 ? value.length : next;
  const lines = value.slice(from, to).split("\n");
  const { has, put } = LINE_MARKS[mark as keyof typeof LINE_MARKS];
  const isSet =
    lines.every((line) => line.trim() === "" || has.test(line)) && lines.some((line) => line.trim());
  let index = 0;
  const changed = lines.map((line) => {
    if (line.trim() === "" && lines.length > 1) return line;
    if (isSet) return line.replace(has, "");
    return put(index++) + (mark === "quote" ? line : line.replace(REPLACEABLE, ""));
  });
  const text = changed.join("\n");
  if (start !== end) return { from, to, text, start: from, end: from + text.length };
  const caret = Math.max(from, start + text.length - (to - from));
  return { from, to, text, start: caret, end: caret };
}
