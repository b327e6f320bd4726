import "server-only";
import type { DbOrTransaction } from "../db";
import { sameRecord } from "../portable";
import { recordRevisions } from "../revisions/mutations";
import { portableCategory } from "./portable";
import { listCategoryDocuments } from "./queries";
import type { CategoryDocument } from "./schema";

/** Makes each document the live record of its slug and returns how many were not that already. */
export async function publishCategories(
  tx: DbOrTransaction,
  input: { documents: CategoryDocument[]; actor: string },
): Promise<number> {
  const { documents, actor } = input;
  const stored = await listCategoryDocuments(
    tx,
    documents.map(({ slug }) => slug),
  );
  const before = new Map(stored.map((entry) => [entry.document.slug, entry]));
  const items: { id: string; snapshot: object }[] = [];
  for (const document of documents) {
    const snapshot = portableCategory(document);
    const current = before.get(document.slug);
    if (current && sameRecord(portableCategory(current.document), snapshot)) continue;
    const columns = { name: document.name, description: document.description ?? null };
    const { id } = await tx.category.upsert({
      where: { slug: document.slug },
      create: { slug: document.slug, ...columns },
      update: { ...columns, version: { increment: 1 } },
      select: { id: true },
    });
    items.push({ id, snapshot });
  }
  if (items.length > 0) await recordRevisions(tx, { column: "categoryId", items, actor });
  return items.length;
}
