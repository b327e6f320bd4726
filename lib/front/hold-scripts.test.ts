import { expect, test } from "vitest";
import { holdScripts } from "./hold-scripts";

const PAGE = `<!DOCTYPE html><html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/><script src="/_next/static/chunks/b.js" async=""></script><script src="/_next/static/chunks/old.js" noModule=""></script></head><body><p>A page</p><script type="application/ld+json">{"@type":"Thing"}</script><script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({"otherChunks":["static/chunks/a.js"],"runtimeModuleIds":[1]});</script><script src="/_next/static/chunks/a.js" async=""></script><script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"1:\\"a\\"\\n])\\u003c/script>"])</script></body></html>`;

test("a page holds its scripts back, and keeps what is in them", () => {
  const html = holdScripts(PAGE);
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

test("one that is made in another way is as it was", () => {
  for (const other of [
    PAGE.replace("self.__next_f.push([1", "self.__next_x.push([1").replace("[0])", "0)"),
    PAGE.replace("</body>", ""),
    "<p>A page</p>",
  ]) {
    expect(holdScripts(other)).toBe(other);
  }
});
