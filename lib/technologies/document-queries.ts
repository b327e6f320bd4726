import "server-only";
import type { Prisma } from "@/prisma/generated/client";
import type { DbOrTransaction } from "../db";
import { momentText } from "../fields";
import type { TechnologyDocument } from "./schema";

const byPosition = { orderBy: { position: "asc" } } as const;

const documentRelations = {
  category: { select: { slug: true } },
  popularity: true,
  points: byPosition,
  relations: byPosition,
  aliases: byPosition,
  redirects: { orderBy: { slug: "asc" } },
  resources: byPosition,
} as const satisfies Prisma.TechnologyInclude;

type Row = Prisma.TechnologyGetPayload<{ include: typeof documentRelations }>;

export type StoredTechnology = { id: string; live: boolean; version: number; document: TechnologyDocument };

/** Technologies of the slugs given as documents, live or not. */
export async function listTechnologyDocuments(
  db: DbOrTransaction,
  slugs: string[],
): Promise<StoredTechnology[]> {
  const rows = await db.technology.findMany({ where: { slug: { in: slugs } }, include: documentRelations });
  return rows.map(toStored);
}

/** The technology of a row id as a document, live or not. */
export async function findTechnologyDocument(
  db: DbOrTransaction,
  id: string,
): Promise<StoredTechnology | null> {
  const row = await db.technology.findUnique({ where: { id }, include: documentRelations });
  return row && toStored(row);
}

/** The next `take` live technologies after a slug, ordered by slug. */
export async function listLiveTechnologyDocuments(
  db: DbOrTransaction,
  page: { after: string; take: number },
): Promise<StoredTechnology[]> {
  const rows = await db.technology.findMany({
    where: { state: "live", slug: { gt: page.after } },
    include: documentRelations,
    orderBy: { slug: "asc" },
    take: page.take,
  });
  return rows.map(toStored);
}

function toStored(row: Row): StoredTechnology {
  return { id: row.id, live: row.state === "live", version: row.version, document: toDocument(row) };
}

function toDocument(row: Row): TechnologyDocument {
  const { popularity } = row;
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    category: row.category.slug,
    description: row.description,
    lead: row.lead,
    tagline: row.tagline ?? undefined,
    pros: row.points.filter(({ side }) => side === "pro").map(toPoint),
    cons: row.points.filter(({ side }) => side === "con").map(toPoint),
    chooseFor: row.chooseFor ?? undefined,
    tradeoff: row.tradeoff ?? undefined,
    related: row.relations.map(({ slug }) => slug),
    aliases: row.aliases.map(({ name }) => name),
    formerSlugs: row.redirects.map(({ slug }) => slug).sort(),
    ring: row.ring ?? undefined,
    popularity: popularity
      ? {
          value: popularity.value,
          unit: popularity.unit,
          source: { title: popularity.sourceTitle, url: popularity.sourceUrl },
          asOf: momentText(popularity.asOf),
        }
      : undefined,
    links: {
      website: row.website ?? undefined,
      repository: row.repository ?? undefined,
      docs: row.docs ?? undefined,
    },
    license: row.license ?? undefined,
    firstReleased: row.firstReleased ?? undefined,
    logo: row.logo ?? undefined,
    resources: row.resources.map(({ title, url }) => ({ title, url })),
  };
}

function toPoint(point: Row["points"][number]): TechnologyDocument["pros"][number] {
  const { text, sourceTitle, sourceUrl, checkedAt } = point;
  return {
    text,
    ...(sourceTitle !== null && sourceUrl !== null && { source: { title: sourceTitle, url: sourceUrl } }),
    ...(checkedAt && { checkedAt: momentText(checkedAt) }),
  };
}
