import "server-only";
import { Prisma } from "@/prisma/generated/client";
import { readRows } from "../db";
import { slipsAllowed, slipsBetween } from "./distance";
import { LIVE, namesAndAliases, readHits } from "./hit-queries";
import { hitsInOrder, onceEach } from "./rank";
import type { Found, Hit } from "./types";

// What is meant by words that are not on file as they are: corrected against the vocabulary of all names and aliases
// ("SearchWord"), then looked up by equal words. The vocabulary holds each word once, so that a word that a hundred
// thousand names share costs no more than one that a single name has.

/** Of a long text so many words are corrected. */
const MOST_WORDS = 5;
const MOST_NEIGHBOURS = 120;
/** Words that look alike to an index, of which the likest are taken. */
const MOST_ALIKE = 200;
const MOST_LIKE = 12;
/** Corrections of one word that are looked up. */
const MOST_CORRECTIONS = 4;
const MOST_ROWS = 60;

/** A word as typed, and a word of the vocabulary that may be meant by it. `inside`: it holds what was typed. */
type Correction = { asked: string; word: string; slips: number; inside: boolean };

/** `words` of the text and the whole of it as one, with what each may mean, best first. */
type Corrected = { words: string[]; whole: string; corrections: Map<string, Correction[]> };

/** Technologies that the text may mean after all, and those that come near to it. */
export async function listBySlips(text: string): Promise<Found> {
  const corrected = await correct(text);
  const { words, whole, corrections } = corrected;
  const alternatives = words.map((word) => [...new Set([word, ...wordsOf(corrections.get(word))])]);
  const folds = [...new Set([whole, ...wordsOf(corrections.get(whole))])];
  if (whole === "") return { hits: [], nearest: [] };
  const together = readHits(Prisma.sql`
    ${namesAndAliases({ where: termsAre(allOf(alternatives)), name: "slip", alias: "slip", most: MOST_ROWS })}
    UNION ALL
    ${namesAndAliases({
      where: Prisma.sql`(search_fold(named.name) COLLATE "C") = ANY(${folds}::text[])`,
      name: "slip",
      alias: "slip",
      most: MOST_ROWS,
    })}`);
  const near = (await together).map((hit) => judged(hit, corrected));
  const hits = inOrder(onlyClosest(near.filter(({ hit }) => hit.reason !== "far")));
  if (hits.length > 0) return { hits, nearest: [] };
  const apart = words.length > 1 ? await listApart(alternatives) : [];
  return { hits: [], nearest: onceEach([...apart, ...inOrder(near)]) };
}

function wordsOf(corrections: Correction[] = []): string[] {
  return corrections.map(({ word }) => word);
}

async function correct(text: string): Promise<Corrected> {
  const neighbours = await readRows<{ asked: string; whole: boolean; word: string | null }>(Prisma.sql`
    SELECT asked.word AS asked, asked.whole, near.word FROM (
      SELECT word, false AS whole FROM unnest((search_words(${text}::text))[1:${MOST_WORDS}::int]) AS word
      UNION ALL
      SELECT search_fold(${text}::text), true
    ) AS asked LEFT JOIN LATERAL (
      SELECT word FROM "SearchWord" WHERE search_slips(word) && search_slips(asked.word) LIMIT ${MOST_NEIGHBOURS}::int
    ) AS near ON true`);
  const whole = neighbours.find((row) => row.whole)?.asked ?? "";
  const words = [...new Set(neighbours.filter((row) => !row.whole).map(({ asked }) => asked))];
  const found = neighbours.flatMap(({ asked, word }) => (word === null ? [] : [correctionOf(asked, word)]));
  const sure = new Set(found.filter(({ slips }) => slips <= 1).map(({ asked }) => asked));
  const open = [...new Set([...words, whole])].filter((word) => !sure.has(word) && [...word].length > 2);
  if (open.length > 0) found.push(...(await listLike(open)));
  return { words, whole, corrections: bestByWord(found) };
}

/** Words with these inside them, and words that share enough of their trigrams. */
async function listLike(words: string[]): Promise<Correction[]> {
  const rows = await readRows<{ asked: string; word: string }>(Prisma.sql`
    SELECT asked.word AS asked, near.word FROM unnest(${words}::text[]) AS asked(word) CROSS JOIN LATERAL (
      (SELECT word FROM "SearchWord" WHERE word !~ '[0-9]'
         AND word LIKE '%' || regexp_replace(asked.word, '[\\%_]', '', 'g') || '%' ORDER BY char_length(word) LIMIT ${MOST_LIKE}::int)
      UNION ALL
      (SELECT word FROM (SELECT word FROM "SearchWord" WHERE word !~ '[0-9]' AND word % asked.word LIMIT ${MOST_ALIKE}::int) AS alike
       ORDER BY similarity(word, asked.word) DESC LIMIT ${MOST_LIKE}::int)
    ) AS near`);
  return rows.map(({ asked, word }) => correctionOf(asked, word));
}

function correctionOf(asked: string, word: string): Correction {
  const inside = asked.length >= 3 && word.includes(asked);
  return { asked, word, inside, slips: slipsBetween(asked, word) };
}

function bestByWord(corrections: Correction[]): Map<string, Correction[]> {
  const byWord = new Map<string, Correction[]>();
  for (const one of corrections) byWord.set(one.asked, [...(byWord.get(one.asked) ?? []), one]);
  for (const [asked, found] of byWord) {
    const distinct = [...new Map(found.map((one) => [one.word, one])).values()];
    distinct.sort((one, other) => costOf(one) - costOf(other) || (one.word < other.word ? -1 : 1));
    byWord.set(asked, distinct.slice(0, MOST_CORRECTIONS));
  }
  return byWord;
}

/** A word that holds what was typed is as good as one that is a slip away. */
function costOf({ slips, inside }: Correction): number {
  return inside ? Math.min(slips, 1) : slips;
}

/** All words, each in one of its forms. */
function allOf(alternatives: string[][]): string {
  return alternatives.map((words) => `(${words.map(quoted).join(" | ")})`).join(" & ");
}

/** As tsquery wants it; words of the vocabulary hold neither sign, and this does not rely on it. */
function quoted(word: string): string {
  return `'${word.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

function termsAre(query: string) {
  return Prisma.sql`search_terms(named.name) @@ NULLIF(${query}, '')::tsquery`;
}

type Judged = { hit: Hit; cost: number };

/** How far what was found is from what was asked, and whether it can be meant: "slip", "slip in a word", "inside a word", or "far". */
function judged(hit: Hit & { fold: string }, { words, whole, corrections }: Corrected): Judged {
  // Another number is another thing.
  const sameNumber = digitsOf(whole) === digitsOf(hit.fold);
  const asOne = sameNumber ? slipsBetween(whole, hit.fold) : Number.POSITIVE_INFINITY;
  const costs = words.map((word) => {
    const matched = corrections.get(word)?.filter((one) => hit.fold.includes(one.word)) ?? [];
    const least = Math.min(...matched.map(costOf), hit.fold.includes(word) ? 0 : Number.POSITIVE_INFINITY);
    return { word, least, inside: matched.some(({ inside }) => inside) };
  });
  const apart = costs.reduce((sum, { least }) => sum + least, 0);
  const allowed = (word: string, slips: number) => slips <= slipsAllowed(word);
  const meantApart =
    costs.length > 0 && costs.every(({ word, least, inside }) => inside || allowed(word, least));
  const extra = Math.abs(hit.fold.length - whole.length) / 100;
  const cost = Math.min(asOne, apart + 0.5) + extra;
  if (allowed(whole, asOne)) return { hit: { ...hit, reason: "slip" }, cost };
  const inside = costs.some((one) => one.inside);
  const reason = !meantApart ? "far" : inside ? "inside a word" : "slip in a word";
  return { hit: { ...hit, reason }, cost };
}

/** Where one is a slip away, others that are two away are not meant. */
function onlyClosest(found: Judged[]): Judged[] {
  const isSlip = ({ hit }: Judged) => hit.reason === "slip" || hit.reason === "slip in a word";
  const least = Math.min(...found.filter(isSlip).map(({ cost }) => cost));
  return found.filter((one) => !isSlip(one) || one.cost < least + 1);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function inOrder(found: Judged[]): Hit[] {
  const costs = new Map(found.map(({ hit, cost }) => [hit, cost]));
  return hitsInOrder(
    "",
    found.map(({ hit }) => hit),
    (hit) => costs.get(hit) ?? 0,
  );
}

/** Where no name has all the words: those that have most of them. */
async function listApart(alternatives: string[][]): Promise<Hit[]> {
  const queries = alternatives.map((words) => allOf([words]));
  const rows = await readHits(Prisma.sql`
    SELECT found.id, 'far' AS reason, found.name AS label FROM unnest(${queries}::text[]) AS asked(query)
    CROSS JOIN LATERAL (
      (SELECT id, name FROM "Technology" WHERE search_terms(name) @@ asked.query::tsquery AND ${LIVE} LIMIT 5)
      UNION ALL
      (SELECT "technologyId", name FROM "Alias" WHERE search_terms(name) @@ asked.query::tsquery LIMIT 5)
    ) AS found`);
  const timesFound = new Map<string, number>();
  for (const { id } of rows) timesFound.set(id, (timesFound.get(id) ?? 0) + 1);
  return hitsInOrder("", rows, ({ id }) => -(timesFound.get(id) ?? 0));
}
