import "server-only";
import type { By } from "../audit/mutations";
import type { DbOrTransaction } from "../db";
import { sameRecord } from "../portable";
import { recordRevisions } from "../revisions/mutations";
import { portableCategory } from "./portable";
import { listCategoryDocuments } from "./queries";
import type { CategoryDocument } from "./schema";

/** Makes each document the live record of its slug and returns how many were not that already. */
export async function publishCategories(
  tx: DbOrTransaction,
  input: { documents: CategoryDocument[]; by: By },
): Promise<number> {
  const { documents, by } = input;
  const stored = await listCategoryDocuments(
    tx,
    documents.map(({ slug }) => slug),
  );
  const before = new Map(stored.map((entry) => [entry.document.slug, entry]));
  const items: { id: string; snapshot: object }[] = [];
  for (const document of documents) {
    const snapshot = portableCategory(document);
    const current = before.get(document.slug);
    if (current?.live && sameRecord(portableCategory(current.document), snapshot)) continue;
    items.push({ id: await writeRow(tx, document, current?.id), snapshot });
  }
  if (items.length > 0) await recordRevisions(tx, { column: "categoryId", items, by });
  return items.length;
}

/** Makes a document the live record of one item, whatever slug it had before. False when it was that already. */
export async function publishCategory(
  tx: DbOrTransaction,
  input: { id: string; document: CategoryDocument; by: By; reason?: string },
): Promise<boolean> {
  const { id, document, by, reason } = input;
  const row = await tx.category.findUnique({ where: { id }, select: { slug: true } });
  const [current] = row ? await listCategoryDocuments(tx, [row.slug]) : [];
  const snapshot = portableCategory(document);
  if (current?.live && sameRecord(portableCategory(current.document), snapshot)) return false;
  await writeRow(tx, document, current?.id, id);
  await recordRevisions(tx, {
    column: "categoryId",
    items: [{ id, snapshot }],
    by,
    ...(reason !== undefined && { reason }),
  });
  return true;
}

async function writeRow(
  tx: DbOrTransaction,
  document: CategoryDocument,
  id?: string,
  newId?: string,
): Promise<string> {
  const columns = { slug: document.slug, name: document.name, description: document.description ?? null };
  const select = { id: true } as const;
  const row = id
    ? await tx.category.update({
        where: { id },
        data: { ...columns, state: "live", version: { increment: 1 } },
        select,
      })
    : await tx.category.create({ data: { ...columns, ...(newId && { id: newId }) }, select });
  return row.id;
}
