import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { readRows } from "../db";
import type { Named } from "../verdict/types";
import { stems } from "./case-queries";
import { beginsWith } from "./name-queries";
import { coreOf, withoutSort } from "./question";

/** Of those that a word is in, so many are looked at. */
const MOST_ROWS = 30;
const MOST_CATEGORIES = 3;

/** `sure`: the text is what they are called, as far as it goes; otherwise they have a word of it in their names. */
export type CategoryHits = { sure: boolean; categories: Named[] };

/** Live categories with all words of a text in their names, or else with one; the shortest name first. */
export async function findCategories(text: string): Promise<CategoryHits> {
  const core = coreOf(text);
  const thing = withoutSort(core);
  const among = (where: Prisma.Sql, sure: boolean) => Prisma.sql`
    (SELECT slug, name, ${sure}::boolean AS sure FROM "Category" WHERE ${where} AND state::text = 'live' LIMIT ${MOST_ROWS}::int)`;
  const words = Prisma.sql`search_case(name, NULL, NULL)`;
  const rows = await readRows<Named & { sure: boolean }>(Prisma.sql`
    ${among(Prisma.sql`${words} @@ ${stems(core, "last word begun")}`, true)}
    UNION ALL
    ${among(beginsWith(thing, Prisma.sql`name`), true)}
    UNION ALL
    ${among(Prisma.sql`${words} @@ ${stems(thing, "any of the words")}`, false)}`);
  const sure = rows.some((row) => row.sure);
  const names = new Map(rows.filter((row) => row.sure === sure).map(({ slug, name }) => [slug, name]));
  const categories = [...names].map(([slug, name]) => ({ slug, name }));
  categories.sort((one, other) => one.name.length - other.name.length || (one.slug < other.slug ? -1 : 1));
  return { sure, categories: categories.slice(0, MOST_CATEGORIES) };
}
