import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { readRows } from "../db";
import type { Named } from "../verdict/types";
import { stems } from "./case-queries";
import { coreOf } from "./question";

/** Of those that a word is in, so many are looked at. */
const MOST_ROWS = 30;
const MOST_CATEGORIES = 3;

/** Live categories with all words of a text in their names, the last as the beginning of one; the shortest name first. */
export async function listCategoryHits(text: string): Promise<Named[]> {
  const rows = await readRows<Named>(Prisma.sql`
    SELECT slug, name FROM "Category"
    WHERE search_case(name, NULL, NULL) @@ ${stems(coreOf(text), "last word begun")} AND state::text = 'live'
    LIMIT ${MOST_ROWS}::int`);
  return rows
    .toSorted((one, other) => one.name.length - other.name.length || (one.slug < other.slug ? -1 : 1))
    .slice(0, MOST_CATEGORIES);
}
