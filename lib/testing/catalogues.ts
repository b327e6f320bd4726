import fc from "fast-check";
import { FORMAT, VERSION } from "../catalogue/document";
import { LENGTH } from "../fields";
import { isSlug, pairKey } from "../pair/pair";
import { KINDS, RINGS } from "../technologies/schema";

/** A file in the portable format around the lists given, as bytes. */
export function catalogueFile(lists: object): Uint8Array {
  return Buffer.from(JSON.stringify({ format: FORMAT, version: VERSION, ...lists }));
}

// Generated catalogues: every optional field there and left out, every list empty and full, every text short, long to
// the bound, in many scripts, with what needs escaping in JSON, SQL, HTML or Markdown, and in need of trimming and NFC.

const AWKWARD = [
  "e\u0301te\u0301 \u1E9B\u0323",
  "  outer space\u00A0",
  "🧊 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "שלום مرحبا \u202Bmixed\u202C",
  "日本語、한국어",
  `"quotes" 'and' \\back\\slashes\\ \\u0041 \\N`,
  "</script><!-- & &amp; ]]>",
  '\'; DROP TABLE "Point"; --',
  "{1,2} (3) [4] NULL $1 $x %s",
  "0",
  "null",
];

function lineUpTo(longest: number) {
  const graphemes = fc
    .string({ unit: "grapheme", maxLength: 20 })
    .map((text) => `x${text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, "")}`);
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...AWKWARD) },
    { weight: 4, arbitrary: graphemes.filter((text) => [...text.normalize("NFC")].length <= longest) },
    { weight: 1, arbitrary: fc.constantFrom("a", "é", "字", "🧊").map((text) => text.repeat(longest)) },
  );
}

const line = lineUpTo(LENGTH.text);
const name = lineUpTo(LENGTH.name);

function paragraphsUpTo(longest: number) {
  return fc
    .oneof(
      {
        weight: 6,
        arbitrary: fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join("\r\n\n\t- ")),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom("a\n", "字\t", "🧊\n").map((text) => `${text.repeat(longest / 2 - 1)}.`),
      },
    )
    .filter((text) => [...text].length <= longest);
}

const word = fc.string({ unit: fc.constantFrom(..."abcvs019"), minLength: 1, maxLength: 4 });

const slug = fc
  .oneof(
    { weight: 9, arbitrary: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join("-")) },
    { weight: 1, arbitrary: word.map((text) => text.padEnd(80, "x")) },
  )
  .filter(isSlug);

const address = fc.oneof(
  fc
    .string({ unit: "grapheme", maxLength: 8 })
    .map((text) => `https://example.org/?q=${encodeURIComponent(text)}`),
  fc.constantFrom("HTTPS://EXAMPLE.org/a'b\"c\\d", "https://例え.jp/パス", "https://example.org/?q=%zz"),
  fc.constant(`https://example.org/${"a".repeat(LENGTH.url - 20)}`),
);

const between = {
  min: new Date("1900-01-02T00:00:00Z"),
  max: new Date("2999-12-30T00:00:00Z"),
  noInvalidDate: true,
};
const moment = fc.oneof(
  fc.date(between).map((date) => date.toISOString()),
  fc.date(between).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom("2026-10-31T23:30:00-05:00", "2026-10-31T00:00:00Z", "2026-03-29T02:30:00.5+01:00"),
);

const source = fc.record({ title: line, url: address });

/** Mostly short; now and then full. */
function list<T>(entry: fc.Arbitrary<T>) {
  return fc.oneof(
    { weight: 12, arbitrary: fc.array(entry, { maxLength: 3 }) },
    { weight: 1, arbitrary: fc.array(entry, { minLength: 30, maxLength: 30 }) },
  );
}

const point = fc.oneof(
  line,
  fc.record({ text: line, source, checkedAt: moment }, { requiredKeys: ["text"] }),
);

const category = (own: string) =>
  fc.record(
    { slug: fc.constant(own), name, description: paragraphsUpTo(LENGTH.description) },
    { requiredKeys: ["slug", "name"] },
  );

const REQUIRED = ["slug", "name", "kind", "category", "description", "lead"] as const;

function technology(own: string, context: { categories: string[]; former: string[] }) {
  return fc.record(
    {
      slug: fc.constant(own),
      name,
      kind: fc.constantFrom(...KINDS),
      category: fc.constantFrom(...context.categories),
      description: paragraphsUpTo(LENGTH.description),
      lead: line,
      tagline: fc.oneof(line, fc.constant(" ")),
      pros: list(point),
      cons: list(point),
      chooseFor: line,
      tradeoff: line,
      related: list(fc.oneof(slug, fc.constant(own))),
      aliases: list(name),
      formerSlugs: fc.constant(context.former),
      ring: fc.constantFrom(...RINGS),
      popularity: fc.record({
        value: fc.oneof(
          fc.double({ min: 0, max: 1e15, noNaN: true }),
          fc.nat(),
          fc.constantFrom(0, 1e15, 0.1),
        ),
        unit: name,
        source,
        asOf: moment,
      }),
      links: fc.record({ website: address, repository: address, docs: address }, { requiredKeys: [] }),
      license: name,
      firstReleased: fc.integer({ min: 1800, max: 2200 }),
      logo: word,
      resources: list(source),
    },
    { requiredKeys: [...REQUIRED] },
  );
}

function comparison([left, right]: [string, string]) {
  const outcome = fc.constantFrom(
    { outcome: "pick", pick: left },
    { outcome: "pick", pick: right },
    { outcome: "too-close" },
    { outcome: "different-jobs" },
  );
  const parts = fc.record(
    {
      epithets: fc.tuple(line, line),
      standfirst: line,
      shortAnswer: line,
      reason: line,
      useLeftIf: list(line),
      useRightIf: list(line),
      alsoConsider: list(fc.record({ slug, name, why: line }, { requiredKeys: ["name", "why"] })),
      criteria: list(
        fc.record({ name: line, left: line, right: line, edge: fc.constantFrom("left", "right", "even") }),
      ),
      body: paragraphsUpTo(LENGTH.body),
      faq: list(fc.record({ question: line, answer: paragraphsUpTo(LENGTH.answer) })),
      bottomLine: line,
      sources: list(source),
      author: name,
      publishedAt: moment,
      verifiedAt: moment,
    },
    { requiredKeys: [] },
  );
  return fc.tuple(outcome, parts).map(([decided, rest]) => ({ left, right, ...decided, ...rest }));
}

/** A complete catalogue of about ten records, as the lists of a file; sides and categories are in it. */
export const catalogueArbitrary = fc
  .record({
    categories: fc.uniqueArray(slug, { minLength: 1, maxLength: 3 }),
    slugs: fc.uniqueArray(slug, { minLength: 2, maxLength: 6 }),
    // A former slug may be the live slug of another record.
    former: fc.uniqueArray(slug, { maxLength: 4 }),
    sides: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }),
  })
  .chain(({ categories, slugs, former, sides }) => {
    const formerOf = (index: number) =>
      former.filter((old, position) => position % slugs.length === index && old !== slugs[index]);
    const pairs = sides
      .map(([one, other]): [string, string] => [at(slugs, one), at(slugs, other)])
      .filter(([one, other]) => one !== other);
    const distinct = new Map(pairs.map((pair) => [pairKey({ left: pair[0], right: pair[1] }), pair]));
    return fc.record({
      categories: fc.tuple(...categories.map(category)),
      technologies: fc.tuple(
        ...slugs.map((own, index) => technology(own, { categories, former: formerOf(index) })),
      ),
      comparisons: fc.tuple(...[...distinct.values()].map(comparison)),
    });
  });

function at(list: string[], index: number): string {
  return list[index % list.length] ?? "";
}
