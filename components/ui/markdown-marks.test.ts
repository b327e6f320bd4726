import { expect, test } from "vitest";
import { type Mark, markEdit } from "./markdown-marks";

/** The text with the selection in braces, before and after. */
function marked(shown: string, mark: Mark): string {
  const start = shown.indexOf("{");
  const end = shown.indexOf("}") - 1;
  const value = shown.replace(/[{}]/g, "");
  const edit = markEdit(value, start, end, mark);
  const after = value.slice(0, edit.from) + edit.text + value.slice(edit.to);
  return `${after.slice(0, edit.start)}{${after.slice(edit.start, edit.end)}}${after.slice(edit.end)}`;
}

test.each<[Mark, string, string]>([
  ["bold", "a {word} here", "a **{word}** here"],
  ["bold", "a **{word}** here", "a {word} here"],
  ["bold", "a {**word**} here", "a {word} here"],
  ["bold", "a{ word }here", "a **{word}** here"],
  ["bold", "{}", "**{}**"],
  ["bold", "{   }", "   **{}**"],
  ["italic", "a {word}", "a _{word}_"],
  ["italic", "a _{word}_", "a {word}"],
  ["code", "run {npm} now", "run `{npm}` now"],
  ["code", "x {a\nb} y", "x \n```\n{a\nb}\n```\n y"],
  ["code", "{a\nb\n}c", "```\n{a\nb}\n```\nc"],
  ["link", "see {this}", "see [this]({https://})"],
  ["link", "see {https://a.org/b}", "see [{}](https://a.org/b)"],
  ["link", "see {}", "see [{}](https://)"],
  ["heading", "one\nt{}wo", "one\n## t{}wo"],
  ["heading", "## t{}wo", "t{}wo"],
  ["heading", "{}", "## {}"],
  ["bullets", "{one\ntwo}", "{- one\n- two}"],
  ["bullets", "{- one\n- two}", "{one\ntwo}"],
  ["bullets", "{1. one\n2. two}", "{- one\n- two}"],
  ["numbers", "{one\n\ntwo\n}three", "{1. one\n\n2. two}\nthree"],
  ["numbers", "o{}ne", "1. o{}ne"],
  ["quote", "{- one\nmore}", "{> - one\n> more}"],
  ["quote", "{> one}", "{one}"],
])("%s: %s", (mark, before, after) => {
  expect(marked(before, mark)).toBe(after);
});

test("any selection of any text gives an edit that stays inside the text", () => {
  const value = "## a\n\n- b **c**\n`d`\n";
  for (const mark of ["bold", "italic", "heading", "bullets", "numbers", "quote", "code", "link"] as const) {
    for (let start = 0; start <= value.length; start += 1) {
      for (let end = start; end <= value.length; end += 1) {
        const edit = markEdit(value, start, end, mark);
        const length = value.length - (edit.to - edit.from) + edit.text.length;
        expect(edit.from).toBeGreaterThanOrEqual(0);
        expect(edit.to).toBeLessThanOrEqual(value.length);
        expect(edit.start).toBeLessThanOrEqual(edit.end);
        expect(edit.end).toBeLessThanOrEqual(length);
      }
    }
  }
});
