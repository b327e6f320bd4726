import "server-only";
import { db } from "../db";
import { Memo } from "../memo";
import type { Named } from "../verdict/types";
import { type CategoryHits, categoriesFor } from "./categories";

const MOST_CATEGORIES = 1_000;

/** There are few, they seldom change, and every search wants them: a second old is new enough. */
const kept = new Memo<Named[]>({ forMs: 1_000, most: 1 });

/** Live categories that a text has to do with; of very many, the first by name are looked at. */
export async function findCategories(text: string): Promise<CategoryHits> {
  return categoriesFor(text, await kept.get("", listNames));
}

async function listNames(): Promise<Named[]> {
  return db().category.findMany({
    where: { state: "live" },
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
    take: MOST_CATEGORIES,
  });
}
