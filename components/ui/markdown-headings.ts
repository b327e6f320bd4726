import GithubSlugger from "github-slugger";
import { marked, type Token, type Tokens } from "marked";

/** A heading of a text, to be led to. `level`: 1 is the text's highest. */
export type MarkdownHeading = { id: string; text: string; level: number };

export function readMarkdown(text: string): Token[] {
  return marked.lexer(text, { gfm: true });
}

/** The address of a heading in its page. Behind the prefix no author's word can be the page's own id. */
export function headingId(slug: string): string {
  return `case-${slug}`;
}

/** The headings that stand in the text itself, not in a quotation or a list, by their token. */
export function headingsOf(tokens: Token[]): Map<Token, MarkdownHeading> {
  const slugger = new GithubSlugger();
  const headings = tokens.filter((token): token is Tokens.Heading => token.type === "heading");
  const highest = Math.min(...headings.map(({ depth }) => depth));
  return new Map(
    headings.map((heading) => {
      const text = plainText(heading.tokens);
      const entry = { id: headingId(slugger.slug(text)), text, level: heading.depth - highest + 1 };
      return [heading, entry];
    }),
  );
}

export function listMarkdownHeadings(text: string): MarkdownHeading[] {
  return [...headingsOf(readMarkdown(text)).values()];
}

function plainText(tokens: Token[]): string {
  return tokens
    .map((token) => {
      const { tokens: inner, text, raw } = token as Tokens.Generic;
      return inner ? plainText(inner) : String(text ?? raw);
    })
    .join("");
}
