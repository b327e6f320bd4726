import "server-only";
import type { DbOrTransaction } from "../db";
import { LONGEST_LIST } from "../fields";
import type { Catalogue, Problem } from "./document";

/** `redirects`: where an old slug leads. `formerSlugs`: all those of a technology that the file gives more. */
type Stored = {
  categories: Set<string>;
  technologies: Set<string>;
  redirects: Map<string, string>;
  formerSlugs: Map<string, string[]>;
};

/** What the file refers to that is neither in it nor on file, or that has moved. Reads, writes nothing. */
export async function listReferenceProblems(tx: DbOrTransaction, catalogue: Catalogue): Promise<Problem[]> {
  const stored = await readStored(tx, catalogue);
  return [
    ...catalogue.technologies.flatMap((_, index) => technologyProblems(catalogue, index, stored)),
    ...comparisonProblems(catalogue, stored),
  ];
}

function technologyProblems(catalogue: Catalogue, index: number, stored: Stored): Problem[] {
  const technology = catalogue.technologies[index];
  if (!technology) return [];
  const path = `technologies[${index}]`;
  const problems: Problem[] = [];
  const movedTo = stored.redirects.get(technology.slug);
  if (movedTo && !stored.technologies.has(technology.slug)) {
    problems.push({ path: `${path}.slug`, message: `"${technology.slug}" now redirects to "${movedTo}"` });
  }
  if (!stored.categories.has(technology.category)) {
    problems.push({
      path: `${path}.category`,
      message: `"${technology.category}" is not in this file nor on file`,
    });
  }
  for (const former of technology.formerSlugs) {
    const owner = stored.redirects.get(former);
    if (owner && owner !== technology.slug) {
      problems.push({ path: `${path}.formerSlugs`, message: `"${former}" already redirects to "${owner}"` });
    }
  }
  const former = new Set([...technology.formerSlugs, ...(stored.formerSlugs.get(technology.slug) ?? [])]);
  if (former.size > LONGEST_LIST) {
    problems.push({
      path: `${path}.formerSlugs`,
      message: `comes to ${former.size} entries with those on file, at most ${LONGEST_LIST} are allowed`,
    });
  }
  return problems;
}

function comparisonProblems({ technologies, comparisons }: Catalogue, stored: Stored): Problem[] {
  const inFile = new Set(technologies.map(({ slug }) => slug));
  const moved = new Map(stored.redirects);
  for (const { slug, formerSlugs } of technologies) for (const former of formerSlugs) moved.set(former, slug);
  return comparisons.flatMap((comparison, index) =>
    (["left", "right"] as const).flatMap((side): Problem[] => {
      const slug = comparison[side];
      if (inFile.has(slug) || stored.technologies.has(slug)) return [];
      const to = moved.get(slug);
      const message = to ? `"${slug}" now redirects to "${to}"` : `"${slug}" is not in this file nor on file`;
      return [{ path: `comparisons[${index}].${side}`, message }];
    }),
  );
}

async function readStored(tx: DbOrTransaction, catalogue: Catalogue): Promise<Stored> {
  const { categories, technologies, comparisons } = catalogue;
  const slugs = new Set([
    ...technologies.flatMap(({ slug, formerSlugs }) => [slug, ...formerSlugs]),
    ...comparisons.flatMap(({ left, right }) => [left, right]),
  ]);
  const stored: Stored = {
    categories: new Set(categories.map(({ slug }) => slug)),
    technologies: new Set(),
    redirects: new Map(),
    formerSlugs: new Map(),
  };
  const asked = new Set(technologies.map(({ category }) => category));
  for (const chunk of chunks([...asked])) {
    const where = { slug: { in: chunk }, state: "live" } as const;
    for (const row of await tx.category.findMany({ where, select: { slug: true } })) {
      stored.categories.add(row.slug);
    }
  }
  for (const chunk of chunks([...slugs])) {
    const where = { slug: { in: chunk } };
    for (const row of await tx.technology.findMany({ where, select: { slug: true } })) {
      stored.technologies.add(row.slug);
    }
    const redirects = await tx.redirect.findMany({
      where,
      include: { technology: { select: { slug: true } } },
    });
    for (const row of redirects) stored.redirects.set(row.slug, row.technology.slug);
  }
  const renamed = technologies.filter(({ formerSlugs }) => formerSlugs.length > 0);
  for (const chunk of chunks(renamed.map(({ slug }) => slug))) {
    const rows = await tx.technology.findMany({
      where: { slug: { in: chunk } },
      select: { slug: true, redirects: { select: { slug: true } } },
    });
    for (const { slug, redirects } of rows) {
      stored.formerSlugs.set(
        slug,
        redirects.map((redirect) => redirect.slug),
      );
    }
  }
  return stored;
}

/** Pieces small enough for one statement's parameters and for memory. */
export function chunks<T>(items: T[], size = 500): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
