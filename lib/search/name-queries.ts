import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { LIVE, namesAndAliases, readHits, readHitsOfEach } from "./hit-queries";
import { hitsInOrder } from "./rank";
import type { Hit } from "./types";

/** Of a long text so many words are looked up. */
export const MOST_WORDS = 8;

/** More than this many of one name are told apart by nothing else. */
const SAME_NAME = 10;

function fold(text: string) {
  return Prisma.sql`(search_fold(${text}::text) COLLATE "C")`;
}

const FOLDED = Prisma.sql`(search_fold(named.name) COLLATE "C")`;

function exactly(folded: Prisma.Sql) {
  return Prisma.sql`
    ${namesAndAliases({ where: Prisma.sql`${FOLDED} = ${folded}`, name: "name", alias: "alias", most: SAME_NAME })}
    UNION ALL
    (SELECT id, 'slug', name FROM "Technology"
     WHERE (replace(slug, '-', '') COLLATE "C") = ${folded} AND ${LIVE} LIMIT ${SAME_NAME}::int)`;
}

/** Technologies whose whole name, slug or alias is the text, but for case, accents, punctuation and spaces. */
export async function listNamed(text: string): Promise<Hit[]> {
  return hitsInOrder(text, await readHits(exactly(fold(text))));
}

/** What is meant by each of the texts that something is called, by that text. */
export async function findNamedOf(texts: string[]): Promise<Map<string, Hit>> {
  const distinct = [...new Set(texts)];
  const rows = await readHitsOfEach(Prisma.sql`
    SELECT it.*, asked.text AS asked
    FROM (SELECT text, (search_fold(text) COLLATE "C") AS fold FROM unnest(${distinct}::text[]) AS text OFFSET 0) AS asked
    CROSS JOIN LATERAL (${exactly(Prisma.sql`asked.fold`)}) AS it(id, reason, label)`);
  return new Map(
    distinct.flatMap((text) => {
      const [first] = hitsInOrder(
        text,
        rows.filter(({ asked }) => asked === text),
      );
      return first ? [[text, first]] : [];
    }),
  );
}

/**
 * Technologies that are called the text; after them those whose name or alias begins with it, the first few in the order
 * of the alphabet; and, where fewer than `most` names begin so, those with all words of the text in one name or alias, in
 * any order, of which the last may be the beginning of one. To find a word that many names have costs as much as all of these.
 */
export async function listByName(text: string, most: number): Promise<Hit[]> {
  // A range finds what begins with a text by the index, whatever the text; nothing sorts after the last code point.
  const begins = Prisma.sql`${FOLDED} > ${fold(text)} AND ${FOLDED} < (${fold(text)} || ${"\u{10FFFF}"}::text)`;
  const words = Prisma.sql`search_terms(named.name) @@ search_ask((search_words(${text}::text))[1:${MOST_WORDS}::int])
    AND (SELECT count(*) FROM begun) < ${most}::int`;
  const rows = await readHits(Prisma.sql`
    WITH begun AS MATERIALIZED (
      SELECT id, name FROM "Technology" AS named WHERE ${begins} AND ${LIVE} ORDER BY ${FOLDED} LIMIT ${most}::int)
    ${exactly(fold(text))}
    UNION ALL
    SELECT id, 'name begins', name FROM begun
    UNION ALL
    (SELECT "technologyId", 'alias begins', name FROM "Alias" AS named WHERE ${begins}
     ORDER BY ${FOLDED} LIMIT ${most}::int)
    UNION ALL
    ${namesAndAliases({ where: words, name: "words of name", alias: "words of alias", most })}`);
  return hitsInOrder(text, rows);
}
