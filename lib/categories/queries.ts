import "server-only";
import type { DbOrTransaction } from "../db";
import type { CategoryDocument } from "./schema";

/** Categories as documents, with the row's id; of the slugs given, or all. Ordered by slug. */
export async function listCategoryDocuments(
  db: DbOrTransaction,
  slugs?: string[],
): Promise<{ id: string; live: boolean; document: CategoryDocument }[]> {
  const rows = await db.category.findMany({
    where: slugs ? { slug: { in: slugs } } : {},
    orderBy: { slug: "asc" },
  });
  return rows.map(({ id, state, slug, name, description }) => ({
    id,
    live: state === "live",
    document: { slug, name, ...(description !== null && { description }) },
  }));
}
