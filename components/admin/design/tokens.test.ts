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
  const named = css.matchAll(new RegExp(`^ +--${kind}-([a-z]+(?:-[a-z]+)*):`, "gm"));
  expect(shown.map(({ name }) => name).sort()).toEqual([...named].map(([, name]) => name).sort());
});
