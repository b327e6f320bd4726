import "server-only";
import { db } from "../db";
import type { Pair } from "../pair/pair";
import { listTechnologiesBySlug, listTechnologyChoices } from "../technologies/lookup-queries";
import type { Named } from "../verdict/types";
import { slugAsWords } from "../verdict/words";

/**
 * The item that there is of a pair, whichever side comes first: the comparison, published or not, or else the newest
 * draft of one. Null where nobody has begun it.
 */
export async function findPairItem({ left, right }: Pair): Promise<string | null> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    (SELECT k.id, 0 AS rank, k."updatedAt" AS at FROM "Comparison" k
     JOIN "Technology" l ON l.id = k."leftId" JOIN "Technology" r ON r.id = k."rightId"
     WHERE (l.slug = ${left} AND r.slug = ${right}) OR (l.slug = ${right} AND r.slug = ${left}))
    UNION ALL
    (SELECT d.id, 1, d."updatedAt" FROM "Draft" d
     WHERE d."itemType" = 'comparison' AND d.slug IN (${`${left}-vs-${right}`}, ${`${right}-vs-${left}`}))
    ORDER BY rank, at DESC LIMIT 1`;
  return rows[0]?.id ?? null;
}

/** The names of both sides as editors know them; words of its slug for one that is not on file. */
export async function findSideNames(pair: Pair): Promise<{ left: Named; right: Named }> {
  const found = await listTechnologiesBySlug([pair.left, pair.right]);
  const named = (slug: string): Named => ({
    slug,
    name: found.find(({ asked }) => asked === slug)?.name ?? slugAsWords(slug),
  });
  return { left: named(pair.left), right: named(pair.right) };
}

/**
 * The slug of the technology that somebody means who chose `slug` and then had `text` in the field: its name, or that
 * of another. Null where it means none.
 */
export async function findChosenSlug({ slug, text }: { slug: string; text: string }): Promise<string | null> {
  const wanted = text.trim().toLowerCase();
  const [chosen] = slug === "" ? [] : await listTechnologiesBySlug([slug]);
  if (chosen && [chosen.name.toLowerCase(), chosen.slug].includes(wanted)) return chosen.slug;
  if (wanted === "") return null;
  const found = await listTechnologyChoices(wanted);
  const meant = found.find((one) => one.name.toLowerCase() === wanted || one.slug === wanted);
  return meant?.slug ?? null;
}
