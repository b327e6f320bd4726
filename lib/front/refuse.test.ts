import fc from "fast-check";
import { expect, test } from "vitest";
import { dropUnknownHeaders, findRefusal } from "./refuse";

const ask = (url: string, headers: Record<string, string> = { host: "localhost:3000" }, method = "GET") =>
  findRefusal({ method, url, headers, rawHeaders: Object.entries(headers).flat() })?.status ?? null;

test("what routes take goes on", () => {
  for (const url of [
    "/",
    "/compare/a-vs-b",
    "/compare?left=a%20b&right=%zz",
    "/technologies/%C3%A9",
    "/x/",
  ]) {
    expect(ask(url), url).toBeNull();
  }
  for (const host of ["localhost", "nicepick.example:8080", "127.0.0.1", "[::1]:3000", "a_b.example"]) {
    expect(ask("/", { host }), host).toBe(host.includes("_") ? 400 : null);
  }
  for (const origin of [
    "null",
    "https://nicepick.example",
    "http://localhost:3000",
    "chrome-extension://abc",
  ]) {
    expect(ask("/", { host: "a", origin }), origin).toBeNull();
  }
});

test("targets that are no address are refused", () => {
  for (const url of [
    "",
    "x",
    "*",
    "http://a/",
    "//a",
    "/a//b",
    "/%",
    "/%zz",
    "/%00",
    "/a%0d%0ab",
    "/\\a",
    "/%5Ca",
    "/é",
    "/.",
    "/a/../b",
    "/%2E%2e/a",
  ]) {
    expect(ask(url), url).toBe(400);
  }
  expect(ask(`/${"a".repeat(5_000)}`)).toBe(414);
});

test("only GET and HEAD go on, and without a body", () => {
  expect(ask("/", { host: "a" }, "HEAD")).toBeNull();
  for (const method of ["POST", "OPTIONS", "TRACE", "get"]) expect(ask("/", { host: "a" }, method)).toBe(405);
  expect(ask("/", { host: "a", "content-length": "0" })).toBeNull();
  for (const length of ["1", "-1", "x"]) expect(ask("/", { host: "a", "content-length": length })).toBe(400);
  expect(ask("/", { host: "a", "transfer-encoding": "chunked" })).toBe(400);
});

test("only what is written through takes a POST, and its body says how long it is", () => {
  const post = (url: string, headers: Record<string, string>) => ask(url, { host: "a", ...headers }, "POST");
  for (const url of [
    "/api/admin/drafts/save",
    "/api/account/reset",
    "/api/auth/callback/credentials",
    "/api/feedback",
    "/api/feedback/erase",
    "/api/votes?x=1",
  ]) {
    expect(post(url, { "content-length": "2" }), url).toBeNull();
    expect(post(url, {}), url).toBe(411);
    expect(post(url, { "transfer-encoding": "chunked" }), url).toBe(411);
    expect(post(url, { "content-length": "9000000" }), url).toBe(413);
    expect(post(url, { "content-length": "1e3" }), url).toBe(400);
  }
  for (const url of [
    "/",
    "/admin",
    "/admin/users",
    "/api/admin",
    "/api/health",
    "/api/suggest",
    "/api/feedback/ticket",
    "/api/feedbacks",
    "/feedback",
    "/x/api/admin/y",
  ]) {
    expect(post(url, { "content-length": "2" }), url).toBe(405);
  }
  expect(post("/api/admin/../x", { "content-length": "2" })).toBe(400);
});

test("no target makes the check itself fail", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (url) => {
      expect([null, 400, 414]).toContain(ask(url));
    }),
    { seed: 20261122, numRuns: 5_000 },
  );
});

test("headers that pages do not depend on are dropped", () => {
  const headers = {
    host: "a",
    cookie: "b",
    rsc: "1",
    "next-action": "x",
    "x-forwarded-host": "evil.example",
    "x-anything": "1",
  };
  dropUnknownHeaders(headers);
  expect(headers).toEqual({ host: "a", cookie: "b" });
});
