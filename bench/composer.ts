import { compose } from "../lib/verdict/compose";
import type { Kind, Named, Popularity, Ring, TechnologyRecord, VerdictInput } from "../lib/verdict/types";

const RECORDS = 200;
const WARM_UP_MS = 500;
const MEASURED_MS = 2_000;

const KINDS: Kind[] = [
  "tool",
  "framework",
  "library",
  "platform",
  "service",
  "database",
  "language",
  "concept",
];
const RINGS: (Ring | undefined)[] = ["adopt", "trial", "adopt", "assess", "hold", undefined];

const SUBJECTS = [
  "consistent application environments across development, testing, and production",
  "high-performance virtualized systems, such as cloud infrastructure or server consolidation",
  "cloud providers (e.g. AWS, Azure, Google Cloud) in more than one region",
  "Node.js 20.1 services, ASP.NET back ends, queues, etc.",
  "data that outgrows one machine, but not one team",
  "libraries like Passport.js in a code base that Dr. Strangelove left behind",
  "reproducible builds on Linux, macOS and iOS",
];

const OPENINGS = [
  "Developers should learn NAME when building",
  "Use NAME for",
  "Choose NAME when you need",
  "NAME suits",
];

/**
 * Compositions a second on one core, by processor time, so that what else runs on the machine does not count: every
 * record of a varied catalogue of 200 against five others, dynamic pairs of every outcome.
 */
export function benchComposer(): { perSecond: number } {
  const inputs = inputsOf(Array.from({ length: RECORDS }, (_, index) => recordOf(index)));
  run(inputs, WARM_UP_MS);
  return { perSecond: Math.round(run(inputs, MEASURED_MS)) };
}

/** Composes all inputs in rounds for at least `milliseconds` of processor time; compositions a second. */
function run(inputs: VerdictInput[], milliseconds: number): number {
  const start = process.cpuUsage();
  let composed = 0;
  let letters = 0;
  let elapsed = 0;
  while (elapsed < milliseconds) {
    for (const input of inputs) letters += compose(input).intro.length;
    composed += inputs.length;
    const { user, system } = process.cpuUsage(start);
    elapsed = (user + system) / 1000;
  }
  if (letters === 0) throw new Error("The composer wrote nothing.");
  return (composed * 1000) / elapsed;
}

function inputsOf(records: TechnologyRecord[]): VerdictInput[] {
  const related = new Map(
    records.slice(0, RECORDS / 2).map(({ slug, name }): [string, Named] => [slug, { slug, name }]),
  );
  return [1, 6, 30, 60, 98].flatMap((step) =>
    records.flatMap((left, index) => {
      const right = records[(index + step) % RECORDS];
      return right ? [{ left, right, related, nearest: [] }] : [];
    }),
  );
}

function recordOf(index: number): TechnologyRecord {
  const name = `${index % 3 === 0 ? "open" : "Grand"}Base ${index}`;
  const of = <T>(list: readonly T[], turn: number) => list[(index * turn) % list.length] as T;
  const text = (turn: number) => `${of(OPENINGS, turn).replace("NAME", name)} ${of(SUBJECTS, turn)}`;
  const points = (count: number, turn: number) =>
    Array.from({ length: count }, (_, place) => ({ text: text(turn + place) }));
  return {
    slug: `grand-base-${index}`,
    name,
    kind: of(KINDS, 1),
    category: `category-${index % 2}`,
    lead: `${text(1)}${index % 2 === 0 ? ". It has been stable since v2.0, and the U.S. team behind it answers" : ""}`,
    tagline: index % 5 === 0 ? `the old reliable of category ${index}` : undefined,
    chooseFor: index % 4 === 0 ? undefined : `it to work with ${of(SUBJECTS, 5)}`,
    tradeoff: index % 3 === 0 ? undefined : `the upkeep of ${of(SUBJECTS, 2)}`,
    pros: points(4 + (index % 4), 1),
    cons: points(3 + (index % 3), 2),
    related: [1, 7, 30, 60].map((step) => `grand-base-${(index + step) % RECORDS}`),
    ring: of(RINGS, 1),
    popularity: index % 4 < 2 ? popularityOf(index) : undefined,
  };
}

function popularityOf(index: number): Popularity {
  const source = { title: "npm", url: "https://www.npmjs.com/" };
  return { value: 1_000 * (index + 1) ** 2, unit: "npm downloads a month", source, asOf: "2026-10-31" };
}
