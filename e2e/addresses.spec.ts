import { expect, test } from "@playwright/test";

const MOVES: [string, string][] = [
  ["/compare/bench-right-vs-bench-left", "/compare/bench-left-vs-bench-right"],
  ["/compare/even-b-vs-even-a", "/compare/even-a-vs-even-b"],
  ["/compare/Even-B-vs-EVEN-a/", "/compare/even-a-vs-even-b"],
  ["/compare/even-a-vs-even-b/", "/compare/even-a-vs-even-b"],
  ["/compare/even-a-VS-even-b", "/compare/even-a-vs-even-b"],
  ["/compare/%65ven-a-vs-even-b", "/compare/even-a-vs-even-b"],
  ["/compare/even-a-vs-even-b%2F", "/compare/even-a-vs-even-b"],
  ["/compare/bench-old-vs-bench-right", "/compare/bench-left-vs-bench-right"],
  ["/compare/bench-right-vs-Bench-OLD/", "/compare/bench-left-vs-bench-right"],
  ["/compare/even-a-vs-even-a", "/technologies/even-a"],
  ["/compare/bench-old-vs-bench-left", "/technologies/bench-left"],
  ["/technologies/Even-A", "/technologies/even-a"],
  ["/technologies/even-a/", "/technologies/even-a"],
  ["/technologies/bench-old", "/technologies/bench-left"],
  ["/technologies/", "/technologies"],
  ["/compare/", "/compare"],
];

for (const [from, to] of MOVES) {
  test(`${from} moves for ever, in one step`, async ({ request }) => {
    const response = await request.get(from, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    expect(new URL(response.headers().location ?? "", "http://localhost").pathname).toBe(to);
    expect((await request.get(to, { maxRedirects: 0 })).status()).toBe(200);
  });
}

const long = "a".repeat(3_000);
const NOT_FOUND = [
  "/compare/even-a-vs-nothing",
  "/compare/nothing-vs-nobody",
  "/compare/nothing-vs-nothing",
  "/compare/even-a-vs-",
  "/compare/-vs-even-b",
  "/compare/-vs-",
  "/compare/even-a",
  "/compare/even-a-vs-even-b-vs-used-a",
  "/compare/even-a-vs-even-b/more",
  "/compare/constructor",
  "/compare/constructor-vs-__proto__",
  "/compare/even-a%20-vs-even-b",
  "/compare/even%2Fa-vs-even-b",
  `/compare/${long}-vs-even-b`,
  "/compare/the-tipping-one-vs-even-a",
  "/technologies/nothing",
  "/technologies/constructor",
  "/technologies/__proto__",
  "/technologies/%C3%A9",
  `/technologies/${long}`,
  "/missing",
  "/nothing/at/all",
];

for (const path of NOT_FOUND) {
  test(`${path.slice(0, 60)} is not found, with a page that says so`, async ({ request }) => {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(404);
    expect(await response.text()).toMatch(
      /<h1[^>]*>(Nothing at this address|No such comparison yet|Not on file)/,
    );
  });
}

test("queries are read by their first value and within bounds", async ({ request }) => {
  const paths = [
    "/compare?left=Even%20A&left=Even%20B&right=Bench%20Left",
    "/compare?left[]=x&right[a]=y",
    `/compare?left=${"x".repeat(2_000)}&right=y`,
    "/compare?left=%00&right=%ED%A0%80",
    "/compare?left=%25&right=_",
    "/compare?left=%zz&right='%22\\",
    "/technologies?page=0",
    "/technologies?page=999999",
    "/technologies?page=9999999999999999999999",
    "/technologies?page=1&page=2",
    "/technologies?page=-1%00",
    "/api/suggest",
    "/api/suggest?q=%00",
    "/api/suggest?q=%25_%5C'%22",
    `/api/suggest?q=${"k".repeat(2_000)}`,
    "/api/suggest?q=a&q=b&q[]=c",
    "/?utm_source=x&__proto__=1",
  ];
  for (const path of paths) {
    expect((await request.get(path, { maxRedirects: 0 })).status(), path).toBeLessThan(500);
  }
});

test("every page that the process serves itself is there", async ({ request }) => {
  for (const path of [
    "/api/health",
    "/api/ready",
    "/favicon.ico",
    "/icon.svg",
    "/",
    "/compare",
    "/technologies",
  ]) {
    expect((await request.get(path)).status(), path).toBe(200);
  }
  expect((await request.get("/unavailable")).status()).toBe(404);
});
