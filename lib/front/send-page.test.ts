import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { replaceFaults } from "./faults";
import { chooseEncoding, sendPagesQuietly } from "./send-page";

const PAGE = `<!DOCTYPE html><html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/><script src="/_next/static/chunks/b.js" async=""></script><script src="/_next/static/chunks/old.js" noModule=""></script></head><body><p>A page</p><script type="application/ld+json">{"@type":"Thing"}</script><script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[1]});</script><script src="/_next/static/chunks/a.js" async=""></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:\\"a\\"\\n])\\u003c/script>"])</script></body></html>`;

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** What a browser gets of a page that Next answers with, at a path. */
async function ask(path: string, answer: (response: ServerResponse) => void, init: RequestInit = {}) {
  server = createServer((request, response) => {
    sendPagesQuietly(request, response);
    answer(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}${path}`, init);
}

function page(response: ServerResponse): void {
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.flushHeaders();
  response.write(PAGE.slice(0, 300));
  response.write(Buffer.from(PAGE.slice(300)));
  response.end();
}

test("a reader's page holds its scripts back, and keeps what is in them", async () => {
  const response = await ask("/compare/a-vs-b?x=a.b", page);
  const html = await response.text();
  expect(Number(response.headers.get("content-length"))).toBeGreaterThan(0);
  expect(html).not.toMatch(/<script src|rel="preload"/);
  expect(html).toContain('<p>A page</p><script type="application/ld+json">{"@type":"Thing"}</script>');
  const held = JSON.parse(/<script id="held" type="application\/json">(.*?)<\/script>/.exec(html)?.[1] ?? "");
  expect(held).toEqual({
    flight: [[0], [1, '1:"a"\n])</script>']],
    runtime: { otherChunks: ["static/chunks/a.js"], runtimeModuleIds: [1] },
    scripts: ["/_next/static/chunks/b.js", "/_next/static/chunks/a.js"],
  });
  // The last of it is what brings them in, and it stands before the end of the page.
  expect(html).toMatch(/<\/script><script>\{\n?const held[^<]*<\/script><\/body><\/html>$/);
});

test.each(["/admin", "/admin/users?x=1", "/preview/token", "/api/health", "/page.html"])(
  "%s is passed on as it is",
  async (path) => {
    const response = await ask(path, page);
    expect(await response.text()).toBe(PAGE);
  },
);

test("what is no page, or one that is made in another way, is passed on as it is", async () => {
  const json = await ask("/data", (response) => {
    response.writeHead(201, { "Content-Type": "application/json" });
    response.end(PAGE);
  });
  expect([json.status, await json.text()]).toEqual([201, PAGE]);
  const other = PAGE.replace("self.__next_f.push([1", "self.__next_x.push([1").replace("[0])", "0)");
  const changed = await ask("/page", (response) => {
    response.writeHead(404, { "Content-Type": "text/html" });
    response.end(other);
  });
  expect([changed.status, await changed.text()]).toEqual([404, other]);
});

test("a fault's page is sent alone, whatever was made of the page before it", async () => {
  const response = await ask("/page", (answer) => {
    answer.setHeader("Content-Type", "text/html");
    answer.write("<p>Half of a pa");
    answer.writeHead(500, { "Content-Type": "text/html; charset=utf-8" });
    answer.end("<p>That went wrong");
  });
  expect([response.status, await response.text()]).toEqual([500, "<p>That went wrong"]);
});

test.each(["identity", "gzip"])("a fault is answered with its own page: %s", async (encoding) => {
  const response = await ask(
    "/page",
    (answer) => {
      replaceFaults(answer, { wantsJson: false, isDatabaseLost: () => true, onFault: () => {} });
      answer.statusCode = 500;
      answer.setHeader("Content-Type", "text/html");
      answer.write("<p>What Next says");
      answer.end();
    },
    { headers: { "Accept-Encoding": encoding } },
  );
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "10"]);
  expect(await response.text()).toContain("Back in a moment");
});

test("HEAD is answered without a length that would not be that of GET", async () => {
  const response = await ask("/page", page, { method: "HEAD" });
  expect([response.status, response.headers.get("content-length")]).toEqual([200, null]);
});

test.each(["br", "gzip"])("is compressed with %s for who asks so", async (encoding) => {
  const response = await ask("/page", page, { headers: { "Accept-Encoding": encoding } });
  expect(response.headers.get("content-encoding")).toBe(encoding);
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
  expect(await response.text()).toContain("<p>A page</p>");
});

test.each([
  ["", null],
  ["identity", null],
  ["gzip", "gzip"],
  ["gzip, deflate, br;q=0.1", "br"],
  ["br;q=0, gzip;q=0.5", "gzip"],
  ["BR; q=0.000, x-gzip", null],
])("%j is answered with %s", (accepted, encoding) => {
  expect(chooseEncoding(accepted)).toBe(encoding);
});
