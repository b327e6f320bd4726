import type { Token, Tokens } from "marked";
import { Fragment, memo, type ReactNode } from "react";
import { headingId, headingsOf, readMarkdown } from "./markdown-headings";

/**
 * An editor's Markdown as elements. Nothing becomes markup but what is built here: HTML in the text is shown as
 * text, and a link leads to the web, to an e-mail address or to a page of ours, or is only its words.
 * A text that has not changed is not read again.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const tokens = readMarkdown(text);
  const depths = tokens.flatMap((token) => (token.type === "heading" ? (token as Tokens.Heading).depth : []));
  // The page's own headings are levels 1 and 2: the body's highest is 3, whatever its author began with.
  const shift = 3 - Math.min(...depths, 6);
  return <div className="prose">{renderAll(tokens, { shift, headings: headingsOf(tokens) })}</div>;
});

/** `shift`: from a heading's depth in the text to its level on the page. */
type Setting = { shift: number; headings: ReturnType<typeof headingsOf> };

function renderAll(tokens: Token[] | undefined, setting: Setting): ReactNode {
  return tokens?.map((token, index) => <Fragment key={index}>{render(token, setting)}</Fragment>);
}

function render(token: Token, setting: Setting): ReactNode {
  const inner = () => renderAll((token as { tokens?: Token[] }).tokens, setting);
  switch (token.type) {
    case "heading":
      return heading(
        (token as Tokens.Heading).depth + setting.shift,
        setting.headings.get(token)?.id,
        inner(),
      );
    case "paragraph":
      return <p>{inner()}</p>;
    case "list":
      return list(token as Tokens.List, setting);
    case "blockquote":
      return <blockquote>{inner()}</blockquote>;
    case "code":
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "table":
      return table(token as Tokens.Table, setting);
    case "hr":
      return <hr />;
    case "strong":
      return <strong>{inner()}</strong>;
    case "em":
      return <em>{inner()}</em>;
    case "del":
      return <del>{inner()}</del>;
    case "codespan":
      return <code>{(token as Tokens.Codespan).text}</code>;
    case "br":
      return <br />;
    case "link":
      return link(addressOf((token as Tokens.Link).href, setting), inner());
    case "space":
    case "def":
      return null;
    case "text":
      return (token as Tokens.Text).tokens ? inner() : (token as Tokens.Text).text;
    default:
      return "text" in token && typeof token.text === "string" ? token.text : token.raw;
  }
}

function heading(level: number, id: string | undefined, children: ReactNode): ReactNode {
  const Tag = `h${Math.min(Math.max(level, 3), 6)}` as "h3" | "h4" | "h5" | "h6";
  return <Tag id={id}>{children}</Tag>;
}

function list({ ordered, start, items }: Tokens.List, setting: Setting): ReactNode {
  const entries = items.map((item, index) => <li key={index}>{renderAll(item.tokens, setting)}</li>);
  return ordered ? <ol start={start === "" ? 1 : start}>{entries}</ol> : <ul>{entries}</ul>;
}

function table({ header, rows }: Tokens.Table, setting: Setting): ReactNode {
  const cells = (row: Tokens.TableCell[], Tag: "th" | "td") => (
    <tr>
      {row.map((cell, index) => (
        <Tag key={index}>{renderAll(cell.tokens, setting)}</Tag>
      ))}
    </tr>
  );
  return (
    <table>
      <thead>{cells(header, "th")}</thead>
      <tbody>
        {rows.map((row, index) => (
          <Fragment key={index}>{cells(row, "td")}</Fragment>
        ))}
      </tbody>
    </table>
  );
}

/** Within the text, an author leads to a heading by its plain slug. */
function addressOf(href: string, { headings }: Setting): string {
  const id = href.startsWith("#") && headingId(href.slice(1));
  return id && [...headings.values()].some((heading) => heading.id === id) ? `#${id}` : href;
}

function link(href: string, children: ReactNode): ReactNode {
  if (/^https?:\/\//i.test(href)) {
    return (
      <a href={href} rel="noopener nofollow">
        {children}
      </a>
    );
  }
  const ours = /^(?:mailto:|#|\/(?![/\\]))/i.test(href);
  return ours ? <a href={href}>{children}</a> : children;
}
