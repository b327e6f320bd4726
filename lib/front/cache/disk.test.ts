import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PagesOnDisk } from "./disk";
import { Page } from "./page";

let root: string;
const problems: unknown[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "nicepick-pages-"));
  problems.length = 0;
});
afterEach(() => rm(root, { recursive: true, force: true }));

const open = (build = "one", mostBytes = 1_000_000) =>
  PagesOnDisk.open(root, build, { mostBytes, onProblem: (error) => problems.push(error) });

function makePage(text: string, tags = ["technology a"]): Page {
  const headers: [string, string][] = [
    ["content-type", "text/html; charset=utf-8"],
    ["link", "</a.woff2>; rel=preload"],
  ];
  return Page.make({ status: 200, headers }, Buffer.from(text), { tags, madeAt: 17 });
}

async function fileNames(): Promise<string[]> {
  const [folder = ""] = await readdir(root);
  return (await readdir(join(root, folder))).map((name) => join(root, folder, name));
}

test("what is kept comes back as it was", async () => {
  const disk = await open();
  const page = makePage("<p>Ünïcode\n\nand more");
  disk.keep("/compare/a-vs-b?x=\n", page);
  disk.keep("/gone", page);
  disk.remove("/gone");
  await disk.flush();
  const [found, ...others] = await (await open()).load();
  expect(others).toEqual([]);
  expect(found?.key).toBe("/compare/a-vs-b?x=\n");
  expect(await found?.page.store()).toEqual(await page.store());
  expect((await found?.page.makeBody("identity"))?.toString()).toBe("<p>Ünïcode\n\nand more");
  expect(found?.page.etag("br")).toBe(page.etag("br"));
});

test("pages of another build are not for this one, and are cleared away", async () => {
  const disk = await open("one");
  disk.keep("/a", makePage("a"));
  await disk.flush();
  expect(await (await open("two")).load()).toEqual([]);
  expect(await (await open("one")).load()).toEqual([]);
});

test("a file that is not as it was written is not read, and cleared away", async () => {
  const disk = await open();
  for (const key of ["/whole", "/cut", "/changed", "/empty", "/moved"])
    disk.keep(key, makePage(`the page of ${key}`));
  await disk.flush();
  const files = new Map<string, string>();
  for (const name of await fileNames()) {
    const text = await readFile(name);
    files.set(/"key":"([^"]+)"/.exec(text.toString("latin1"))?.[1] ?? "", name);
  }
  const at = (key: string) => files.get(key) ?? "";
  const bytes = await readFile(at("/changed"));
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
  await writeFile(at("/changed"), bytes);
  await writeFile(at("/cut"), (await readFile(at("/cut"))).subarray(0, -1));
  await writeFile(at("/empty"), "");
  await writeFile(at("/moved"), await readFile(at("/whole")));
  await writeFile(`${at("/whole")}.new`, "half of a");
  const again = await open();
  expect((await again.load()).map(({ key }) => key)).toEqual(["/whole"]);
  expect(await fileNames()).toEqual([at("/whole")]);
});

test("it takes no more than it may", async () => {
  const disk = await open("one", 5_000);
  for (let index = 0; index < 50; index += 1) {
    disk.keep(
      `/${index}`,
      makePage(Array.from({ length: 300 }, (_, at) => (at * 7919 + index) % 997).join(" ")),
    );
    await disk.flush();
    expect(disk.bytes).toBeLessThanOrEqual(5_000);
  }
  const kept = await fileNames();
  expect(kept.length).toBeGreaterThan(2);
  // A smaller bound than what lies there clears away the rest.
  const smaller = await open("one", 2_500);
  const loaded = await smaller.load();
  expect(loaded.length).toBeLessThan(kept.length);
  expect(smaller.bytes).toBeLessThanOrEqual(2_500);
  expect(await fileNames()).toHaveLength(loaded.length);
  expect(problems).toEqual([]);
});

test("what cannot be written is said, and nothing else comes of it", async () => {
  const disk = await open();
  const [folder = ""] = await readdir(root);
  await rm(join(root, folder), { recursive: true });
  await writeFile(join(root, folder), "in the way");
  disk.keep("/a", makePage("a"));
  await disk.flush();
  expect(problems).toHaveLength(1);
});
