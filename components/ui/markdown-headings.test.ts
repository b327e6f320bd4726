import { expect, test } from "vitest";
import { listMarkdownHeadings } from "./markdown-headings";

test("each heading has an address of its own, none of them the page's", () => {
  const text =
    "# Pick\n\n## The *long* `tail` & [so on](https://example.com)\n\n# Pick\n\n# Üben, 字\n\n# !!!";
  expect(listMarkdownHeadings(text)).toEqual([
    { id: "case-pick", text: "Pick", level: 1 },
    { id: "case-the-long-tail--so-on", text: "The long tail & so on", level: 2 },
    { id: "case-pick-1", text: "Pick", level: 1 },
    { id: "case-üben-字", text: "Üben, 字", level: 1 },
    { id: "case-", text: "!!!", level: 1 },
  ]);
});

test("a text may begin with any level, and what is quoted is no heading of it", () => {
  expect(listMarkdownHeadings("### First\n\n> ## Quoted\n\n- # Listed\n\n#### Below")).toEqual([
    { id: "case-first", text: "First", level: 1 },
    { id: "case-below", text: "Below", level: 2 },
  ]);
  expect(listMarkdownHeadings("No heading at all.")).toEqual([]);
});
