import { benchAdmin } from "./admin";
import { benchComposer } from "./composer";
import { benchCrawler } from "./crawler";
import { benchFeedback } from "./feedback";
import { benchFront } from "./front";
import { benchGrowth } from "./growth";
import { benchHostile } from "./hostile";
import { benchLighthouse } from "./lighthouse";
import { benchPages } from "./pages";
import { benchSearch } from "./search";
import { benchSitemap } from "./sitemap";
import { benchStart } from "./start";
import { benchWeight } from "./weight";

// `npm run bench`, or one part of it: `npm run bench -- composer`.

const parts: Record<string, () => Promise<void>> = {
  composer,
  pages,
  admin,
  feedback,
  search,
  start,
  weight,
  lighthouse,
  sitemap,
  growth,
  front,
  hostile,
  crawler,
};
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(", ")}. There are: ${Object.keys(parts).join(", ")}.`);
  process.exitCode = 1;
} else {
  for (const [name, part] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) await part();
  }
}

async function composer(): Promise<void> {
  const { perSecond } = benchComposer();
  console.log(`composer: ${perSecond.toLocaleString("en")} compositions a second on one core`);
}

async function pages(): Promise<void> {
  const figures = await benchPages([100, 10_000]);
  for (const { technologies, p50, p99, statements, import: imported } of figures) {
    const size = technologies.toLocaleString("en");
    console.log(
      `import: ${size} technologies with ${(technologies * 10).toLocaleString("en")} points in ` +
        `${imported.seconds.toFixed(1)} s, ${Math.round(imported.peakMegabytes)} MB at most`,
    );
    console.log(
      `page: ${size} technologies on file: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${statements} SQL statements`,
    );
  }
  const [few, many] = figures;
  if (few && many)
    console.log(`page: p50 with many technologies is ${(many.p50 / few.p50).toFixed(2)} times that with few`);
}

async function admin(): Promise<void> {
  const { technologies, figures } = await benchAdmin(10_000);
  const size = technologies.toLocaleString("en");
  for (const { name, p50, p95 } of figures) {
    console.log(
      `admin: ${size} technologies on file: ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    );
  }
}

async function feedback(): Promise<void> {
  const { single, posts, reading } = await benchFeedback();
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  console.log(
    `feedback: a message while the mail server hangs: p50 ${ms(single.p50)}, p95 ${ms(single.p95)}`,
  );
  console.log(
    `feedback: 200 a second for a minute: ${posts.accepted} accepted, ${posts.stored} stored, ` +
      `${posts.duplicates} duplicates; p50 ${ms(posts.p50)}, p95 ${ms(posts.p95)}`,
  );
  const { alone, during } = reading;
  console.log(
    `feedback: reading meanwhile: p99 ${ms(during.p99)}, ${(during.p99 / alone.p99).toFixed(2)} times as much as alone ` +
      `(p50 ${ms(during.p50)} and ${ms(alone.p50)})`,
  );
}

async function search(): Promise<void> {
  const { technologies, figures } = await benchSearch(100_000);
  const size = technologies.toLocaleString("en");
  for (const { name, p50, p95 } of figures) {
    console.log(
      `search: ${size} technologies on file: ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`,
    );
  }
}

async function start(): Promise<void> {
  const { built } = await benchStart();
  console.log(`start: ready in ${built.toFixed(1)} s when built already`);
}

async function weight(): Promise<void> {
  const { html, css, fonts, reading, awake, empty, elsewhere } = await benchWeight();
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `weight: a curated comparison: page ${kilobytes(html)}, CSS ${kilobytes(css)}, fonts ${fonts.map(kilobytes).join(" and ")}, ` +
      `${elsewhere} requests elsewhere`,
  );
  console.log(
    `weight: scripts: ${kilobytes(reading)} to read it; ${kilobytes(awake)} once something is done with it, ` +
      `${kilobytes(awake - empty)} over an empty page of Next's`,
  );
}

async function lighthouse(): Promise<void> {
  for (const { page, scores, largestPaint, blocking, shift } of await benchLighthouse()) {
    console.log(
      `lighthouse: ${page}: performance ${scores.performance}, accessibility ${scores.accessibility}, ` +
        `best practices ${scores["best-practices"]}, SEO ${scores.seo}; ` +
        `largest paint ${(largestPaint / 1000).toFixed(1)} s, blocked ${Math.round(blocking)} ms, shift ${shift.toFixed(3)}`,
    );
  }
}

async function sitemap(): Promise<void> {
  const { technologies, file, page } = await benchSitemap(100_000);
  const size = technologies.toLocaleString("en");
  console.log(
    `sitemap: ${size} technologies on file: the slowest file, ${file.name}, in ${file.seconds.toFixed(1)} s ` +
      `(${file.addresses.toLocaleString("en")} addresses, ${file.megabytes.toFixed(1)} MB)`,
  );
  console.log(
    `sitemap: another page meanwhile: p99 ${page.during.toFixed(1)} ms, alone ${page.alone.toFixed(1)} ms`,
  );
}

async function growth(): Promise<void> {
  const [few, many] = [100, 100_000];
  for (const { name, ...figures } of await benchGrowth([few, many])) {
    console.log(
      `growth: ${name}: p50 ${figures.few.toFixed(1)} ms with ${few} technologies on file, ` +
        `${figures.many.toFixed(1)} ms with ${many.toLocaleString("en")}: ${figures.ratio.toFixed(2)} times as much`,
    );
  }
}

async function front(): Promise<void> {
  const { sizes, loads, fresh, cold } = await benchFront();
  const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
  const count = (value: number) => Math.round(value).toLocaleString("en");
  console.log(
    `front: one page: ${count(sizes.identity)} bytes, ${count(sizes.gzip)} with gzip, ${count(sizes.br)} with brotli`,
  );
  for (const { name, rivals } of loads) {
    for (const { name: rival, load, residentMiB } of rivals) {
      console.log(
        `front: ${name}: ${rival}: ${count(load.perSecond)} requests a second, p50 ${ms(load.p50)}, ` +
          `p99 ${ms(load.p99)}, ${count(residentMiB)} MiB`,
      );
    }
    const [ours, plain, nginx] = rivals.map(({ load }) => load);
    if (!ours || !plain || !nginx) continue;
    console.log(
      `front: ${name}: ${(ours.perSecond / nginx.perSecond).toFixed(2)} of nginx, ` +
        `${(ours.perSecond / plain.perSecond).toFixed(1)} times plain next start; ` +
        `p99 ${(ours.p99 / nginx.p99).toFixed(2)} times nginx's`,
    );
  }
  console.log("front: pipelined requests and slow readers get every byte");
  console.log(
    `front: an edit is seen ${ms(fresh.first.median)} after its commit (${ms(fresh.first.most)} at most), ` +
      `on a second instance ${ms(fresh.second.median)} (${ms(fresh.second.most)})`,
  );
  console.log(
    `front: a page nobody has read, ${cold.pages} of each: p50 ${ms(cold.ours)}, plain next start ${ms(cold.plain)}: ` +
      `${(cold.ours / cold.plain).toFixed(2)} times as much`,
  );
}

async function hostile(): Promise<void> {
  const { requests, shapes, perSecond, outcomes, faults, reading } = await benchHostile(
    countFrom("HOSTILE_REQUESTS", 100_000),
  );
  console.log(
    `hostile: ${requests.toLocaleString("en")} requests of ${shapes} shapes, ${Math.round(perSecond.hostile)} a second ` +
      `(harmless ones: ${Math.round(perSecond.harmless)}); the same process, and the same pages`,
  );
  for (const [sort, statuses] of Object.entries(outcomes)) {
    const list = Object.entries(statuses).map(
      ([status, count]) => `${status}: ${count.toLocaleString("en")}`,
    );
    console.log(`hostile: ${sort}: ${list.join(", ")}`);
  }
  const { hostile: attacked, harmless } = reading;
  console.log(
    `hostile: reading meanwhile: p50 ${attacked.p50.toFixed(2)} ms, p99 ${attacked.p99.toFixed(2)} ms, ` +
      `${(attacked.p99 / harmless.p99).toFixed(2)} times as much as among harmless requests ` +
      `(p50 ${harmless.p50.toFixed(2)} ms, p99 ${harmless.p99.toFixed(2)} ms)`,
  );
  for (const [fault, count] of Object.entries(faults))
    console.log(`hostile: FAULT, ${count} times: ${fault}`);
  if (Object.keys(faults).length > 0) process.exitCode = 1;
}

async function crawler(): Promise<void> {
  const found = await benchCrawler(countFrom("CRAWLER_REQUESTS", 200_000));
  const count = (value: number) => value.toLocaleString("en");
  for (const { requests, residentMiB, pages, memoryMiB, diskMiB } of found.samples) {
    console.log(
      `crawler: after ${count(requests)}: process ${Math.round(residentMiB)} MiB; ` +
        `${count(pages)} pages in ${memoryMiB.toFixed(1)} MiB of memory, ${diskMiB.toFixed(1)} MiB on disk`,
    );
  }
  const statuses = Object.entries(found.statuses).map(([status, times]) => `${status}: ${count(times)}`);
  console.log(
    `crawler: ${count(found.requests)} distinct addresses (${statuses.join(", ")}), ` +
      `${Math.round(found.perSecond)} a second, p50 ${found.p50.toFixed(1)} ms, p99 ${found.p99.toFixed(1)} ms`,
  );
  const last = found.samples.at(-1);
  console.log(
    `crawler: process ${Math.round(found.mostMiB)} MiB at most, ${Math.round(last?.residentMiB ?? 0)} MiB at the end; over the ` +
      `second half ${found.growth.toFixed(1)} MiB more for 10,000 requests`,
  );
  const kept = found.samples.map(({ memoryMiB, diskMiB }) => memoryMiB + diskMiB);
  console.log(
    `crawler: kept in memory and on disk together: ${Math.max(...kept).toFixed(1)} MiB at most; the cap is ${found.capMiB} MiB`,
  );
  const { reads, hits } = found.people;
  console.log(
    `crawler: people read ${count(reads)} pages meanwhile: ${((hits / reads) * 100).toFixed(1)} % were kept`,
  );
}

/** How many requests to send: fewer, where a setting says so. */
function countFrom(setting: string, usual: number): number {
  const count = Number(process.env[setting] || usual);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${setting} must be a number of requests`);
  return count;
}
