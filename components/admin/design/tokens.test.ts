import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COLOURS, MEASURES, RADII, SHADOWS, SPACES, TEXTS } from "./tokens";

const css = readFileSync(new URL("../../../app/globals.css", import.meta.url), "utf8");

test.each([
  ["color", COLOURS],
  ["text", TEXTS],
  ["spacing", SPACES],
  ["radius", RADII],
  ["shadow", SHADOWS],
  ["container", MEASURES],
])("the page of the design shows every %s that there is", (kind, shown) => {
  // What paper has of its own is the same token.
  const named = css.matchAll(new RegExp(`^ +--${kind}-([a-z]+(?:-[a-z]+)*):`, "gm"));
  const names = new Set([...named].map(([, name]) => name));
  expect(shown.map(({ name }) => name).sort()).toEqual([...names].sort());
});
