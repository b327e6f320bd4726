import { marked, type Token, type Tokens } from "marked";
import { Fragment, memo, type ReactNode } from "react";

/**
 * An editor's Markdown as elements. Nothing becomes markup but what is built here: HTML in the text is shown as
 * text, and a link leads to the web, to an e-mail address or to a page of ours, or is only its words.
 * A text that has not changed is not read again.
 */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  const tokens = marked.lexer(text, { gfm: true });
  const depths = tokens.flatMap((token) => (token.type === "heading" ? (token as Tokens.Heading).depth : []));
  // The page's own headings are levels 1 and 2: the body's highest is 3, whatever its author began with.
  const shift = 3 - Math.min(...depths, 6);
  return <div className="prose">{renderAll(tokens, shift)}</div>;
});

function renderAll(tokens: Token[] | undefined, shift: number): ReactNode {
  return tokens?.map((token, index) => <Fragment key={index}>{render(token, shift)}</Fragment>);
}

function render(token: Token, shift: number): ReactNode {
  const inner = () => renderAll((token as { tokens?: Token[] }).tokens, shift);
  switch (token.type) {
    case "heading":
      return heading((token as Tokens.Heading).depth + shift, inner());
    case "paragraph":
      return <p>{inner()}</p>;
    case "list":
      return list(token as Tokens.List, shift);
    case "blockquote":
      return <blockquote>{inner()}</blockquote>;
    case "code":
      return (
        <pre>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case "table":
      return table(token as Tokens.Table, shift);
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
      return link((token as Tokens.Link).href, inner());
    case "space":
    case "def":
      return null;
    case "text":
      return (token as Tokens.Text).tokens ? inner() : (token as Tokens.Text).text;
    default:
      return "text" in token && typeof token.text === "string" ? token.text : token.raw;
  }
}

function heading(level: number, children: ReactNode): ReactNode {
  const Tag = `h${Math.min(Math.max(level, 3), 6)}` as "h3" | "h4" | "h5" | "h6";
  return <Tag>{children}</Tag>;
}

function list({ ordered, start, items }: Tokens.List, shift: number): ReactNode {
  const entries = items.map((item, index) => <li key={index}>{renderAll(item.tokens, shift)}</li>);
  return ordered ? <ol start={start === "" ? 1 : start}>{entries}</ol> : <ul>{entries}</ul>;
}

function table({ header, rows }: Tokens.Table, shift: number): ReactNode {
  const cells = (row: Tokens.TableCell[], Tag: "th" | "td") => (
    <tr>
      {row.map((cell, index) => (
        <Tag key={index}>{renderAll(cell.tokens, shift)}</Tag>
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
