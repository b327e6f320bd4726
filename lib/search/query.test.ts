import { expect, it } from "vitest";
import { readQuery } from "./query";

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
