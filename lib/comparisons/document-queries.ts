import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { DbOrTransaction } from "../db";
import { momentText } from "../fields";
import type { ComparisonDocument } from "./schema";

const byPosition = { orderBy: { position: "asc" } } as const;

const documentRelations = {
  left: { select: { slug: true, state: true } },
  right: { select: { slug: true, state: true } },
  pick: { select: { slug: true } },
  alsoConsider: byPosition,
  criteria: byPosition,
  questions: byPosition,
  sources: byPosition,
} as const satisfies Prisma.ComparisonInclude;

type Row = Prisma.ComparisonGetPayload<{ include: typeof documentRelations }>;

export type StoredComparison = {
  id: string;
  live: boolean;
  /** Whether both its sides can be read on the site. */
  sidesLive: boolean;
  version: number;
  document: ComparisonDocument & { publishedAt: string };
};

/** Comparisons of the pairs given by row ids (either way round) as documents, live or not. */
export async function listComparisonDocuments(
  db: DbOrTransaction,
  pairs: { leftId: string; rightId: string }[],
): Promise<StoredComparison[]> {
  const either = pairs.flatMap(({ leftId, rightId }) => [
    { leftId, rightId },
    { leftId: rightId, rightId: leftId },
  ]);
  const rows = await db.comparison.findMany({ where: { OR: either }, include: documentRelations });
  return rows.map(toStored);
}

/** The comparison of a row id as a document, live or not. */
export async function findComparisonDocument(
  db: DbOrTransaction,
  id: string,
): Promise<StoredComparison | null> {
  const row = await db.comparison.findUnique({ where: { id }, include: documentRelations });
  return row && toStored(row);
}

/** All live comparisons of live technologies, ordered by their sides' slugs. */
export async function listLiveComparisonDocuments(db: DbOrTransaction): Promise<StoredComparison[]> {
  const rows = await db.comparison.findMany({
    where: { state: "live", left: { state: "live" }, right: { state: "live" } },
    include: documentRelations,
    orderBy: [{ left: { slug: "asc" } }, { right: { slug: "asc" } }],
  });
  return rows.map(toStored);
}

function toStored(row: Row): StoredComparison {
  return {
    id: row.id,
    live: row.state === "live",
    sidesLive: row.left.state === "live" && row.right.state === "live",
    version: row.version,
    document: toDocument(row),
  };
}

function toDocument(row: Row): ComparisonDocument & { publishedAt: string } {
  const { epithetLeft, epithetRight } = row;
  return {
    left: row.left.slug,
    right: row.right.slug,
    outcome: outcomeName(row.outcome),
    pick: row.pick?.slug,
    epithets: epithetLeft !== null && epithetRight !== null ? [epithetLeft, epithetRight] : undefined,
    standfirst: row.standfirst ?? undefined,
    shortAnswer: row.shortAnswer ?? undefined,
    reason: row.reason ?? undefined,
    useLeftIf: row.useLeftIf,
    useRightIf: row.useRightIf,
    alsoConsider: row.alsoConsider.map(({ slug, name, why }) => ({ slug: slug ?? undefined, name, why })),
    criteria: row.criteria.map(({ name, left, right, edge }) => ({ name, left, right, edge })),
    body: row.body ?? undefined,
    faq: row.questions.map(({ question, answer }) => ({ question, answer })),
    bottomLine: row.bottomLine ?? undefined,
    sources: row.sources.map(({ title, url }) => ({ title, url })),
    author: row.author ?? undefined,
    publishedAt: momentText(row.publishedAt),
    verifiedAt: row.verifiedAt ? momentText(row.verifiedAt) : undefined,
  };
}

/** Prisma's names cannot hold a hyphen; everybody else's do. */
export function outcomeName(outcome: Row["outcome"]): ComparisonDocument["outcome"] {
  return outcome === "pick" ? outcome : outcome === "too_close" ? "too-close" : "different-jobs";
}
