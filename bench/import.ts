import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Catalogue, FORMAT, VERSION } from "../lib/catalogue/document";
import { pairKey } from "../lib/pair/pair";
import { KINDS, RINGS } from "../lib/technologies/schema";

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const PEAK_MEMORY = pathToFileURL(fileURLToPath(new URL("./peak-memory.ts", import.meta.url))).href;
const CATEGORIES = 25;
/** The first category has so many at least: its pages are as full in a small catalogue as in a large one. */
const IN_THE_FIRST = 66;
const IN_A_FILE = 20_000;
const PROS = 6;
const CONS = 4;
const RELATED = 5;
const MOST_COMPARISONS = 300;

const WORDS =
  "storage network cluster query cache index schema stream worker replica module compiler runtime package deploy rollback metric latency memory thread process container image volume secret policy gateway proxy session token batch pipeline schedule commit branch merge review release version library plugin adapter driver client server page route form state event message queue topic partition shard backup restore failover audit column table join lock transaction isolation snapshot migration";
const vocabulary = WORDS.split(" ");

/**
 * Writes a catalogue in the portable format into a folder, as files to be imported one after the other: ten points to a
 * technology, 20,000 technologies to a file; the same number gives the same bytes. Returns their paths.
 */
export async function writeBenchCatalogue(folder: string, technologies: number): Promise<string[]> {
  const paths: string[] = [];
  for (const lists of catalogueOf(technologies)) {
    const path = join(folder, `catalogue-${paths.length + 1}.json`);
    await writeFile(path, JSON.stringify({ format: FORMAT, version: VERSION, ...lists }));
    paths.push(path);
  }
  return paths;
}

export type ImportFigures = { seconds: number; peakMegabytes: number };

/** Imports files one after the other; megabytes are those of the one that took most. */
export async function benchImports(paths: string[], databaseUrl: string): Promise<ImportFigures> {
  const figures: ImportFigures[] = [];
  for (const path of paths) figures.push(await benchImport(path, databaseUrl));
  return {
    seconds: figures.reduce((total, { seconds }) => total + seconds, 0),
    peakMegabytes: Math.max(...figures.map(({ peakMegabytes }) => peakMegabytes)),
  };
}

/**
 * Imports a file through the real command, as a process of its own, into the database at `databaseUrl`. Seconds are
 * wall time with the process's start; megabytes (10^6) are the command's own, without PostgreSQL's.
 */
export async function benchImport(path: string, databaseUrl: string): Promise<ImportFigures> {
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "--import", PEAK_MEMORY, "prisma/import.ts", path],
    {
      cwd: PROJECT,
      env: { ...process.env, DATABASE_URL: databaseUrl },
      stdio: ["ignore", "ignore", "inherit", "pipe"],
    },
  );
  const kilobytes = text(child.stdio[3] as NodeJS.ReadableStream);
  const [code] = await once(child, "exit");
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`The import ended with code ${code}.`);
  return { seconds, peakMegabytes: (Number(await kilobytes) * 1024) / 1e6 };
}

type Technology = Pick<Catalogue["technologies"][number], "slug" | "name"> & Record<string, unknown>;

function* catalogueOf(count: number) {
  const random = randomFrom(20_261_122);
  const categories = Array.from({ length: CATEGORIES }, (_, index) => ({
    slug: `category-${index + 1}`,
    name: `Category ${index + 1}`,
    description: sentence(random, 25),
  }));
  for (let begin = 0; begin < count; begin += IN_A_FILE) {
    const length = Math.min(IN_A_FILE, count - begin);
    const technologies = Array.from({ length }, (_, index) => technologyOf(random, begin + index, count));
    const isLast = begin + length === count;
    yield { categories, technologies, ...(isLast && { comparisons: comparisonsOf(random, technologies) }) };
  }
}

function technologyOf(random: Random, index: number, count: number): Technology {
  const slug = slugOf(index);
  return {
    slug,
    name: `${capital(pick(random, vocabulary))} ${index + 1}`,
    kind: KINDS[index % 3],
    category: `category-${categoryOf(index, count)}`,
    description: `${sentence(random, 22)} ${sentence(random, 18)}`,
    lead: `Use it when ${phrase(random, 12)}.`,
    tagline: `the ${phrase(random, 4)}`,
    pros: Array.from({ length: PROS }, () => pointOf(random)),
    cons: Array.from({ length: CONS }, () => pointOf(random)),
    chooseFor: phrase(random, 7),
    tradeoff: phrase(random, 6),
    related: Array.from({ length: RELATED }, () => slugOf(Math.floor(random() * count))),
    aliases: [`${pick(random, vocabulary)}${index + 1}`],
    ...(index % 10 !== 0 && { ring: RINGS[Math.floor(random() * RINGS.length)] }),
    ...(index % 2 === 0 && {
      popularity: {
        value: Math.round(random() * 1e8),
        unit: "downloads a month",
        source: { title: "Registry", url: `https://registry.example/${slug}` },
        asOf: "2026-11-01",
      },
    }),
    links: { website: `https://${slug}.example`, repository: `https://code.example/${slug}` },
    license: "MIT",
    firstReleased: 1990 + (index % 36),
  };
}

/** One point in five comes with its source, as in the starter content. */
function pointOf(random: Random) {
  const said = capital(phrase(random, 13));
  if (random() > 0.2) return said;
  return {
    text: said,
    source: { title: capital(phrase(random, 3)), url: `https://docs.example/${phrase(random, 2, "-")}` },
    checkedAt: "2026-11-22",
  };
}

function comparisonsOf(random: Random, technologies: Technology[]) {
  const pairs = new Map<string, [Technology, Technology]>();
  const wanted = Math.min(MOST_COMPARISONS, Math.floor(technologies.length / 4));
  while (pairs.size < wanted) {
    const [one, other] = [pick(random, technologies), pick(random, technologies)];
    if (one !== other) pairs.set(pairKey({ left: one.slug, right: other.slug }), [one, other]);
  }
  return [...pairs.values()].map(([left, right]) => ({
    left: left.slug,
    right: right.slug,
    outcome: "pick",
    pick: right.slug,
    standfirst: sentence(random, 20),
    shortAnswer: sentence(random, 30),
    useLeftIf: [sentence(random, 9), sentence(random, 9)],
    useRightIf: [sentence(random, 9), sentence(random, 9)],
    criteria: Array.from({ length: 6 }, () => ({
      name: capital(phrase(random, 2)),
      left: capital(phrase(random, 5)),
      right: capital(phrase(random, 5)),
      edge: random() < 0.5 ? "left" : "right",
    })),
    body: Array.from({ length: 12 }, () => sentence(random, 60)).join("\n\n"),
    faq: [{ question: `${capital(phrase(random, 8))}?`, answer: sentence(random, 40) }],
    sources: [{ title: capital(phrase(random, 4)), url: "https://docs.example/source" }],
    author: "Nice Pick editors",
    publishedAt: "2026-11-05",
  }));
}

/** From 1: by turns, the first one filled up before where that would not do it. */
function categoryOf(index: number, technologies: number): number {
  const isLarge = technologies >= CATEGORIES * IN_THE_FIRST;
  if (!isLarge && index < IN_THE_FIRST) return 1;
  return (index % CATEGORIES) + 1;
}

export function slugOf(index: number): string {
  return `${vocabulary[index % vocabulary.length]}-${index + 1}`;
}

type Random = () => number;

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T;
}

function phrase(random: Random, words: number, between = " "): string {
  return Array.from({ length: words }, () => pick(random, vocabulary)).join(between);
}

function sentence(random: Random, words: number): string {
  return `${capital(phrase(random, words))}.`;
}

function capital(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1);
}
