import "server-only";
import type { ComparisonForm } from "../comparisons/form";
import { type DbOrTransaction, db } from "../db";
import { FORMS } from "../drafts/forms";
import type { Form, FormOf, ItemType } from "../drafts/types";

/** One line of an item's history. `at` is ISO, UTC. */
export type RevisionEntry = { number: number; actor: string; reason?: string; at: string };

const LONGEST_HISTORY = 500;

const COLUMNS = {
  technology: "technologyId",
  comparison: "comparisonId",
  category: "categoryId",
} as const satisfies Record<ItemType, string>;

const select = { number: true, actor: true, reason: true, createdAt: true } as const;

/** The newest revisions of an item, newest first. */
export async function listRevisions(type: ItemType, id: string): Promise<RevisionEntry[]> {
  const rows = await db().revision.findMany({
    where: { [COLUMNS[type]]: id },
    select,
    orderBy: { number: "desc" },
    take: LONGEST_HISTORY,
  });
  return rows.map(toEntry);
}

/** One revision with its content as a form. */
export async function findRevision<T extends ItemType>(
  type: T,
  id: string,
  number: number,
): Promise<(RevisionEntry & { form: FormOf[T] }) | null> {
  const where = { [COLUMNS[type]]: id, number };
  const row = await db().revision.findFirst({ where, select });
  const form = row && (await findRevisionForm(db(), { type, id, number }));
  return form ? { ...toEntry(row), form: form as FormOf[T] } : null;
}

/**
 * What a revision said, as a form for work on it now: an address that has changed since is the one in force, because
 * bringing back a text is not renaming.
 */
export async function findRevisionForm(
  tx: DbOrTransaction,
  { type, id, number }: { type: ItemType; id: string; number: number },
): Promise<Form | null> {
  const row = await tx.revision.findFirst({
    where: { [COLUMNS[type]]: id, number },
    select: { snapshot: true },
  });
  const form = row && toForm(type, row.snapshot);
  if (!form) return null;
  if (type === "comparison") return withPresentSides(tx, form as ComparisonForm);
  const item =
    type === "technology"
      ? await tx.technology.findUnique({ where: { id }, select: { slug: true } })
      : await tx.category.findUnique({ where: { id }, select: { slug: true } });
  return { ...form, slug: item?.slug ?? (form as { slug: string }).slug } as Form;
}

function toForm<T extends ItemType>(type: T, snapshot: unknown): FormOf[T] | null {
  const kind = FORMS[type];
  const parsed = kind.documentSchema.safeParse(snapshot);
  return parsed.success ? kind.toForm(parsed.data) : null;
}

async function withPresentSides(tx: DbOrTransaction, form: ComparisonForm): Promise<ComparisonForm> {
  const rows = await tx.$queryRaw<{ asked: string; slug: string }[]>`
    SELECT slug AS asked, slug FROM "Technology" WHERE slug IN (${form.left}, ${form.right})
    UNION ALL
    SELECT former.slug, heir.slug FROM "Redirect" former JOIN "Technology" heir ON heir.id = former."technologyId"
    WHERE former.slug IN (${form.left}, ${form.right})`;
  const present = (slug: string) => rows.find(({ asked }) => asked === slug)?.slug ?? slug;
  return { ...form, left: present(form.left), right: present(form.right) };
}

function toEntry(row: {
  number: number;
  actor: string;
  reason: string | null;
  createdAt: Date;
}): RevisionEntry {
  const { number, actor, reason, createdAt } = row;
  return { number, actor, at: createdAt.toISOString(), ...(reason !== null && { reason }) };
}
