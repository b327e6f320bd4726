import { expect, test } from "vitest";
import { findLogo, findSmallLogo } from "./logos";

test("a slug of simple-icons is the path of its mark, and nothing but a path", async () => {
  for (const slug of ["postgresql", "react", "cplusplus"]) {
    expect(await findLogo(slug)).toMatch(/^M[MmZzLlHhVvCcSsQqTtAa0-9eE ,.+-]+$/);
  }
});

test("what is no slug, or not there, is no mark", async () => {
  for (const slug of [
    "",
    "nothing0",
    "../index",
    "a/b",
    "%2e",
    "A",
    "react.svg",
    "\0",
    "x".repeat(200),
    null,
  ]) {
    expect(await findLogo(slug), String(slug)).toBeUndefined();
  }
});

test("a mark drawn in much detail stays out of lists, and one in far too much off pages", async () => {
  expect(await findLogo("postcss")).toBeDefined();
  expect(await findSmallLogo("postcss")).toBeUndefined();
  expect(await findSmallLogo("vuedotjs")).toBeDefined();
  expect(await findLogo("elsevier")).toBeUndefined();
});
