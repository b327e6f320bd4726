import type { Catalogue } from "../catalogue/document";
import type { ComparisonDocument } from "../comparisons/schema";
import { pairKey } from "../pair/pair";
import type { TechnologyDocument } from "../technologies/schema";
import { compose } from "../verdict/compose";
import type { CuratedRecord, Named, Verdict } from "../verdict/types";
import type { Names } from "./names";
import { comparisonName } from "./prose";
import type { Remark } from "./types";

// Every page that two records make is composed and read through. What is wrong on one is mostly wrong in a record, and
// then on many: each wrong text is named once, with the number of its pages.

/** In characters: what is read in one breath. */
const LONGEST = { intro: 200, sentence: 220 };
/** A sentence of so many words is noticed when it comes again; the pick's may stand in its section and on top. */
const NOTICED_WORDS = 8;
const MOST_TIMES = 2;

const FLAWS: readonly [flaw: RegExp, message: string][] = [
  [
    /(?:^|\b(?:want|with|prioritize|what|meets|this:) |, )(?:undefined|null|NaN)(?=$|[.,]| (?:and can|over what|meets|offers))|\[object /,
    "names something that is missing",
  ],
  [/ {2}|^\s|\s$/, "has a space too many"],
  [/(?<!\.)\.\.(?!\.)|[,;:]\.|\.[,;](?!\p{L})|[?!]\./u, "has a mark too many"],
  [/ [.,;:](?=\s|$)/, "has a space in front of a mark"],
  [/\b(?:want|prioritize|with|over|meets) (?:and|over|,|\.(?!\p{L}))/u, "has an empty clause"],
  [/\b(?:a a|an an|the the|to to|of of|and and|with with|for for|in in)\b/i, "has a word twice"],
];

export type Reading = { pages: number; remarks: Remark[] };

/**
 * Composes every pair of one category, every pair of one kind, every related pair and every written comparison. Some
 * 40,000 pages in two or three seconds.
 */
export function readPages({ technologies, comparisons }: Catalogue, names: Names): Reading {
  const written = new Map(comparisons.map((comparison) => [pairKey(comparison), comparison]));
  const related = new Map<string, Named>(technologies.map(({ slug, name }) => [slug, { slug, name }]));
  const faults = new Faults(names);
  let pages = 0;
  for (const [index, left] of technologies.entries()) {
    for (const right of technologies.slice(index + 1)) {
      const curated = written.get(pairKey({ left: left.slug, right: right.slug }));
      if (!curated && !areNear(left, right)) continue;
      pages += 1;
      const [first, second] = curated?.left === right.slug ? [right, left] : [left, right];
      const verdict = compose({
        ...{ left: first, right: second, related, nearest: [] },
        ...(curated && { curated: toCurated(curated) }),
      });
      faults.read(comparisonName({ left: first.slug, right: second.slug }), verdict);
    }
  }
  return { pages, remarks: faults.remarks() };
}

function areNear(left: TechnologyDocument, right: TechnologyDocument): boolean {
  return (
    left.category === right.category ||
    left.kind === right.kind ||
    left.related.includes(right.slug) ||
    right.related.includes(left.slug)
  );
}

function toCurated({
  outcome,
  pick,
  epithets,
  standfirst,
  reason,
  bottomLine,
}: ComparisonDocument): CuratedRecord {
  return { outcome, pick, epithets, standfirst, reason, bottomLine };
}

/** The texts of a page that are sentences, with how long they may be. */
function listSentences({ intro, pickBlock, sections, lines, bottomLine }: Verdict): [string, number][] {
  const texts = [
    pickBlock.text,
    pickBlock.basis,
    ...sections.map(({ lead }) => lead),
    ...lines.flatMap(({ sentences }) => sentences),
    bottomLine.text,
  ];
  const sentences = texts.flatMap((text) => (text === undefined ? [] : [text]));
  return [[intro, LONGEST.intro], ...sentences.map((text): [string, number] => [text, LONGEST.sentence])];
}

/** What is wrong with one text, whatever its page. */
export function listFlaws(text: string, longest: number, names: Names): string[] {
  const flaws = FLAWS.filter(([flaw]) => flaw.test(text)).map(([, message]) => message);
  if (text === "") flaws.push("is empty");
  if (/^["'“‘(]?\p{Ll}/u.test(text) && !names.begin(text)) flaws.push("begins in lower case");
  if (text !== "" && !/[.?!]["'”’)]*$/.test(text)) flaws.push("does not end like a sentence");
  if (text.length > longest) flaws.push(`is ${text.length} characters long, not ${longest} or fewer`);
  return flaws;
}

/** The sentences that stand on a page more often than a reader forgives. */
export function listEchoes(texts: readonly string[]): string[] {
  const times = new Map<string, number>();
  for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times]
    .filter(([text, count]) => count > MOST_TIMES && text.split(" ").length >= NOTICED_WORDS)
    .map(([text]) => text);
}

class Faults {
  readonly #names: Names;
  /** Stored texts come again on hundreds of pages, and are looked at once. */
  readonly #known = new Map<string, string[]>();
  readonly #found = new Map<string, { page: string; pages: number }>();

  constructor(names: Names) {
    this.#names = names;
  }

  read(page: string, verdict: Verdict): void {
    const sentences = listSentences(verdict);
    // What stands on a page twice is still one page.
    const messages = new Set(
      sentences.flatMap(([text, longest]) =>
        this.#flawsOf(text, longest).map((flaw) => `${flaw}: "${text}"`),
      ),
    );
    for (const message of messages) this.#add(page, message);
    const points = verdict.sections.flatMap(({ pros, cons }) => [...pros, ...cons].map(({ text }) => text));
    for (const echo of listEchoes([...sentences.map(([text]) => text), ...points])) {
      this.#add(page, `says more than twice: "${echo}"`);
    }
  }

  remarks(): Remark[] {
    return [...this.#found].map(([message, { page, pages }]) => ({
      path: page,
      message: pages === 1 ? message : `${message} (and ${pages - 1} more pages)`,
    }));
  }

  #flawsOf(text: string, longest: number): string[] {
    const known = this.#known.get(text);
    if (known) return known;
    const flaws = listFlaws(text, longest, this.#names);
    this.#known.set(text, flaws);
    return flaws;
  }

  #add(page: string, message: string): void {
    const found = this.#found.get(message);
    if (found) found.pages += 1;
    else this.#found.set(message, { page, pages: 1 });
  }
}
