import {
  type Chunk,
  countRecords,
  findStart,
  listCategoryPlaces,
  listComparisonPlaces,
  listPairPlaces,
  listTechnologyPlaces,
  PAIRS_EACH,
  type Place,
} from "./sitemap-queries";

// Sitemaps by the protocol of sitemaps.org: an index, and files of at most 45,000 addresses (50,000 are allowed).

export const SHARD = 45_000;
/** Rows of one statement: a few milliseconds of work at a time, and no connection held between. */
const CHUNK = 1_500;

type Section = {
  name: "pages" | "categories" | "comparisons" | "technologies" | "pairs";
  /** Whose rows it walks over, and how many addresses come of one at most. */
  rows: "categories" | "comparisons" | "technologies" | null;
  each: number;
  list(after: string, take: number): Promise<Chunk>;
};

/** The pages that are there whatever is on file. */
const PAGES = [
  "/",
  "/compare",
  "/technologies",
  "/categories",
  "/best",
  "/changes",
  "/methodology",
  "/feedback",
  "/privacy",
];

const SECTIONS: Section[] = [
  {
    name: "pages",
    rows: null,
    each: 1,
    list: async () => ({ places: PAGES.map((path) => ({ path })), next: null }),
  },
  { name: "categories", rows: "categories", each: 2, list: listCategoryPlaces },
  { name: "comparisons", rows: "comparisons", each: 1, list: listComparisonPlaces },
  { name: "technologies", rows: "technologies", each: 1, list: listTechnologyPlaces },
  { name: "pairs", rows: "technologies", each: PAIRS_EACH, list: listPairPlaces },
];

const rowsIn = ({ each }: Section) => Math.floor(SHARD / each);

/** The index of all files. */
export async function sitemapIndex(site: string): Promise<string> {
  const counts = await countRecords();
  const paths = SECTIONS.flatMap((section) => {
    const shards = section.rows ? Math.ceil(counts[section.rows] / rowsIn(section)) : 1;
    return Array.from({ length: shards }, (_, index) => `/sitemaps/${section.name}-${index + 1}.xml`);
  });
  const entries = paths.map((path) => `<sitemap><loc>${inXml(site + path)}</loc></sitemap>\n`);
  return `${HEAD}<sitemapindex xmlns="${NAMESPACE}">\n${entries.join("")}</sitemapindex>\n`;
}

/**
 * One file, as a stream that reads on as it is read; null where there is none of that name. A file may hold fewer addresses
 * than its rows would allow.
 */
export async function sitemapFile(name: string, site: string): Promise<ReadableStream<Uint8Array> | null> {
  const [, sectionName, number] = /^([a-z]+)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
  const section = SECTIONS.find((one) => one.name === sectionName);
  if (!section) return null;
  const skip = (Number(number) - 1) * rowsIn(section);
  if (section.rows === null) return skip === 0 ? streamOf(write(section, "", site)) : null;
  const start = await findStart(section.rows, skip);
  if (start === null) return null;
  return streamOf(write(section, start, site));
}

async function* write(section: Section, start: string, site: string): AsyncGenerator<string> {
  yield `${HEAD}<urlset xmlns="${NAMESPACE}">\n`;
  let after: string | null = start;
  let isEmpty = true;
  for (let left = rowsIn(section); left > 0 && after !== null; left -= CHUNK) {
    const chunk: Chunk = await section.list(after, Math.min(CHUNK, left));
    isEmpty &&= chunk.places.length === 0;
    yield chunk.places.map((place) => entry(place, site)).join("");
    after = chunk.next;
  }
  // The format knows no file without an address.
  if (isEmpty) yield entry({ path: "/" }, site);
  yield "</urlset>\n";
}

function entry({ path, changedAt }: Place, site: string): string {
  const date = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
  return `<url><loc>${inXml(site + path)}</loc>${date}</url>\n`;
}

function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Our paths need no escaping; the site's own address might. */
function inXml(address: string): string {
  return address.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
