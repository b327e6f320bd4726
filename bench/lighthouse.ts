import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { findOrInstallChromium } from "../lib/testing/chromium";
import { findFreePort } from "../lib/testing/free-port";
import { makeDataDir, runServer, stopServer, untilReady } from "../lib/testing/server";

/** A page kind each, of the starter content. */
const PAGES = {
  home: "/",
  comparison: "/compare/postgresql-vs-mysql",
  "dynamic comparison": "/compare/mongodb-vs-postgresql",
  technology: "/technologies/postgresql",
  ranking: "/best/databases",
};

const RUNS = 5;
/** Lighthouse now and then finds no paint in what Chromium recorded; such a run says nothing of the page. */
const MOST_LOST = 2;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
const FIGURES = ["largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"] as const;

export type PageScores = {
  page: string;
  /** 0 to 100 each, the median of five runs. */
  scores: Record<(typeof CATEGORIES)[number], number>;
  /** Milliseconds; the median. */
  largestPaint: number;
  blocking: number;
  /** The largest of the five. */
  shift: number;
};

/** What Lighthouse gives each page kind on its emulated telephone: a slow processor, a slow network. */
export async function benchLighthouse(): Promise<PageScores[]> {
  const directory = await makeDataDir();
  const server = await untilReady(await runServer({ DATA_DIR: directory.path }));
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: findOrInstallChromium(),
    args: [
      `--remote-debugging-port=${port}`,
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  try {
    const pages: PageScores[] = [];
    for (const [page, path] of Object.entries(PAGES)) {
      const url = `${server.url}${path}`;
      // Made once before: what is measured is a page that somebody has read.
      await (await fetch(url)).arrayBuffer();
      const runs: Run[] = [];
      for (let lost = 0; runs.length < RUNS; ) {
        const run = await measure(url, port);
        if (!("lost" in run)) runs.push(run);
        else if (++lost > MOST_LOST) throw new Error(`Lighthouse could not measure ${url}: ${run.lost}`);
      }
      pages.push({ page, ...summaryOf(runs) });
    }
    return pages;
  } finally {
    await browser.close();
    await stopServer(server);
    await directory.remove();
  }
}

type Run = Omit<PageScores, "page">;

async function measure(url: string, port: number): Promise<Run | { lost: string }> {
  const result = await lighthouse(url, { port, output: "json", logLevel: "error" });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}.`);
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) return { lost: runtimeError.message };
  const [largestPaint, blocking, shift] = FIGURES.map((id) => audits[id]?.numericValue);
  if (largestPaint === undefined || blocking === undefined || shift === undefined) {
    return { lost: FIGURES.map((id) => audits[id]?.errorMessage ?? "").join(" ") };
  }
  return {
    scores: byCategory((id) => Math.round((categories[id]?.score ?? 0) * 100)),
    largestPaint,
    blocking,
    shift,
  };
}

function summaryOf(runs: Run[]): Run {
  return {
    scores: byCategory((id) => median(runs.map(({ scores }) => scores[id]))),
    largestPaint: median(runs.map((run) => run.largestPaint)),
    blocking: median(runs.map((run) => run.blocking)),
    shift: Math.max(...runs.map((run) => run.shift)),
  };
}

function byCategory(score: (id: (typeof CATEGORIES)[number]) => number): Run["scores"] {
  return Object.fromEntries(CATEGORIES.map((id) => [id, score(id)])) as Run["scores"];
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
