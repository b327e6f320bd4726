import "server-only";
import type { By } from "../audit/mutations";
import { recordComparisonChanges } from "../changes/mutations";
import type { DbOrTransaction } from "../db";
import { momentText } from "../fields";
import { insertRows } from "../insert-rows";
import { pairKey } from "../pair/pair";
import { sameRecord } from "../portable";
import { recordRevisions } from "../revisions/mutations";
import { findComparisonDocument, listComparisonDocuments, type StoredComparison } from "./document-queries";
import { portableComparison } from "./portable";
import type { ComparisonDocument } from "./schema";

type Dated = ComparisonDocument & { publishedAt: string };

/** A document to be written, with its sides' row ids and the row it replaces or the id that its new row is to have. */
type Change = {
  document: Dated;
  before: ComparisonDocument | null;
  id: string | null;
  newId?: string;
  leftId: string;
  rightId: string;
};

/**
 * Makes each document the live comparison of its pair and returns how many were not that already. A comparison
 * published without a date gets `now`, and keeps it.
 */
export async function publishComparisons(
  tx: DbOrTransaction,
  input: { documents: ComparisonDocument[]; by: By; now: Date; importId?: string },
): Promise<number> {
  const changes = await listChanges(tx, input.documents, input.now);
  const { by, importId } = input;
  await applyChanges(tx, changes, { by, importId });
  return changes.length;
}

/** Makes a document the live comparison of its pair, in a row of the id given. False when it was that already. */
export async function publishComparison(
  tx: DbOrTransaction,
  input: { id: string; document: ComparisonDocument; by: By; reason?: string; now: Date },
): Promise<boolean> {
  const { id, document, by, reason, now } = input;
  // Found by its id: the pair may have become another's meanwhile, and then the database refuses.
  const [wanted] = await findSides(tx, [document]);
  const change = wanted && findChange(wanted, await findComparisonDocument(tx, id), now);
  if (!change) return false;
  await applyChanges(tx, [{ ...change, newId: id }], { by, reason });
  return true;
}

async function applyChanges(
  tx: DbOrTransaction,
  changes: Change[],
  { by, reason, importId }: { by: By; reason?: string | undefined; importId?: string | undefined },
): Promise<void> {
  if (changes.length === 0) return;
  const entries: Entry[] = [];
  for (const change of changes) {
    entries.push({ ...change, id: await writeRow(tx, change) });
  }
  await replaceParts(tx, entries);
  const numbers = await recordRevisions(tx, {
    column: "comparisonId",
    items: entries.map(({ id, document }) => ({ id, snapshot: portableComparison(document) })),
    by,
    ...(reason !== undefined && { reason }),
  });
  const published = entries.map((entry) => ({
    id: entry.id,
    number: numbers.get(entry.id) ?? 1,
    before: entry.before && standOf(entry.before, entry),
    after: standOf(entry.document, entry),
  }));
  await recordComparisonChanges(tx, published, { reason, importId });
}

type Wanted = { document: ComparisonDocument; leftId: string; rightId: string };

async function listChanges(
  tx: DbOrTransaction,
  documents: ComparisonDocument[],
  now: Date,
): Promise<Change[]> {
  const wanted = await findSides(tx, documents);
  const stored = await listComparisonDocuments(tx, wanted);
  const before = new Map(stored.map((entry) => [pairKey(entry.document), entry]));
  return wanted.flatMap((one) => findChange(one, before.get(pairKey(one.document)) ?? null, now) ?? []);
}

async function findSides(tx: DbOrTransaction, documents: ComparisonDocument[]): Promise<Wanted[]> {
  const slugs = documents.flatMap(({ left, right }) => [left, right]);
  const sides = await tx.technology.findMany({
    where: { slug: { in: [...new Set(slugs)] } },
    select: { id: true, slug: true },
  });
  const ids = new Map(sides.map(({ id, slug }) => [slug, id]));
  return documents.map((document) => ({
    document,
    leftId: ids.get(document.left) ?? "",
    rightId: ids.get(document.right) ?? "",
  }));
}

/** What is to be written; null where `current`, the comparison it replaces, is that and live already. */
function findChange(
  { document: given, leftId, rightId }: Wanted,
  current: StoredComparison | null,
  now: Date,
): Change | null {
  const publishedAt = given.publishedAt ?? current?.document.publishedAt ?? momentText(now);
  const document = { ...given, publishedAt };
  const same = current && sameRecord(portableComparison(current.document), portableComparison(document));
  if (current?.live && same) return null;
  return { document, before: current?.document ?? null, id: current?.id ?? null, leftId, rightId };
}

async function writeRow(tx: DbOrTransaction, change: Change): Promise<string> {
  const { document, id, newId, leftId, rightId } = change;
  const columns = toColumns(document, leftId, rightId);
  const row =
    id === null
      ? await tx.comparison.create({
          data: { ...columns, ...(newId && { id: newId }) },
          select: { id: true },
        })
      : await tx.comparison.update({
          where: { id },
          data: { ...columns, state: "live", version: { increment: 1 } },
          select: { id: true },
        });
  return row.id;
}

function toColumns(document: Dated, leftId: string, rightId: string) {
  const { epithets } = document;
  return {
    leftId,
    rightId,
    ...standOf(document, { document, leftId, rightId }),
    epithetLeft: epithets?.[0] ?? null,
    epithetRight: epithets?.[1] ?? null,
    standfirst: document.standfirst ?? null,
    shortAnswer: document.shortAnswer ?? null,
    reason: document.reason ?? null,
    useLeftIf: document.useLeftIf,
    useRightIf: document.useRightIf,
    body: document.body ?? null,
    bottomLine: document.bottomLine ?? null,
    author: document.author ?? null,
    publishedAt: new Date(document.publishedAt),
    verifiedAt: document.verifiedAt ? new Date(document.verifiedAt) : null,
  };
}

/** The verdict of a document, one before included that had the sides the other way round. */
function standOf(
  { outcome, pick }: ComparisonDocument,
  pair: Pick<Change, "document" | "leftId" | "rightId">,
) {
  const { document, leftId, rightId } = pair;
  return {
    outcome:
      outcome === "pick"
        ? outcome
        : outcome === "too-close"
          ? ("too_close" as const)
          : ("different_jobs" as const),
    pickId: pick === undefined ? null : pick === document.left ? leftId : rightId,
  };
}

type Entry = Change & { id: string };

async function replaceParts(tx: DbOrTransaction, entries: Entry[]): Promise<void> {
  const where = { comparisonId: { in: entries.map(({ id }) => id) } };
  await tx.alsoConsider.deleteMany({ where });
  await tx.criterion.deleteMany({ where });
  await tx.question.deleteMany({ where });
  await tx.comparisonSource.deleteMany({ where });
  const rowsOf = <T extends object>(listOf: (document: Dated) => T[]) =>
    entries.flatMap(({ id, document }) =>
      listOf(document).map((part, position) => ({ comparisonId: id, position, ...part })),
    );
  await insertRows(
    tx,
    "AlsoConsider",
    rowsOf(({ alsoConsider }) => alsoConsider),
  );
  await insertRows(
    tx,
    "Criterion",
    rowsOf(({ criteria }) => criteria),
  );
  await insertRows(
    tx,
    "Question",
    rowsOf(({ faq }) => faq),
  );
  await insertRows(
    tx,
    "ComparisonSource",
    rowsOf(({ sources }) => sources),
  );
}
