import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { readRows } from "../db";
import type { Named } from "../verdict/types";
import { LIVE, readHits } from "./hit-queries";
import { MOST_WORDS } from "./name-queries";
import { hitsInOrder } from "./rank";
import type { ComparisonHit, Hit } from "./types";

/** Of those that say the same, so many are looked at. */
const MOST_ROWS = 60;
/** Comparisons of the first few technologies found, and so many of each. */
const MOST_SIDES = 5;
const MOST_OF_A_KIND = 12;

/** How the words of a text are taken. The beginning of one costs as much as all the words that begin so. */
type Wording = "whole words" | "last word begun";

/** What nearly every lead begins with, beside the words that mean nothing in English. */
const OPENERS = ["use", "choose", "pick", "take", "reach"];

/** The stems of all words of the text; the last may be the beginning of one, where it says enough. */
function stems(text: string, wording: Wording) {
  const last = wording === "last word begun" ? ":*" : "";
  return Prisma.sql`to_tsquery('english', (
    SELECT string_agg('''' || word || '''' || CASE WHEN place = count AND char_length(word) > 3 THEN ${last}::text ELSE '' END, ' & ')
    FROM (SELECT word, place, count(*) OVER () AS count
      FROM unnest((search_words(${text}::text))[1:${MOST_WORDS}::int]) WITH ORDINALITY AS asked(word, place)) AS words
    WHERE word <> ALL(${OPENERS}::text[])))`;
}

/** Technologies that say all of the words of themselves, in name, tagline and lead together. */
export async function listByCase(text: string, wording: Wording): Promise<Hit[]> {
  const rows = await readHits(Prisma.sql`
    SELECT id, 'case' AS reason, name AS label FROM "Technology"
    WHERE search_case(name, tagline, lead) @@ ${stems(text, wording)} AND ${LIVE} LIMIT ${MOST_ROWS}::int`);
  const words = text.toLowerCase().split(" ");
  // What is said first in a name or a tagline is said of the whole.
  const missing = ({ name, tagline }: Hit) => {
    const title = `${name} ${tagline ?? ""}`.toLowerCase();
    return words.filter((word) => !title.includes(word)).length;
  };
  return hitsInOrder(text, rows, missing);
}

type Row = Record<"leftId" | "rightId" | "leftSlug" | "leftName" | "rightSlug" | "rightName", string> &
  Record<"epithetLeft" | "epithetRight" | "pick", string | null>;

/**
 * Curated comparisons of the technologies given, best first, and those with the words of the text in their titles' epithets:
 * first those with most words of the text in their titles, among these those of the technology that was given first.
 */
export async function listCuratedHits(text: string, ids: string[]): Promise<ComparisonHit[]> {
  const sides = ids.slice(0, MOST_SIDES);
  const rows = await readRows<Row>(Prisma.sql`
    SELECT c."leftId"::text, c."rightId"::text, l.slug AS "leftSlug", l.name AS "leftName", r.slug AS "rightSlug", r.name AS "rightName",
      c."epithetLeft", c."epithetRight", p.name AS pick
    FROM "Comparison" c
    JOIN "Technology" l ON l.id = c."leftId" AND l.state = 'live'
    JOIN "Technology" r ON r.id = c."rightId" AND r.state = 'live'
    LEFT JOIN "Technology" p ON p.id = c."pickId"
    WHERE c.state = 'live' AND c.id IN (
      (SELECT id FROM "Comparison" WHERE "leftId" = ANY(${sides}::uuid[]) LIMIT ${MOST_OF_A_KIND}::int)
      UNION ALL
      (SELECT id FROM "Comparison" WHERE "rightId" = ANY(${sides}::uuid[]) LIMIT ${MOST_OF_A_KIND}::int)
      UNION ALL
      (SELECT id FROM "Comparison" WHERE search_epithets("epithetLeft", "epithetRight") @@ ${stems(text, "last word begun")}
       LIMIT ${MOST_OF_A_KIND}::int))
    ORDER BY c."publishedAt" DESC, c.id`);
  const words = text.toLowerCase().split(" ");
  const matched = ({ left, right, epithets }: ComparisonHit) => {
    const title = [left.name, right.name, ...(epithets ?? [])].join(" ").toLowerCase();
    return words.filter((word) => title.includes(word)).length;
  };
  const place = (id: string) => (sides.includes(id) ? sides.indexOf(id) : sides.length);
  return rows
    .map((row) => ({ hit: toHit(row), place: Math.min(place(row.leftId), place(row.rightId)) }))
    .toSorted((one, other) => matched(other.hit) - matched(one.hit) || one.place - other.place)
    .map(({ hit }) => hit);
}

function toHit(row: Row): ComparisonHit {
  const left: Named = { slug: row.leftSlug, name: row.leftName };
  const right: Named = { slug: row.rightSlug, name: row.rightName };
  const { epithetLeft, epithetRight, pick } = row;
  return {
    left,
    right,
    ...(epithetLeft && epithetRight && { epithets: [epithetLeft, epithetRight] }),
    ...(pick && { pick }),
  };
}
