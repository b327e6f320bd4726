import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium, type Page } from "@playwright/test";
import { ROOT, run } from "../lib/front/build";
import { findOrInstallChromium } from "../lib/testing/chromium";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";

/** Bytes, compressed with gzip; the fonts as they are. */
export type Weight = {
  html: number;
  css: number;
  fonts: number[];
  /** Scripts that run while the page is only read, those inside the page. */
  reading: number;
  /** Scripts that have come once the reader has moved, and those of an empty page of the same Next. */
  awake: number;
  empty: number;
  /** Requests to another host. */
  elsewhere: number;
};

/** What a curated comparison brings to the browser. */
export async function benchWeight(): Promise<Weight> {
  const empty = await weighEmptyPage();
  const directory = await makeDataDir();
  const server = await untilReady(await runServer({ DATA_DIR: directory.path }));
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
  try {
    const page = await browser.newPage();
    return { ...(await weigh(page, `${server.url}/compare/postgresql-vs-mysql`)), empty };
  } finally {
    await browser.close();
    await stopServer(server);
    await directory.remove();
  }
}

async function weigh(page: Page, url: string): Promise<Omit<Weight, "empty">> {
  const bodies: { type: string; body: Promise<Buffer>; here: boolean }[] = [];
  page.on("response", (response) => {
    const here = new URL(response.url()).host === new URL(url).host;
    bodies.push({ type: response.request().resourceType(), body: response.body(), here });
  });
  await page.goto(url, { waitUntil: "networkidle" });
  const html = gzipped(Buffer.from(await page.content()));
  const inline = await page
    .locator("script:not([src]):not([type])")
    .evaluateAll((scripts) => scripts.map((script) => script.textContent ?? ""));
  const before = await sizesOf(bodies);
  const awake = await page.evaluateHandle(() => ({
    heard: new Promise<void>((done) => addEventListener("awake", () => done())),
  }));
  await page.mouse.move(100, 100);
  await page.mouse.move(120, 120);
  await awake.evaluate(({ heard }) => heard);
  await page.waitForLoadState("networkidle");
  const after = await sizesOf(bodies);
  return {
    html,
    css: sum(before.stylesheet ?? []),
    fonts: before.font ?? [],
    reading: sum(before.script ?? []) + gzipped(Buffer.from(inline.join("\n"))),
    awake: sum(after.script ?? []),
    elsewhere: bodies.filter(({ here }) => !here).length,
  };
}

async function sizesOf(
  bodies: { type: string; body: Promise<Buffer> }[],
): Promise<Partial<Record<string, number[]>>> {
  const sizes = await Promise.all(
    bodies.map(async ({ type, body }) => {
      const bytes = await body;
      return { type, size: type === "font" ? bytes.length : gzipped(bytes) };
    }),
  );
  const byType: Record<string, number[]> = {};
  for (const { type, size } of sizes) byType[type] = [...(byType[type] ?? []), size];
  return byType;
}

/** The scripts of a page with nothing in it, from the same Next. */
async function weighEmptyPage(): Promise<number> {
  const folder = await mkdtemp(join(ROOT, ".empty-page-"));
  try {
    await mkdir(join(folder, "app"));
    await writeFile(join(folder, "package.json"), `{"type":"module"}`);
    await writeFile(
      join(folder, "next.config.js"),
      `export default ${JSON.stringify({ turbopack: { root: ROOT } })};`,
    );
    await writeFile(
      join(folder, "app", "layout.js"),
      "export default ({ children }) => <html lang='en'><body>{children}</body></html>;",
    );
    await writeFile(join(folder, "app", "page.js"), "export default () => <p>Nothing</p>;");
    await run([join(ROOT, "node_modules/next/dist/bin/next"), "build", folder]);
    const html = await readFile(join(folder, ".next", "server", "app", "index.html"), "utf8");
    const sources = [...html.matchAll(/<script src="\/_next\/([^"]+)" async=""/g)].map(
      ([, path = ""]) => path,
    );
    const sizes = sources.map(async (path) => gzipped(await readFile(join(folder, ".next", path))));
    return sum(await Promise.all(sizes));
  } finally {
    await rm(folder, { recursive: true });
  }
}

function gzipped(bytes: Buffer): number {
  return gzipSync(bytes).length;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
