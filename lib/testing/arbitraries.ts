import fc from "fast-check";
import type {
  CuratedRecord,
  Kind,
  NamedPair,
  Point,
  Popularity,
  TechnologyRecord,
  VerdictInput,
} from "../verdict/types";

// Generated pairs of records: plausible ones, full of what trips a composer up, and ones of any text at all.

const NAMES = [
  "iOS",
  "npm",
  "eBPF",
  "PL/I",
  "C++",
  ".NET",
  "Node.js",
  "ASP.NET",
  "The Graph",
  "A Frame",
  "Use Zed",
  "Joomla!",
  "Acme Inc.",
  "Vue 3.5",
  "Apache Kafka",
  "Unikernels",
  "DevOps",
  "Linux",
  "Écran",
  "小程序",
];

const OPENINGS = [
  "Developers should learn",
  "developers should learn",
  "Use",
  "Learn",
  "It's",
  "the old reliable",
  "A",
  "when",
  "If",
  "For",
  "You",
  "Kubernetes",
  "iPhones",
  "“Quoted” ones",
  "(bracketed)",
];

const MIDDLES = [
  "libraries like Passport.js",
  "cloud providers (e.g. AWS, Azure)",
  "runners, i.e. CI",
  "v2.0 or 3.11",
  "1.25 times the rest",
  "https://example.com/a.b?c=d.",
  "types vs. tests",
  "Dr. Hejlsberg",
  "the U.S. market",
  "logs, traces, etc.",
  "a .NET shop",
  "“done.” Or not",
  "(what? yes!)",
  "waiting... and more",
  "学习它。然后",
];

const ENDINGS = [
  "",
  "",
  "",
  ".",
  ".",
  " etc.",
  "!",
  "?",
  "…",
  "...",
  ".”",
  " (etc.)",
  " (why not?)",
  " U.S.",
  "。",
  ".)",
];

const KINDS: Kind[] = [
  "language",
  "framework",
  "library",
  "database",
  "tool",
  "platform",
  "concept",
  "methodology",
];

/** One sentence; the number in it is found nowhere else. */
const sentence = fc
  .tuple(
    fc.constantFrom(...OPENINGS),
    fc.constantFrom(...MIDDLES),
    fc.constantFrom("", ...MIDDLES),
    fc.noBias(fc.nat(0x7fffffff)),
    fc.constantFrom(...ENDINGS),
  )
  .map(([opening, middle, more, mark, ending]) => {
    const words = [opening, middle, more, `in case ${mark}x or so`].filter((part) => part !== "");
    return `${words.join(" ")}${ending}`;
  });

const plausible = fc
  .tuple(sentence, fc.option(sentence))
  .map(([first, second]) => (second === null ? first : `${first} ${second}`));

const anything = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== "");

const popularity: fc.Arbitrary<Popularity> = fc.record({
  value: fc.oneof(fc.nat(1_000), fc.double({ min: 0, max: 1e15, noNaN: true })),
  unit: fc.constantFrom("npm downloads a month", "stars"),
  source: fc.constantFrom("npm", "GitHub").map((title) => ({ title, url: "https://example.com/" })),
  asOf: fc.constantFrom("2026-10-31", "2026-08-01", "2025-12-31", "2027-01-31T10:00:00Z"),
});

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

function recordOf(
  slug: string,
  name: fc.Arbitrary<string>,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<TechnologyRecord> {
  const points: fc.Arbitrary<Point[]> = fc.array(fc.record({ text }), { maxLength: 3 });
  const record = fc.record({
    slug: fc.constant(slug),
    name,
    kind: fc.constantFrom(...KINDS),
    category: fc.constantFrom("one", "two"),
    lead: text,
    tagline: optional(text),
    chooseFor: optional(text),
    tradeoff: optional(text),
    pros: points,
    cons: points,
    related: fc
      .subarray(["left", "right", "docker", "machine-learning"])
      .map((all) => all.filter((one) => one !== slug)),
    ring: optional(fc.constantFrom("adopt", "trial", "assess", "hold")),
    popularity: optional(popularity),
  });
  return fc.tuple(record, fc.boolean()).map(([given, opensWithName]) => {
    if (!opensWithName) return given;
    const [lead, tagline] = [given.lead, given.tagline].map((rest) => rest && `${given.name} and ${rest}`);
    return { ...given, lead: lead ?? given.lead, tagline };
  });
}

function pairOf(names: fc.Arbitrary<string>, text: fc.Arbitrary<string>): fc.Arbitrary<VerdictInput> {
  const named = { slug: "docker", name: "Docker" };
  return fc
    .record({
      left: recordOf("left", names, text),
      right: recordOf("right", names, text),
      related: fc.constantFrom<VerdictInput["related"]>(new Map(), new Map([["docker", named]])),
      nearest: fc.constantFrom<NamedPair[]>([], [{ left: named, right: { slug: "podman", name: "Podman" } }]),
    })
    .filter(({ left, right }) => left.name !== right.name);
}

/** Pairs of plausible records, so that whatever is wrong on the page was put there by the composer. */
export const plausiblePair = pairOf(fc.constantFrom(...NAMES), plausible);

/** Pairs of records that hold any text. */
export const anyPair = pairOf(anything, anything);

const curation: fc.Arbitrary<CuratedRecord | undefined> = optional(
  fc
    .record({
      outcome: fc.constantFrom("pick", "too-close", "different-jobs"),
      pick: fc.constantFrom("left", "right"),
      epithets: optional(fc.tuple(plausible, plausible)),
      standfirst: optional(plausible),
      reason: optional(plausible),
      bottomLine: optional(plausible),
    })
    .map(({ pick, ...curated }) => ({ ...curated, pick: curated.outcome === "pick" ? pick : undefined })),
);

/** Pairs of plausible records, some with an editor's comparison. */
export const curatedPair = fc
  .tuple(plausiblePair, curation)
  .map(([input, curated]): VerdictInput => ({ ...input, curated }));
