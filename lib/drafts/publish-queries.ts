import "server-only";
import type { CategoryDocument } from "../categories/schema";
import { outcomeName } from "../comparisons/document-queries";
import type { ComparisonDocument } from "../comparisons/schema";
import type { DbOrTransaction } from "../db";
import { LONGEST_LIST } from "../fields";
import type { TechnologyDocument } from "../technologies/schema";

// What only the database knows about whether something can be published: problems by the form's field.

type Problems = Record<string, string>;

export async function listTechnologyProblems(
  tx: DbOrTransaction,
  id: string,
  { slug, category }: TechnologyDocument,
): Promise<Problems> {
  const problems: Problems = {};
  const holder = await tx.technology.findUnique({ where: { slug }, select: { id: true, name: true } });
  const former = await tx.redirect.findUnique({
    where: { slug },
    select: { technologyId: true, technology: { select: { name: true } } },
  });
  const own = await tx.technology.findUnique({
    where: { id },
    select: { slug: true, redirects: { select: { slug: true } } },
  });
  if (holder && holder.id !== id) problems.slug = `is taken by the technology “${holder.name}”`;
  else if (!holder && former && former.technologyId !== id) {
    problems.slug = `is a former address of “${former.technology.name}”, and leads there`;
  } else if (own && own.slug !== slug && own.redirects.length >= LONGEST_LIST) {
    problems.slug = `cannot change: this has had ${own.redirects.length} addresses before`;
  }
  const found = await tx.category.findUnique({ where: { slug: category }, select: { state: true } });
  if (found?.state !== "live") problems.category = "is not a category of the site";
  return problems;
}

export async function listCategoryProblems(
  tx: DbOrTransaction,
  id: string,
  { slug }: CategoryDocument,
): Promise<Problems> {
  const holder = await tx.category.findUnique({ where: { slug }, select: { id: true, name: true } });
  if (holder && holder.id !== id) return { slug: `is taken by the category “${holder.name}”` };
  // Drafts and old versions of technologies name their category by it.
  const own = await tx.category.findUnique({ where: { id }, select: { slug: true } });
  return own && own.slug !== slug ? { slug: `stays "${own.slug}" once it is published` } : {};
}

export function countInCategory(tx: DbOrTransaction, id: string): Promise<number> {
  return tx.technology.count({ where: { categoryId: id, state: "live" } });
}

type SideRow = { asked: string; id: string; slug: string; name: string; live: boolean };

/** The document with the sides' present slugs, and what stands in the way of publishing it as comparison `id`. */
export async function findComparisonPlace(
  tx: DbOrTransaction,
  id: string,
  document: ComparisonDocument,
): Promise<{ document: ComparisonDocument; problems: Problems }> {
  const problems: Problems = {};
  const sides = await listSides(tx, [document.left, document.right]);
  const [left, right] = [sides.get(document.left), sides.get(document.right)];
  for (const [field, side] of [
    ["left", left],
    ["right", right],
  ] as const) {
    if (!side) problems[field] = "is not on file yet: publish the technology first";
    else if (!side.live) problems[field] = `is not on the site: “${side.name}” was unpublished`;
  }
  if (!left || !right) return { document, problems };
  if (left.id === right.id) problems.right = "is the same technology as the left side";
  const ids = [left.id, right.id];
  const rows = await tx.comparison.findMany({
    where: { OR: [{ id }, { leftId: { in: ids }, rightId: { in: ids } }] },
    select: { id: true, leftId: true, rightId: true },
  });
  const own = rows.find((row) => row.id === id);
  if (own && !(ids.includes(own.leftId) && ids.includes(own.rightId))) {
    problems.right = "cannot change once published: begin another comparison for this pair";
  } else if (rows.some((row) => row.id !== id)) {
    problems.right = `has a comparison with “${left.name}” already`;
  }
  const pick =
    document.pick === undefined ? undefined : document.pick === document.left ? left.slug : right.slug;
  return { document: { ...document, left: left.slug, right: right.slug, pick }, problems };
}

async function listSides(tx: DbOrTransaction, slugs: string[]): Promise<Map<string, SideRow>> {
  const rows = await tx.$queryRaw<SideRow[]>`
    SELECT slug AS asked, id::text, slug, name, state = 'live' AS live FROM "Technology" WHERE slug = ANY(${slugs}::text[])
    UNION ALL
    SELECT former.slug, heir.id::text, heir.slug, heir.name, heir.state = 'live'
    FROM "Redirect" former JOIN "Technology" heir ON heir.id = former."technologyId"
    WHERE former.slug = ANY(${slugs}::text[])
      AND NOT EXISTS (SELECT 1 FROM "Technology" holder WHERE holder.slug = former.slug)`;
  return new Map(rows.map((row) => [row.asked, row]));
}

/** Whether readers would find another outcome or pick than the one in force. */
export async function changesPick(
  tx: DbOrTransaction,
  id: string,
  document: ComparisonDocument,
): Promise<boolean> {
  const row = await tx.comparison.findUnique({
    where: { id },
    select: { outcome: true, pick: { select: { slug: true } } },
  });
  if (!row) return false;
  return outcomeName(row.outcome) !== document.outcome || row.pick?.slug !== document.pick;
}
