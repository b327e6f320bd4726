import fc from "fast-check";
import { expect, test } from "vitest";
import { isSlug } from "./pair/pair";
import { suggestSlug } from "./suggest-slug";

test.each([
  ["PostgreSQL", "postgresql"],
  ["C++", "c-plus-plus"],
  ["C#", "c-sharp"],
  ["Node.js", "node-js"],
  ["Ruby on Rails", "ruby-on-rails"],
  ["Übersicht 2", "ubersicht-2"],
  ["R&D", "r-and-d"],
  ["Let’s Encrypt", "lets-encrypt"],
  ["Tabs vs Spaces", "tabs-spaces"],
  ["数据库", ""],
  ["  ", ""],
])("%s suggests %s", (name, slug) => {
  expect(suggestSlug(name)).toBe(slug);
});

test("what is suggested for whatever name is a slug, or nothing", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), fc.stringMatching(/^[vs -]{0,120}$/)),
      (name) => {
        const slug = suggestSlug(name);
        expect(slug === "" || isSlug(slug)).toBe(true);
      },
    ),
    { seed: 20_263, numRuns: 200 },
  );
});
