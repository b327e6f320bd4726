import "server-only";
import type { Category } from "@/prisma/generated/client";
import { type DbOrTransaction, db as database } from "../db";
import type { CategoryDocument } from "./schema";

export type StoredCategory = { id: string; live: boolean; version: number; document: CategoryDocument };

/** Categories as documents, live or not; of the slugs given, or all. Ordered by slug. */
export async function listCategoryDocuments(
  db: DbOrTransaction,
  slugs?: string[],
): Promise<StoredCategory[]> {
  const rows = await db.category.findMany({
    where: slugs ? { slug: { in: slugs } } : {},
    orderBy: { slug: "asc" },
  });
  return rows.map(toStored);
}

/** The category of a row id as a document, live or not. */
export async function findCategoryDocument(db: DbOrTransaction, id: string): Promise<StoredCategory | null> {
  const row = await db.category.findUnique({ where: { id } });
  return row && toStored(row);
}

/** The live categories to choose from, by name. */
export async function listCategoryOptions(): Promise<{ slug: string; name: string }[]> {
  return database().category.findMany({
    where: { state: "live" },
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
}

function toStored({ id, state, version, slug, name, description }: Category): StoredCategory {
  return {
    id,
    live: state === "live",
    version,
    document: { slug, name, ...(description !== null && { description }) },
  };
}
