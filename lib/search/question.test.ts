import { expect, it } from "vitest";
import {
  bareName,
  coreOf,
  listNamePairs,
  listSeveral,
  listSides,
  readAlternatives,
  readBegunSides,
  subjectOf,
} from "./question";

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
  ["what is the difference between go and rust?", ["go", "rust"]],
  ["a comparison of go and rust", ["go", "rust"]],
  ["is go better than rust", ["is go", "rust"]],
  ["go instead of rust", ["go", "rust"]],
  ["go compared to rust", ["go", "rust"]],
  ["how does go compare with rust?", ["how does go", "rust"]],
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
  ["what is react", "react"],
  ["tools like react", "react"],
  ["react tutorial", "react"],
  ["best react library", null],
  ["framework", null],
  ["what is the", null],
  ["the database", null],
  ["react", null],
  ["react testing", null],
  ["libraryish react", null],
])("in %s is the name %s", (text, name) => {
  expect(bareName(text)).toBe(name);
});

it.each([
  ["which is better react", "react"],
  ["What's better: Vue?", "Vue"],
  ["vue in 2026", "vue"],
  ["pros and cons of vue", "vue"],
  ["is vue still worth it?", "vue"],
  ["free alternatives to vue", "vue"],
  ["top 10 databases", "databases"],
  ["log4j 2", "log4j 2"],
  ["best database for small teams", "database for small teams"],
  ["research and development", "research and development"],
  ["what is best", "what is best"],
  ["?", "?"],
])("%s is about %s", (text, core) => {
  expect(coreOf(text)).toBe(core);
});

it.each([
  ["vue for a small team", "vue"],
  ["should I use vue for this", "vue"],
  ["for", "for"],
])("%s, as a side, means %s", (text, subject) => {
  expect(subjectOf(text)).toBe(subject);
});

it.each([
  ["go and rust", [["go", "rust"]]],
  ["go, rust", [["go", "rust"]]],
  ["go & rust", [["go", "rust"]]],
  [
    "a b c",
    [
      ["a", "b c"],
      ["a b", "c"],
    ],
  ],
  ["go", []],
  ["five words are too many", []],
])("%s may be the names %j", (text, pairs) => {
  const expected = pairs.map(([left, right]) => ({ left, right }));
  expect(listNamePairs(text).slice(0, Math.max(1, expected.length))).toEqual(expected);
});

it.each([
  ["react vs vue vs angular", ["react", "vue", "angular"]],
  ["react, vue or angular?", ["react", "vue", "angular"]],
  ["react, vue, and svelte, solid", ["react", "vue", "svelte", "solid"]],
  ["react vs vue", []],
  ["a vs b vs c vs d vs e", []],
  ["a vs  vs c", []],
])("%s asks about %j", (text, parts) => {
  expect(listSeveral(text)).toEqual(parts);
});

it.each([
  ["alternatives to react", "react"],
  ["best alternative for react?", "react"],
  ["React competitors", "React"],
  ["alternatives", null],
  ["react", null],
])("%s asks what else there is beside %j", (text, name) => {
  expect(readAlternatives(text)).toBe(name);
});
