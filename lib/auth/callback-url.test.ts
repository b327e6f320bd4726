import { expect, it } from "vitest";
import { safeCallback } from "./callback-url";

const HERE = "https://nicepick.example";

it.each([
  ["/admin/users?a=1#b", "/admin/users?a=1#b"],
  ["/compare/a-vs-b", "/compare/a-vs-b"],
  [`${HERE}/admin/users`, "/admin/users"],
  ["/admin/%2F%2Fevil.example", "/admin/%2F%2Fevil.example"],
])("%s is a place of ours", (asked, path) => {
  expect(safeCallback(asked, HERE)).toBe(path);
});

it.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "\t//evil.example",
  "/\n/evil.example",
  " //evil.example",
  "/x/..//evil.example",
  "/.//evil.example",
  "https://evil.example/admin",
  "https://nicepick.example.evil.example/",
  "https://nicepick.example@evil.example/",
  "http://nicepick.example/admin",
  "javascript:alert(1)",
  "data:text/html,x",
  "admin",
  "",
  "/".repeat(3_000),
  `/${"a".repeat(3_000)}`,
  null,
  undefined,
  ["/admin/users"],
  { toString: () => "/admin/users" },
])("%j is not, and leads to the start", (asked) => {
  expect(safeCallback(asked, HERE)).toBe("/admin");
});
