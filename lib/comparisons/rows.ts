import type { Prisma } from "@/prisma/generated/client";
import { type RecordRow, toPoints, toPopularity } from "../technologies/record-queries";
import type { CuratedRecord, Named, TechnologyRecord, Verdict } from "../verdict/types";
import { outcomeName } from "./document-queries";
import { readingMinutes } from "./reading-time";
import type { CuratedParts } from "./types";

// From rows to what the composer and the page take. What a row calls null they leave out.

const byPosition = { orderBy: { position: "asc" } } as const;

export const curatedRelations = {
  pick: { select: { slug: true } },
  alsoConsider: byPosition,
  criteria: byPosition,
  questions: byPosition,
  sources: byPosition,
} as const satisfies Prisma.ComparisonInclude;

export type ComparisonRow = Prisma.ComparisonGetPayload<{ include: typeof curatedRelations }>;

export function toRecord(row: RecordRow): TechnologyRecord {
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    category: row.category.slug,
    lead: row.lead,
    tagline: row.tagline ?? undefined,
    chooseFor: row.chooseFor ?? undefined,
    tradeoff: row.tradeoff ?? undefined,
    pros: toPoints(row, "pro"),
    cons: toPoints(row, "con"),
    related: row.related.map(({ asked }) => asked),
    ring: row.ring ?? undefined,
    popularity: toPopularity(row),
  };
}

export function toCurated(row: ComparisonRow): CuratedRecord {
  const { epithetLeft, epithetRight } = row;
  return {
    outcome: outcomeName(row.outcome),
    pick: row.pick?.slug,
    epithets: epithetLeft !== null && epithetRight !== null ? [epithetLeft, epithetRight] : undefined,
    standfirst: row.standfirst ?? undefined,
    reason: row.reason ?? undefined,
    bottomLine: row.bottomLine ?? undefined,
  };
}

export function toCuratedParts(
  row: ComparisonRow,
  context: { category: string; names: ReadonlyMap<string, Named>; verdict: Verdict },
): CuratedParts {
  const { category, names, verdict } = context;
  const written = {
    shortAnswer: row.shortAnswer ?? undefined,
    useLeftIf: row.useLeftIf,
    useRightIf: row.useRightIf,
    criteria: row.criteria.map(({ name, left, right, edge }) => ({ name, left, right, edge })),
    body: row.body ?? undefined,
    faq: row.questions.map(({ question, answer }) => ({ question, answer })),
  };
  return {
    category,
    publishedAt: row.publishedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString(),
    author: row.author ?? undefined,
    readingMinutes: readingMinutes(verdict, written),
    ...written,
    alsoConsider: row.alsoConsider.map(({ slug, name, why }) => ({
      name,
      why,
      slug: slug === null ? undefined : names.get(slug)?.slug,
    })),
    sources: row.sources.map(({ title, url }) => ({ title, url })),
  };
}
