import { marked, type Token, type Tokens } from "marked";
import { linkAround, plain } from "./markdown-text";

/** The highest level of a heading in a body: the page's own are 1 and 2. */
const HIGHEST = 3;

/**
 * An editor's Markdown, written anew so that it says what the page shows of it (components/ui/markdown.tsx): HTML is text, a link
 * leads to the web, to an e-mail address or to a page of ours, and headings are below the page's. `site` makes
 * paths absolute.
 */
export function markdownBody(text: string, site: string): string {
  const tokens = marked.lexer(text, { gfm: true });
  const depths = tokens.flatMap((token) => (token.type === "heading" ? (token as Tokens.Heading).depth : []));
  const shift = HIGHEST - Math.min(...depths, 6);
  return writeBlocks(tokens, { shift, site });
}

type Context = { shift: number; site: string; inTable?: boolean };

function writeBlocks(tokens: Token[], context: Context, between = "\n\n"): string {
  return tokens
    .map((token) => writeBlock(token, context))
    .filter((block) => block !== "")
    .join(between);
}

function writeBlock(token: Token, context: Context): string {
  switch (token.type) {
    case "heading": {
      const { depth, tokens } = token as Tokens.Heading;
      const level = Math.min(Math.max(depth + context.shift, HIGHEST), 6);
      return `${"#".repeat(level)} ${inline(tokens, context).replaceAll("\n", " ")}`;
    }
    case "list":
      return writeList(token as Tokens.List, context);
    case "blockquote":
      return indent(writeBlocks((token as Tokens.Blockquote).tokens, context), "> ");
    case "code":
      return fenced((token as Tokens.Code).text);
    case "table":
      return writeTable(token as Tokens.Table, context);
    case "hr":
      return "---";
    case "space":
    case "def":
    case "checkbox":
      return "";
    default: {
      const { tokens, text } = token as { tokens?: Token[]; text?: string };
      return tokens ? inline(tokens, context) : plain(text ?? token.raw);
    }
  }
}

function writeList({ ordered, start, items, loose }: Tokens.List, context: Context): string {
  const first = start === "" ? 1 : start;
  return items
    .map((item, index) => {
      const mark = ordered ? `${first + index}. ` : "- ";
      const body = writeBlocks(item.tokens, context, loose ? "\n\n" : "\n");
      return `${mark}${indent(body, " ".repeat(mark.length)).slice(mark.length)}`;
    })
    .join(loose ? "\n\n" : "\n");
}

function writeTable({ header, rows }: Tokens.Table, around: Context): string {
  const context = { ...around, inTable: true };
  const line = (cells: Tokens.TableCell[]) =>
    `| ${cells.map(({ tokens }) => inline(tokens, context).replaceAll("\n", " ")).join(" | ")} |`;
  return [line(header), `|${" --- |".repeat(header.length)}`, ...rows.map(line)].join("\n");
}

function inline(tokens: Token[], context: Context): string {
  return tokens.map((token) => writeInline(token, context)).join("");
}

function writeInline(token: Token, context: Context): string {
  const inner = () => inline((token as { tokens?: Token[] }).tokens ?? [], context);
  switch (token.type) {
    case "strong":
      return `**${inner()}**`;
    case "em":
      return `*${inner()}*`;
    case "del":
      return `~~${inner()}~~`;
    case "codespan":
      return codespan((token as Tokens.Codespan).text, context.inTable === true);
    case "br":
      return "\\\n";
    case "link": {
      const url = allowed((token as Tokens.Link).href, context.site);
      return url === null ? inner() : linkAround(inner(), url);
    }
    default: {
      const { tokens, text } = token as { tokens?: Token[]; text?: string };
      return tokens ? inline(tokens, context) : kept(text ?? token.raw);
    }
  }
}

/** Text with the spaces around it, which part it from its neighbours. */
function kept(text: string): string {
  const [before = "", after = ""] = [/^\s+/.exec(text)?.[0], /\s+$/.exec(text)?.[0]];
  const middle = text.split("\n").map(plain).join("\n");
  if (text.trim() === "") return before === "" ? "" : " ";
  return `${before === "" ? "" : " "}${middle}${after === "" ? "" : " "}`;
}

function allowed(href: string, site: string): string | null {
  if (/^https?:\/\//i.test(href) || /^(?:mailto:|#)/i.test(href)) return href;
  return /^\/(?![/\\])/.test(href) ? `${site}${href}` : null;
}

/** Fences longer than any run of backticks inside. */
function fenced(text: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}\n${text}\n${fence}`;
}

function codespan(text: string, inTable: boolean): string {
  const one = text.replace(/\s*\n\s*/g, " ");
  const line = inTable ? one.replaceAll("|", "\\|") : one;
  const fence = "`".repeat(longestRun(line) + 1);
  const room = /^`|`$/.test(line) || /^ .*[^ ].* $/.test(line) ? " " : "";
  return `${fence}${room}${line}${room}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
}

function indent(text: string, prefix: string): string {
  return text
    .split("\n")
    .map((line) => (line === "" && prefix.trim() === "" ? "" : `${prefix}${line}`))
    .join("\n");
}
