import "server-only";
import type { By } from "../audit/mutations";
import { recordTechnologyChanges } from "../changes/mutations";
import type { DbOrTransaction } from "../db";
import { insertRows } from "../insert-rows";
import { sameRecord } from "../portable";
import { recordRevisions } from "../revisions/mutations";
import { findTechnologyDocument, listTechnologyDocuments, type StoredTechnology } from "./document-queries";
import { portableTechnology } from "./portable";
import type { TechnologyDocument } from "./schema";

/** A document to be written, with the row it replaces or the id that its new row is to have. */
type Change = {
  document: TechnologyDocument;
  before: TechnologyDocument | null;
  id: string | null;
  newId?: string;
  formerSlugs: string[];
};

/**
 * Makes each document the live record of its slug and returns how many were not that already. Former slugs are
 * only ever added: an old address redirects for ever.
 */
export async function publishTechnologies(
  tx: DbOrTransaction,
  input: { documents: TechnologyDocument[]; by: By; importId?: string },
): Promise<number> {
  const changes = await listChanges(tx, input.documents);
  const { by, importId } = input;
  await applyChanges(tx, changes, { by, importId });
  return changes.length;
}

/**
 * Makes a document the live record of one item, whatever slug it had before: the old one redirects from now on, and
 * those before it lead to the new one too. Returns false when it was live just so already.
 */
export async function publishTechnology(
  tx: DbOrTransaction,
  input: { id: string; document: TechnologyDocument; by: By; reason?: string },
): Promise<boolean> {
  const { id, document, by, reason } = input;
  const row = await tx.technology.findUnique({ where: { id }, select: { slug: true } });
  const isRenamed = row !== null && row.slug !== document.slug;
  if (isRenamed) await renameTechnology(tx, { id, from: row.slug, to: document.slug });
  // Found by its id: the slug may have become another's meanwhile, and then the database refuses.
  const change = findChange(document, await findTechnologyDocument(tx, id), isRenamed);
  if (!change) return false;
  await applyChanges(tx, [{ ...change, newId: id }], { by, reason });
  return true;
}

async function renameTechnology(
  tx: DbOrTransaction,
  { id, from, to }: { id: string; from: string; to: string },
): Promise<void> {
  await tx.technology.update({ where: { id }, data: { slug: to }, select: { id: true } });
  await tx.redirect.deleteMany({ where: { slug: to, technologyId: id } });
  await tx.redirect.upsert({
    where: { slug: from },
    create: { slug: from, technologyId: id },
    update: { technologyId: id },
  });
}

async function applyChanges(
  tx: DbOrTransaction,
  changes: Change[],
  { by, reason, importId }: { by: By; reason?: string | undefined; importId?: string | undefined },
): Promise<void> {
  if (changes.length === 0) return;
  const ids = await writeRows(tx, changes);
  const entries = changes.map((change) => ({ ...change, id: ids.get(change.document.slug) ?? "" }));
  await replaceParts(tx, entries);
  const numbers = await recordRevisions(tx, {
    column: "technologyId",
    items: entries.map(({ id, document }) => ({ id, snapshot: portableTechnology(document) })),
    by,
    ...(reason !== undefined && { reason }),
  });
  const published = entries.map(({ id, document, before }) => ({
    id,
    number: numbers.get(id) ?? 1,
    before: before && { ring: before.ring ?? null },
    after: { ring: document.ring ?? null },
  }));
  await recordTechnologyChanges(tx, published, { importId });
}

async function listChanges(tx: DbOrTransaction, documents: TechnologyDocument[]): Promise<Change[]> {
  const stored = await listTechnologyDocuments(
    tx,
    documents.map(({ slug }) => slug),
  );
  const before = new Map(stored.map((entry) => [entry.document.slug, entry]));
  return documents.flatMap((document) => findChange(document, before.get(document.slug) ?? null) ?? []);
}

/**
 * What is to be written for a document; null where `current`, the record it replaces, is that and live already. That it
 * has just been renamed is a change like any other, with a version and a revision of its own.
 */
function findChange(
  given: TechnologyDocument,
  current: StoredTechnology | null,
  isRenamed = false,
): Change | null {
  const kept = current?.document.formerSlugs ?? [];
  const document = { ...given, formerSlugs: [...new Set([...kept, ...given.formerSlugs])].sort() };
  if (
    !isRenamed &&
    current?.live &&
    sameRecord(portableTechnology(current.document), portableTechnology(document))
  ) {
    return null;
  }
  const formerSlugs = document.formerSlugs.filter((slug) => !kept.includes(slug));
  return { document, before: current?.document ?? null, id: current?.id ?? null, formerSlugs };
}

/** Returns the row id of each slug. */
async function writeRows(tx: DbOrTransaction, changes: Change[]): Promise<Map<string, string>> {
  const categories = await tx.category.findMany({
    where: { slug: { in: [...new Set(changes.map(({ document }) => document.category))] } },
    select: { id: true, slug: true },
  });
  const categoryIds = new Map(categories.map(({ id, slug }) => [slug, id]));
  const columnsOf = (document: TechnologyDocument) =>
    toColumns(document, categoryIds.get(document.category) ?? "");
  const created = await tx.technology.createManyAndReturn({
    data: changes
      .filter(({ id }) => id === null)
      .map(({ document, newId }) => ({ ...columnsOf(document), ...(newId && { id: newId }) })),
    select: { id: true, slug: true },
  });
  const ids = new Map(created.map(({ id, slug }) => [slug, id]));
  for (const { document, id } of changes) {
    if (id === null) continue;
    await tx.technology.update({
      where: { id },
      data: { ...columnsOf(document), state: "live", version: { increment: 1 } },
      select: { id: true },
    });
    ids.set(document.slug, id);
  }
  return ids;
}

function toColumns(document: TechnologyDocument, categoryId: string) {
  return {
    slug: document.slug,
    name: document.name,
    kind: document.kind,
    categoryId,
    description: document.description,
    lead: document.lead,
    tagline: document.tagline ?? null,
    chooseFor: document.chooseFor ?? null,
    tradeoff: document.tradeoff ?? null,
    ring: document.ring ?? null,
    license: document.license ?? null,
    firstReleased: document.firstReleased ?? null,
    logo: document.logo ?? null,
    website: document.links?.website ?? null,
    repository: document.links?.repository ?? null,
    docs: document.links?.docs ?? null,
  };
}

type Entry = Change & { id: string };

async function replaceParts(tx: DbOrTransaction, entries: Entry[]): Promise<void> {
  const where = { technologyId: { in: entries.map(({ id }) => id) } };
  await tx.point.deleteMany({ where });
  await tx.relation.deleteMany({ where });
  await tx.alias.deleteMany({ where });
  await tx.resource.deleteMany({ where });
  await tx.popularity.deleteMany({ where });
  await insertRows(tx, "Point", entries.flatMap(toPoints));
  await insertRows(
    tx,
    "Relation",
    entries.flatMap(({ id, document }) =>
      document.related.map((slug, position) => ({ technologyId: id, position, slug })),
    ),
  );
  await insertRows(
    tx,
    "Alias",
    entries.flatMap(({ id, document }) =>
      document.aliases.map((name, position) => ({ technologyId: id, position, name })),
    ),
  );
  await insertRows(
    tx,
    "Resource",
    entries.flatMap(({ id, document }) =>
      document.resources.map(({ title, url }, position) => ({ technologyId: id, position, title, url })),
    ),
  );
  await insertRows(tx, "Popularity", entries.flatMap(toPopularity));
  await tx.redirect.createMany({
    data: entries.flatMap(({ id, formerSlugs }) => formerSlugs.map((slug) => ({ slug, technologyId: id }))),
  });
}

function toPoints({ id, document }: Entry) {
  return (["pro", "con"] as const).flatMap((side) =>
    document[`${side}s`].map(({ text, source, checkedAt }, position) => ({
      technologyId: id,
      side,
      position,
      text,
      sourceTitle: source?.title ?? null,
      sourceUrl: source?.url ?? null,
      checkedAt: checkedAt ? new Date(checkedAt) : null,
    })),
  );
}

function toPopularity({ id, document: { popularity } }: Entry) {
  if (!popularity) return [];
  const { value, unit, source, asOf } = popularity;
  return [
    {
      technologyId: id,
      value,
      unit,
      sourceTitle: source.title,
      sourceUrl: source.url,
      asOf: new Date(asOf),
    },
  ];
}
