import { benchAdmin } from "./admin";
import { benchComposer } from "./composer";
import { benchFeedback } from "./feedback";
import { benchGrowth } from "./growth";
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
