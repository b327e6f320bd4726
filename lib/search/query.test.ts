import { expect, it } from "vitest";
import { listSides, readBegunSides, readQuery, withoutKind } from "./query";

it.each([
  [undefined, { kind: "empty" }],
  ["", { kind: "empty" }],
  [" \t\n\0 ", { kind: "empty" }],
  [[], { kind: "empty" }],
  [["go", "rust"], { kind: "text", text: "go" }],
  ["  a \n b ", { kind: "text", text: "a b" }],
  ["e\u0301", { kind: "text", text: "é" }],
  ["a\0b\ud800", { kind: "text", text: "a b" }],
  ["🧊".repeat(120), { kind: "text", text: "🧊".repeat(120) }],
  ["🧊".repeat(121), { kind: "too-long" }],
  ["x".repeat(10_000), { kind: "too-long" }],
])("%j is read as %j", (field, expected) => {
  expect(readQuery(field)).toEqual(expected);
});

it.each([
  ["go vs rust", ["go", "rust"]],
  ["Go VS. Rust", ["Go", "Rust"]],
  ["go versus rust", ["go", "rust"]],
  ["go or rust?", ["go", "rust"]],
  ["go v rust", ["go", "rust"]],
  ["compare go and rust", ["go", "rust"]],
  ["difference between go and rust", ["go", "rust"]],
  ["go / rust", ["go", "rust"]],
  ["go/rust", ["go", "rust"]],
  ["research and development vs trial or error", ["research and development", "trial or error"]],
])("%s asks about two things", (text, [left, right]) => {
  expect(listSides(text)[0]).toEqual({ left, right });
});

it.each([
  "go",
  "vs",
  "go vs",
  "vs rust",
  "oracle",
  "vscode",
  "organisations versusx",
  "or or",
  "",
  "/",
  "//",
])("%j asks about no two things", (text) => {
  expect(listSides(text)).toEqual([]);
});

it("reads only so many ways", () => {
  expect(listSides("a or b or c or d or e or f or g or h or i")).toHaveLength(6);
});

it.each([
  ["go vs", { left: "go", right: "" }],
  ["go vs ru", { left: "go", right: "ru" }],
  ["go vsx", null],
  ["vs go", null],
])("%j, so far, is %j", (text, sides) => {
  expect(readBegunSides(text)).toEqual(sides);
});

it.each([
  ["react library", "react"],
  ["the Go programming language", "Go"],
  ["database postgres", "postgres"],
  ["framework", null],
  ["the database", null],
  ["react", null],
  ["react testing", null],
  ["libraryish react", null],
])("%s is the name %s and what it is", (text, name) => {
  expect(withoutKind(text)).toBe(name);
});
