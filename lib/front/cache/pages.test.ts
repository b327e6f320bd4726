import { brotliDecompressSync, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { Page } from "./page";
import { Pages } from "./pages";
import { prepareSending } from "./send";

const KB = 1024;
/** About as much as goes with each answer. */
const ALWAYS = ["Content-Security-Policy", "x".repeat(700), "Permissions-Policy", "y".repeat(300)];
const OTHERS = { bytes: 20 * KB, forMs: 10_000, passingForMs: 60_000 };

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A page of about so many kilobytes, in a form that is not compressed. */
function makePage({ kb = 1, tags = ["catalogue"], status = 200 } = {}): Page {
  const head = { status, headers: [["content-type", "image/png"]] as [string, string][] };
  return Page.make(head, Buffer.alloc(kb * KB, "x"), { tags, madeAt: 0 });
}

async function keep(pages: Pages, key: string, options?: Parameters<typeof makePage>[0]): Promise<boolean> {
  const begun = pages.begin();
  return pages.keep(key, makePage(options), begun);
}

test("a walk through all addresses does not drive out what is read", async () => {
  const gone: string[] = [];
  const pages = new Pages({ bytes: 500 * KB, others: OTHERS }, (key) => gone.push(key));
  for (let index = 0; index < 20; index += 1) {
    await keep(pages, `/read/${index}`, { kb: 10 });
    pages.get(`/read/${index}`);
  }
  for (let index = 0; index < 2_000; index += 1) {
    await keep(pages, `/walked/${index}`, { kb: 10 });
    expect(pages.size.bytes).toBeLessThanOrEqual(520 * KB);
  }
  for (let index = 0; index < 20; index += 1)
    expect(pages.peek(`/read/${index}`), `/read/${index}`).toBeDefined();
  expect(gone.length).toBeGreaterThan(1_900);
  expect(gone.every((key) => key.startsWith("/walked/"))).toBe(true);
});

test("what is read moves on, and comes back among the new ones before it goes", async () => {
  const gone: string[] = [];
  const pages = new Pages({ bytes: 100 * KB, others: OTHERS }, (key) => gone.push(key));
  for (let index = 0; index < 30; index += 1) {
    await keep(pages, `/${index}`, { kb: 8 });
    pages.get(`/${index}`);
  }
  const kept = Array.from({ length: 30 }, (_, index) => `/${index}`).filter((key) => pages.peek(key));
  expect(kept.length + gone.length).toBe(30);
  expect(pages.size.bytes).toBeLessThanOrEqual(100 * KB);
  // The last ones are there.
  expect(kept).toContain("/29");
});

test("a page too large for all of it is not kept, and takes nothing with it", async () => {
  const pages = new Pages({ bytes: 100 * KB, others: OTHERS });
  await keep(pages, "/small");
  expect(await keep(pages, "/large", { kb: 200 })).toBe(false);
  expect(pages.get("/large")).toBeUndefined();
  expect(pages.get("/small")).toBeDefined();
});

test("every form of a page counts, also those that are made when it is asked for", async () => {
  const gone: string[] = [];
  const pages = new Pages({ bytes: 200 * KB, others: OTHERS }, (key) => gone.push(key));
  for (const status of [200, 404]) {
    for (let index = 0; index < 50; index += 1) {
      const head = { status, headers: [["content-type", "text/html"]] as [string, string][] };
      const page = Page.make(head, Buffer.alloc(10 * KB, `${index} `), {
        tags: ["catalogue"],
        madeAt: 0,
      });
      pages.keep(`/${status}/${index}`, page, pages.begin());
      pages.get(`/${status}/${index}`);
      await page.makeBody("identity");
    }
  }
  const kept = Array.from({ length: 50 }, (_, index) => pages.peek(`/200/${index}`)?.size ?? 0);
  expect(kept.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(200 * KB);
  expect(kept.filter((size) => size > 0).length + gone.length).toBe(50);
  expect(pages.get("/200/49")).toBeDefined();
  expect(pages.size.bytes).toBeLessThanOrEqual(200 * KB + OTHERS.bytes);
});

test("what is new can be sent as it is, and is kept as most ask for it", async () => {
  const pages = new Pages({ bytes: 200 * KB, others: OTHERS });
  const plain = Buffer.alloc(30 * KB, "what it says ");
  const head = { status: 200, headers: [["content-type", "text/html"]] as [string, string][] };
  const page = Page.make(head, plain, { tags: ["catalogue"], madeAt: 0 });
  pages.keep("/a", page, pages.begin());
  for (const way of ["miss", "hit"] as const) {
    const sent = prepareSending(page, way, ALWAYS, { accepted: "identity", known: undefined });
    // At once: nothing is compressed first, or opened again.
    expect("body" in sent && sent.body === plain).toBe(true);
  }
  const [brotli] = await Promise.all([page.makeBody("br"), page.settle()]);
  expect(brotliDecompressSync(brotli).equals(plain)).toBe(true);
  expect(gunzipSync(page.body("gzip") ?? "").equals(plain)).toBe(true);
  // The plain body is let go, and by what was sent of it too.
  expect(page.body("identity")).toBeUndefined();
  expect(pages.size.bytes).toBeLessThan(6 * KB);
  const again = await prepareSending(page, "hit", ALWAYS, { accepted: "identity", known: undefined });
  expect(again.body?.equals(plain) && again.body !== plain).toBe(true);
  expect(pages.size.bytes).toBeGreaterThan(30 * KB);
});

test("an expiry is of what has the tag, and of nothing else", async () => {
  const pages = new Pages({ bytes: 1_000 * KB, others: OTHERS });
  await keep(pages, "/a", { tags: ["technology a"] });
  await keep(pages, "/ab", { tags: ["technology a", "technology b"] });
  await keep(pages, "/b", { tags: ["technology b"] });
  await keep(pages, "/file", { tags: [] });
  pages.expire("technology a");
  const old = ["/a", "/ab", "/b", "/file"].filter((key) => pages.get(key)?.isOld);
  expect(old).toEqual(["/a", "/ab"]);
  pages.expireEverything();
  expect(pages.get("/b")?.isOld).toBe(true);
  // A file of the build depends on no record.
  expect(pages.get("/file")?.isOld).toBe(false);
});

test("what must not be shown any more is gone, also for whoever was making it", async () => {
  const gone: string[] = [];
  const pages = new Pages({ bytes: 1_000 * KB, others: OTHERS }, (key) => gone.push(key));
  await keep(pages, "/a", { tags: ["technology a"] });
  await keep(pages, "/b", { tags: ["technology b"] });
  const begun = pages.begin();
  pages.remove("technology a");
  expect([pages.get("/a"), gone]).toEqual([undefined, ["/a"]]);
  expect(pages.get("/b")).toBeDefined();
  expect(pages.keep("/a", makePage({ tags: ["technology a"] }), begun)).toBe(false);
});

test("a page that was begun before an expiry of what it is made of is not kept", async () => {
  const pages = new Pages({ bytes: 1_000 * KB, others: OTHERS });
  const begun = pages.begin();
  pages.expire("technology a");
  expect(pages.keep("/a", makePage({ tags: ["technology a"] }), begun)).toBe(false);
  expect(pages.keep("/b", makePage({ tags: ["technology b"] }), begun)).toBe(true);
  expect(pages.keep("/file", makePage({ tags: [] }), begun)).toBe(true);
  expect(await keep(pages, "/a", { tags: ["technology a"] })).toBe(true);
  const before = pages.begin();
  pages.expireEverything();
  expect(pages.keep("/b", makePage({ tags: ["technology b"] }), before)).toBe(false);
});

test("more expiries than are remembered refuse every page that was begun before them", async () => {
  const pages = new Pages({ bytes: 1_000 * KB, others: OTHERS });
  const begun = pages.begin();
  for (let index = 0; index < 10_001; index += 1) pages.expire(`technology ${index}`);
  expect(pages.keep("/a", makePage({ tags: ["technology 3"] }), begun)).toBe(false);
  expect(await keep(pages, "/a", { tags: ["technology 3"] })).toBe(true);
});

test("addresses without a page are few, short-lived, and forgotten with any publication", async () => {
  const pages = new Pages({ bytes: 1_000 * KB, others: OTHERS });
  for (let index = 0; index < 100; index += 1) await keep(pages, `/none/${index}`, { status: 404 });
  expect(pages.size.bytes).toBeLessThanOrEqual(OTHERS.bytes);
  expect(pages.get("/none/99")).toBeDefined();
  pages.expire("technology new");
  expect(pages.get("/none/99")).toBeUndefined();
  expect(pages.size).toEqual({ pages: 0, bytes: 0 });
});

test("passing pages stand with these: they drive out no other page, and end by themselves", async () => {
  const gone: string[] = [];
  const pages = new Pages({ bytes: 100 * KB, others: OTHERS }, (key) => gone.push(key));
  await keep(pages, "/read", { kb: 10 });
  // The cache reads the clock, and reads it again at the next turn.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  let now = performance.now();
  vi.spyOn(performance, "now").mockImplementation(() => now);
  const wait = (ms: number) => {
    now += ms;
    vi.advanceTimersByTime(ms);
  };
  for (let index = 0; index < 100; index += 1) {
    const page = makePage({ kb: 2 });
    page.isPassing = true;
    pages.keep(`/search?q=${index}`, page, pages.begin());
    pages.get(`/search?q=${index}`);
  }
  expect(pages.size.bytes).toBeLessThanOrEqual(100 * KB + OTHERS.bytes);
  expect([pages.get("/read") !== undefined, gone]).toEqual([true, []]);
  wait(59_000);
  expect(pages.get("/search?q=99")).toBeDefined();
  wait(1_001);
  // Gone from memory, though nobody asks for it.
  expect(pages.size.pages).toBe(1);
});

test("what is counted is what is taken, also of small pages in every form and sent in every way", async () => {
  const pages = new Pages({ bytes: 40_000 * KB, others: OTHERS });
  const head = { status: 200, headers: [["content-type", "application/json"]] as [string, string][] };
  const bodies: Buffer[] = [];
  for (let index = 0; index < 200; index += 1) {
    const page = Page.make(head, Buffer.from(`[${index}]`), { tags: ["catalogue"], madeAt: 0 });
    pages.keep(`/${index}`, page, pages.begin());
    for (const accepted of ["gzip", "br", "identity"]) {
      for (const known of [undefined, "*"]) {
        const sent = await prepareSending(page, "hit", ALWAYS, { accepted, known });
        if (sent.body) bodies.push(sent.start, sent.body);
      }
    }
  }
  const blocks = new Set(bodies.map(({ buffer }) => buffer));
  const taken = [...blocks].reduce((sum, { byteLength }) => sum + byteLength, 0);
  expect(blocks.size).toBeGreaterThan(600);
  expect(pages.size.bytes).toBeGreaterThan(taken);
});

test("whatever happens, the bounds hold and nothing old passes for new", async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant("keep"),
      key: fc.nat(30),
      kb: fc.integer({ min: 1, max: 60 }),
      tag: fc.nat(5),
    }),
    fc.record({ do: fc.constant("get"), key: fc.nat(30), kb: fc.constant(0), tag: fc.constant(0) }),
    fc.record({
      do: fc.constantFrom("expire", "remove"),
      key: fc.constant(0),
      kb: fc.constant(0),
      tag: fc.nat(5),
    }),
    fc.record({
      do: fc.constant("everything"),
      key: fc.constant(0),
      kb: fc.constant(0),
      tag: fc.constant(0),
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 150 }), async (steps) => {
      const present = new Set<string>();
      const pages = new Pages({ bytes: 300 * KB, others: OTHERS }, (key) => present.delete(key));
      /** When each key was last kept, and each tag last expired, in steps. */
      const keptAt = new Map<string, { at: number; tag: string }>();
      const expiredAt = new Map<string, number>();
      for (const [at, { do: what, key, kb, tag }] of steps.entries()) {
        if (what === "keep" && (await keep(pages, `/${key}`, { kb, tags: [`t${tag}`] }))) {
          present.add(`/${key}`);
          keptAt.set(`/${key}`, { at, tag: `t${tag}` });
        }
        if (what === "get") pages.get(`/${key}`);
        if (what === "expire") pages.expire(`t${tag}`);
        if (what === "remove") pages.remove(`t${tag}`);
        if (what === "expire" || what === "remove") expiredAt.set(`t${tag}`, at);
        if (what === "everything") {
          pages.expireEverything();
          for (let one = 0; one <= 5; one += 1) expiredAt.set(`t${one}`, at);
        }
        expect(pages.size.bytes).toBeLessThanOrEqual(300 * KB);
        for (let one = 0; one <= 30; one += 1) {
          const page = pages.peek(`/${one}`);
          expect(page !== undefined, "who hears of what goes knows what is there").toBe(
            present.has(`/${one}`),
          );
          const kept = keptAt.get(`/${one}`);
          if (page && kept) expect(page.isOld).toBe((expiredAt.get(kept.tag) ?? -1) > kept.at);
        }
      }
    }),
    { seed: 6, numRuns: 150 },
  );
});
