import type { IncomingMessage, ServerResponse } from "node:http";
import { afterEach, expect, test, vi } from "vitest";
import { dependOn } from "../../cache";
import { PRIMARY } from "../../replica";
import { currentRequest } from "../../request-context";
import { answerAsked } from "../behind";
import { tick } from "../clock";
import { type Answer, ReaderPages, type ReaderPagesOptions, type Wish } from "./reader-pages";

afterEach(() => {
  vi.useRealTimers();
});

/** What stands for Next: it answers when it is told to. */
class Site {
  readonly asked: IncomingMessage[] = [];
  readonly gates: (() => void)[] = [];
  isOpen = true;
  text = "one";
  status = 200;
  databaseLost = false;
  tags = ["technology a"];

  readonly next = async (request: IncomingMessage, response: ServerResponse) => {
    this.asked.push(request);
    const { text, status, databaseLost, tags } = this;
    if (!this.isOpen) await new Promise<void>((resolve) => this.gates.push(resolve));
    const context = currentRequest();
    if (context) context.databaseLost = databaseLost;
    dependOn(...tags);
    response.statusCode = databaseLost ? 500 : status;
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("Set-Cookie", "a=1");
    response.setHeader("Cache-Control", "private, no-store");
    response.write("<p>");
    response.end(text);
  };

  release(): void {
    for (const open of this.gates.splice(0)) open();
  }
}

function makeReaders(site: Site, options: Partial<ReaderPagesOptions> = {}) {
  const kept: string[] = [];
  const gone: string[] = [];
  const readers = new ReaderPages({
    next: { ask: (asked) => answerAsked(site.next, asked) },
    host: "nicepick.example",
    mostBytes: 1_000_000,
    hears: () => true,
    onKept: (key) => kept.push(key),
    onGone: (key) => gone.push(key),
    ...options,
  });
  return { readers, kept, gone };
}

async function textOf(answer: Promise<Answer> | null): Promise<string> {
  const found = await answer;
  if (!found) return "passed";
  if ("fault" in found) return `fault: ${found.fault}`;
  return `${found.way}: ${await found.page.makeBody("identity")}`;
}

const ask = (readers: ReaderPages, url: string) => textOf(readers.answer(url, "203.0.113.1"));

test("a page is made once, and then sent as it is", async () => {
  const site = new Site();
  const { readers, kept } = makeReaders(site);
  expect(readers.find("/compare/a-vs-b")).toBeUndefined();
  expect(await ask(readers, "/compare/a-vs-b?utm_source=x")).toBe("miss: <p>one");
  site.text = "two";
  expect(await ask(readers, "/compare/a-vs-b?utm_source=y")).toBe("hit: <p>one");
  expect(readers.find("/compare/a-vs-b")?.status).toBe(200);
  expect(kept).toEqual(["/compare/a-vs-b"]);
  expect(site.asked).toHaveLength(1);
});

test("Next hears nothing of whoever asks", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  await ask(readers, "/compare/a-vs-b?x=1");
  const [request] = site.asked;
  expect([request?.method, request?.url]).toEqual(["GET", "/compare/a-vs-b"]);
  expect(request?.headers).toEqual({
    host: "nicepick.example",
    accept: "text/html",
    "user-agent": "Nice Pick",
  });
  const page = readers.find("/compare/a-vs-b");
  expect(page?.headers.map(([name]) => name)).not.toContain("set-cookie");
});

test("all who ask at the same time wait for one page", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  site.isOpen = false;
  const answers = Array.from({ length: 50 }, () => ask(readers, "/compare/a-vs-b"));
  await vi.waitFor(() => expect(site.gates).toHaveLength(1));
  site.release();
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["miss: <p>one"]));
  expect(site.asked).toHaveLength(1);
});

test("whoever asks after an expiry gets a page that was begun after it, and the old one is not kept", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  site.isOpen = false;
  const before = ask(readers, "/compare/a-vs-b");
  await vi.waitFor(() => expect(site.gates).toHaveLength(1));
  readers.expire("technology a");
  site.text = "two";
  const after = ask(readers, "/compare/a-vs-b");
  await vi.waitFor(() => expect(site.gates).toHaveLength(2));
  // The later one is ready first.
  site.gates.pop()?.();
  expect(await after).toBe("miss: <p>two");
  site.release();
  expect(await before).toBe("miss: <p>one");
  expect(await ask(readers, "/compare/a-vs-b")).toBe("hit: <p>two");
});

test("an expiry is of what depends on it alone", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  await ask(readers, "/technologies/a");
  site.tags = ["technology b"];
  await ask(readers, "/technologies/b");
  site.text = "two";
  readers.expire("technology a");
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>two");
  expect(await ask(readers, "/technologies/b")).toBe("hit: <p>one");
});

test("a page that says nothing of what it is made of depends on everything", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  site.tags = [];
  await ask(readers, "/technologies/a");
  await ask(readers, "/");
  site.text = "two";
  readers.expire("catalogue");
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>two");
  expect(await ask(readers, "/")).toBe("miss: <p>two");
});

test("with the database lost, what was read before is served and says that it is old; the rest is a 503", async () => {
  const site = new Site();
  let hears = true;
  const { readers } = makeReaders(site, { hears: () => hears });
  await ask(readers, "/technologies/a");
  await ask(readers, "/technologies/b");
  hears = false;
  site.databaseLost = true;
  expect(readers.find("/technologies/a")).toBeUndefined();
  expect(await ask(readers, "/technologies/a")).toBe("stale: <p>one");
  // One has asked; for a while nobody else waits for that.
  const asked = site.asked.length;
  expect(await ask(readers, "/technologies/b")).toBe("stale: <p>one");
  expect(await ask(readers, "/technologies/c")).toBe("fault: database");
  expect(site.asked).toHaveLength(asked);
  // Back: everything is made anew, at once.
  site.databaseLost = false;
  site.text = "two";
  hears = true;
  readers.expireEverything();
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>two");
  expect(await ask(readers, "/technologies/c")).toBe("miss: <p>two");
});

test("a page that was edited is served as it was while the database is lost", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  await ask(readers, "/technologies/a");
  readers.expire("technology a");
  site.databaseLost = true;
  expect(await ask(readers, "/technologies/a")).toBe("stale: <p>one");
});

test("one that was withdrawn is not", async () => {
  const site = new Site();
  const { readers, gone } = makeReaders(site);
  await ask(readers, "/technologies/a");
  readers.remove("technology a");
  site.databaseLost = true;
  expect(await ask(readers, "/technologies/a")).toBe("fault: database");
  expect(gone).toEqual(["/technologies/a"]);
});

test("while expiries are not heard, pages are made for each request and none counts as fresh", async () => {
  const site = new Site();
  let hears = false;
  const { readers } = makeReaders(site, { hears: () => hears });
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>one");
  site.text = "two";
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>two");
  hears = true;
  // Kept without hearing: it may be out of date.
  site.text = "three";
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>three");
  expect(await ask(readers, "/technologies/a")).toBe("hit: <p>three");
});

test("a fault of ours is told, kept by nobody, and an older page stands in for it", async () => {
  const site = new Site();
  const { readers, kept } = makeReaders(site);
  site.status = 500;
  expect(await ask(readers, "/technologies/a")).toBe("fault: ours");
  expect(kept).toEqual([]);
  site.status = 200;
  await ask(readers, "/technologies/a");
  readers.expire("technology a");
  site.status = 500;
  expect(await ask(readers, "/technologies/a")).toBe("stale: <p>one");
});

test("an answer that says to come again is passed on, and kept by nobody", async () => {
  const site = new Site();
  const { readers, kept } = makeReaders(site);
  site.status = 503;
  expect(await ask(readers, "/og/compare/a-vs-b.png")).toBe("uncached: <p>one");
  site.status = 200;
  expect(await ask(readers, "/og/compare/a-vs-b.png")).toBe("miss: <p>one");
  expect(kept).toEqual(["/og/compare/a-vs-b.png"]);
});

test("nobody waits for ever: an old page is sent after some seconds, and without one it is a 503", async () => {
  const site = new Site();
  const { readers } = makeReaders(site, { patience: { hearing: 20, lost: 10, withoutPage: 60 } });
  await ask(readers, "/technologies/a");
  readers.expire("technology a");
  site.isOpen = false;
  const none = ask(readers, "/technologies/b");
  expect(await ask(readers, "/technologies/a")).toBe("stale: <p>one");
  expect(await none).toBe("fault: busy");
});

test("a day later a page is made anew", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const site = new Site();
  const { readers } = makeReaders(site);
  await ask(readers, "/technologies/a");
  vi.advanceTimersByTime(24 * 60 * 60_000 - 1);
  tick();
  expect(await ask(readers, "/technologies/a")).toBe("hit: <p>one");
  vi.advanceTimersByTime(1);
  tick();
  site.text = "two";
  expect(await ask(readers, "/technologies/a")).toBe("miss: <p>two");
});

test("an address without a page is kept for a moment, and not on disk", async () => {
  const site = new Site();
  const { readers, kept } = makeReaders(site);
  site.status = 404;
  expect(await ask(readers, "/technologies/none")).toBe("miss: <p>one");
  expect(await ask(readers, "/technologies/none")).toBe("hit: <p>one");
  site.status = 200;
  // It may be the page that is published.
  readers.expire("technology none");
  expect(await ask(readers, "/technologies/none")).toBe("miss: <p>one");
  expect(kept).toEqual(["/technologies/none"]);
});

test("what a reader typed is answered for each of them, by their address", async () => {
  const site = new Site();
  const { readers } = makeReaders(site);
  expect(await ask(readers, "/search?q=a&asked=1")).toBe("uncached: <p>one");
  expect(await ask(readers, "/search?q=a&asked=1")).toBe("uncached: <p>one");
  expect(site.asked).toHaveLength(2);
  expect(readers.kept.size.pages).toBe(0);
  expect(await ask(readers, "/admin")).toBe("passed");
});

test("what is found for a text is kept for others who type it, in memory alone, until something is published", async () => {
  const site = new Site();
  const { readers, kept } = makeReaders(site);
  for (const url of ["/search?q=a", "/api/search?q=a"]) {
    site.text = "one";
    expect(await ask(readers, url)).toBe("miss: <p>one");
    site.text = "two";
    expect(await ask(readers, url)).toBe("hit: <p>one");
    readers.expire("technology none");
    expect(await ask(readers, url)).toBe("miss: <p>two");
  }
  expect(kept).toEqual([]);
});

test("what a page may be made of: nobody's own of a replica, one that is known of no replica that may be behind", async () => {
  const site = new Site();
  const wishes: Wish[] = [];
  const choose = (wish: Wish) => {
    wishes.push(wish);
    return PRIMARY;
  };
  const { readers } = makeReaders(site, { replica: { choose, isLastResort: false } });
  await ask(readers, "/compare/a-vs-b");
  readers.expire("technology a");
  await ask(readers, "/compare/a-vs-b");
  await ask(readers, "/search?q=a");
  await ask(readers, "/feedback/status/token");
  await ask(readers, "/feedback/vote?pair=a-vs-b");
  expect(wishes).toEqual(["any", "current", "any", "none", "none"]);
});

test("while the database is lost, pages that nobody has read are made where there is a replica to make them of", async () => {
  const site = new Site();
  const replica = { choose: () => PRIMARY, isLastResort: false };
  const { readers } = makeReaders(site, { hears: () => false, replica });
  site.databaseLost = true;
  expect(await ask(readers, "/compare/a-vs-b")).toBe("fault: database");
  // Not tried again within the second.
  site.databaseLost = false;
  expect(await ask(readers, "/compare/a-vs-b")).toBe("fault: database");
  replica.isLastResort = true;
  expect(await ask(readers, "/compare/a-vs-b")).toBe("miss: <p>one");
  expect(readers.find("/compare/a-vs-b")).toBeUndefined();
});
