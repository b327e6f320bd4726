import { expect, test } from "vitest";
import { isNarrowed, listAddress, technologyListSchema } from "./listing";

const read = (parameters: object) => technologyListSchema.parse(parameters);

test("an address that asks for nothing shows everything, last saved first", () => {
  expect(read({})).toEqual({ q: "", sort: "newest", page: 1 });
  expect(isNarrowed(read({ sort: "name", page: "3" }))).toBe(false);
});

test("whatever cannot be meant falls back", () => {
  const nonsense = [
    ...["", " ", "\0", "\ud800", "-1", "0", "1e3", "9999999", "x".repeat(200), "__proto__", "' OR 1=1"],
    ["a", "b"],
    undefined,
  ];
  for (const value of nonsense) {
    const query = read({ state: value, kind: value, ring: value, sort: value, page: value });
    expect(query, String(value)).toEqual({ q: "", sort: "newest", page: 1 });
  }
  for (const category of ["", "a b", "a-vs-b", ["a"]]) expect(read({ category }).category).toBeUndefined();
  for (const q of ["\0", "a\nb", "\ud800", "x".repeat(121), ["a"]]) expect(read({ q }).q).toBe("");
});

test("a search is kept as typed, without the space round it", () => {
  expect(read({ q: "  Möbius 100% " }).q).toBe("Möbius 100%");
  expect(isNarrowed(read({ q: "a" }))).toBe(true);
  expect(isNarrowed(read({ ring: "none" }))).toBe(true);
});

test("the address of another page asks for the same", () => {
  const asked = { q: "a&b=c", state: "changed", kind: "tool", sort: "name", page: "2" };
  const address = listAddress("/admin/technologies", read(asked), 3);
  expect(address).toBe("/admin/technologies?q=a%26b%3Dc&state=changed&kind=tool&sort=name&page=3");
  const again = Object.fromEntries(new URLSearchParams(address.split("?")[1]));
  expect(read(again)).toEqual({ ...read(asked), page: 3 });
  expect(listAddress("/admin/technologies", read({}), 1)).toBe("/admin/technologies");
});
