import fc from "fast-check";
import { marked } from "marked";
import { expect, it } from "vitest";
import { markdownBody } from "./markdown-body";

const SITE = "https://nicepick.example";

const html = (markdown: string) => marked.parse(markdown, { async: false, gfm: true });

it("puts headings below the page's, whatever their author began with", () => {
  expect(markdownBody("# One\n\n## Two\n\ntext", SITE)).toBe("### One\n\n#### Two\n\ntext");
  expect(markdownBody("##### Deep", SITE)).toBe("### Deep");
});

it("keeps what Markdown is for", () => {
  const text = [
    "Some **bold**, *thin* and ~~gone~~ words with `code | here` and [a link](https://example.com/a?b=c).",
    "1. one\n2. two\n   - inner\n   - second",
    "> quoted\n>\n> twice",
    "```\nlevel --check\n# no heading\n```",
    "| a | b |\n| --- | --- |\n| `x \\| y` | **z** |",
    "line\\\nbroken",
    "---",
  ].join("\n\n");
  const marks = (markdown: string) => html(markdown).replace(/ class="[^"]*"|\s+/g, "");
  expect(marks(markdownBody(text, SITE))).toBe(marks(text));
});

it("lets HTML be text, and links lead only where the page's do", () => {
  const body = markdownBody(
    "Words <script>alert(1)</script> [bad](javascript:alert(1)) [ours](/technologies/git) ![pic](https://evil.example/a.png)\n\n<div onclick=x>block</div>",
    SITE,
  );
  const shown = html(body);
  expect(shown).not.toMatch(/<(?:script|div|img)|javascript:/);
  expect(shown).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(shown).toContain(`href="${SITE}/technologies/git"`);
  expect(shown).toContain("bad");
  expect(shown).toContain("pic");
});

const PIECES = [
  "# head",
  "<b>raw</b>",
  "<img src=x onerror=y>",
  "**bold**",
  "_em_",
  "`a`` b`",
  "[x](javascript:alert(1))",
  "![x](data:text/html,x)",
  "[x]: javascript:alert(1)",
  "[x]",
  "- item",
  "1. item",
  "> quote",
  "| a | b |\n| - | - |\n| c | d |",
  "```js\n</script>\n```",
  "~~~\n```\n~~~",
  "    indented",
  "&lt;script&gt;",
  "<!-- note -->",
  "https://example.com/<b>",
  "- [ ] task",
];

it("has no element but the page's, whatever is written", () => {
  const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: "grapheme", maxLength: 8 }));
  const body = fc
    .array(fc.tuple(piece, fc.constantFrom("\n", "\n\n", " ")), { maxLength: 8 })
    .map((parts) => parts.flat().join(""));
  const ALLOWED =
    /^<\/?(?:h[3-6]|p|ul|ol|li|blockquote|pre|code|table|thead|tbody|tr|th|td|hr|strong|em|del|br|a)$/;
  fc.assert(
    fc.property(body, (text) => {
      const shown = html(markdownBody(text, SITE));
      for (const tag of shown.match(/<\/?[a-z][a-z0-9]*/gi) ?? []) expect(tag).toMatch(ALLOWED);
      for (const [, href = ""] of shown.matchAll(/<a href="([^"]*)"/g)) {
        expect(href).toMatch(/^(?:https?:\/\/|mailto:|#)/i);
      }
    }),
    { numRuns: 500, seed: 11 },
  );
});
