import type { Catalogue } from "../catalogue/document";
import type { ComparisonDocument } from "../comparisons/schema";
import type { TechnologyDocument } from "../technologies/schema";
import { comparisonName } from "./prose";
import type { Remark } from "./types";

/** How much there must be: of the whole, and of each record. */
const FEWEST = { categories: 25, technologies: 300, comparisons: 60, withFivePoints: 60 };
const FEWEST_POINTS = 3;
const MANY_POINTS = 5;
const RELATED = [2, 8] as const;
const CRITERIA = [4, 8] as const;
const BODY_WORDS = [300, 900] as const;
/** Kinds that nobody publishes, so that they need no official site. */
const IDEAS: readonly string[] = ["concept", "methodology", "practice", "protocol"];

/** What the catalogue lacks as a whole. */
export function listTotalRemarks({ categories, technologies, comparisons }: Catalogue): Remark[] {
  const generous = technologies.filter(
    ({ pros, cons }) => pros.length >= MANY_POINTS && cons.length >= MANY_POINTS,
  );
  const outcomes = new Set(comparisons.map(({ outcome }) => outcome));
  const counts = [
    ["categories", categories.length, FEWEST.categories, "categories"],
    ["technologies", technologies.length, FEWEST.technologies, "technologies"],
    ["comparisons", comparisons.length, FEWEST.comparisons, "comparisons"],
    [
      "technologies",
      generous.length,
      FEWEST.withFivePoints,
      `technologies with ${MANY_POINTS} pros and cons`,
    ],
    ["comparisons", outcomes.size, 3, "outcomes among the comparisons"],
  ] as const;
  return counts
    .filter(([, count, fewest]) => count < fewest)
    .map(([path, count, fewest, what]) => ({ path, message: `${count} ${what}, not ${fewest} or more` }));
}

/** What a technology lacks; paths are inside the record. */
export function listMissingInTechnology(technology: TechnologyDocument): Remark[] {
  const { kind, tagline, chooseFor, tradeoff, ring, links, pros, cons, related, resources } = technology;
  const required = {
    tagline,
    chooseFor,
    tradeoff,
    ring,
    ...(!IDEAS.includes(kind) && { "links.website": links?.website }),
  };
  const isSourced =
    resources.length > 0 || links?.docs !== undefined || [...pros, ...cons].some(({ source }) => source);
  return [
    ...missing(required),
    ...outside("pros", pros.length, [FEWEST_POINTS, 10], "points"),
    ...outside("cons", cons.length, [FEWEST_POINTS, 10], "points"),
    ...outside("related", related.length, RELATED, "entries"),
    ...(isSourced
      ? []
      : [{ path: "resources", message: "has no source: no resource, no point's, no documentation" }]),
  ];
}

/** What a comparison lacks; paths are inside the record. */
export function listMissingInComparison(comparison: ComparisonDocument): Remark[] {
  const { outcome, epithets, standfirst, shortAnswer, reason, body, bottomLine } = comparison;
  const { author, publishedAt, verifiedAt } = comparison;
  const texts = { epithets, standfirst, shortAnswer, body, bottomLine, author, publishedAt, verifiedAt };
  return [
    ...missing({ ...texts, ...(outcome === "pick" && { reason }) }),
    ...outside("useLeftIf", comparison.useLeftIf.length, [2, 5], "entries"),
    ...outside("useRightIf", comparison.useRightIf.length, [2, 5], "entries"),
    ...outside("alsoConsider", comparison.alsoConsider.length, [1, 4], "entries"),
    ...outside("criteria", comparison.criteria.length, CRITERIA, "entries"),
    ...outside("faq", comparison.faq.length, [3, 6], "entries"),
    ...outside("sources", comparison.sources.length, [2, 10], "entries"),
    ...outside("body", wordsIn(body ?? ""), BODY_WORDS, "words"),
    ...edgeRemarks(comparison),
  ];
}

/** A table on which one side wins every row decides nothing that the pick did not say. */
function edgeRemarks({ criteria, pick, left }: ComparisonDocument): Remark[] {
  if (pick === undefined || criteria.length === 0) return [];
  const loser = pick === left ? "right" : "left";
  if (criteria.some(({ edge }) => edge === loser)) return [];
  return [{ path: "criteria", message: `give "${loser}", which is not picked, no row` }];
}

/** The file of a comparison is named after it, so that it is found. */
export function fileRemarks(file: string, { technologies, comparisons }: Catalogue): Remark[] {
  const name = file.replace(/^.*\//, "").replace(/\.json$/, "");
  return [
    ...comparisons
      .filter((comparison) => comparisonName(comparison) !== name)
      .map((comparison) => ({
        path: comparisonName(comparison),
        message: `belongs into ${comparisonName(comparison)}.json`,
      })),
    ...technologies
      .filter(({ category }) => category !== name)
      .map(({ slug, category }) => ({ path: slug, message: `belongs into ${category}.json` })),
  ];
}

function missing(fields: Record<string, unknown>): Remark[] {
  const absent = Object.keys(fields).filter((field) => fields[field] === undefined);
  return absent.map((path) => ({ path, message: "is missing" }));
}

function outside(
  path: string,
  count: number,
  [least, most]: readonly [number, number],
  what: string,
): Remark[] {
  if (count >= least && count <= most) return [];
  return [{ path, message: `has ${count} ${what}, not ${least} to ${most}` }];
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length;
}
