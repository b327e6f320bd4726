import "server-only";
import { onceInRequest } from "../request-context";
import { listByCase } from "./case-queries";
import { findNamedOf, listByName, listNamed } from "./name-queries";
import { readQuery } from "./query";
import {
  bareName,
  coreOf,
  listNameForms,
  listNamePairs,
  listSeveral,
  listSides,
  type Sides,
  subjectOf,
  withoutSort,
} from "./question";
import { isCalledSo, onceEach } from "./rank";
import { listBySlips } from "./slip-queries";
import type { Found, Hit, Reason, Side } from "./types";

const NONE: Found = { hits: [], nearest: [] };
/** What is read of names that begin alike, before the best of them are chosen: more than are ever shown. */
const ROWS = 24;
const WORDS: Reason[] = ["words of name", "words of alias"];
const BEGINNINGS: Reason[] = ["name", "slug", "alias", "name begins", "alias begins"];
const MOST_NEAREST = 5;

/** A single technology that begins with so much of a name is meant by it. */
const ENOUGH_OF_A_NAME = 4;

/**
 * Technologies that a text may mean, best first: by name, slug or alias; by the beginning or the words of these; by a name
 * among words that ask about it; by what they say of themselves (`wide`); by words that are a slip or two away. Each reads a
 * bounded part of an index. What is nearly always needed is asked for at once; what is dear, where nothing else is found.
 */
export async function findTechnologies(
  field: string,
  { take, wide }: { take: number; wide: boolean },
): Promise<Found> {
  const query = readQuery(field);
  if (query.kind !== "text") return NONE;
  const { text } = query;
  const byName = listNames(text);
  const byCase = wide ? listCases(text, byName, take) : Promise.resolve([]);
  const [names, cases, lessSure] = await Promise.all([
    byName,
    byCase,
    byName.then(({ length }) => (length > 0 ? null : findLessSure(text, { take, wide, byCase }))),
  ]);
  return lessSure ?? { hits: onceEach([...names, ...cases]).slice(0, take), nearest: [] };
}

async function listNames(text: string): Promise<Hit[]> {
  const bare = bareName(text);
  const [byName, byBareName] = await Promise.all([
    listByName(text, ROWS),
    bare === null ? [] : listNamed(bare),
  ]);
  const words = byName.findIndex(({ reason }) => WORDS.includes(reason));
  const begins = words === -1 ? byName.length : words;
  return [...byName.slice(0, begins), ...byBareName, ...byName.slice(begins)];
}

/** A single word is mostly the beginning of a name: what many leads say is looked for only where that is not enough. */
async function listCases(text: string, byName: Promise<Hit[]>, enough: number): Promise<Hit[]> {
  if (!text.includes(" ")) {
    const begun = (await byName).filter(({ reason }) => BEGINNINGS.includes(reason));
    if (begun.length >= enough) return [];
  }
  return listByCase(coreOf(text), "whole words");
}

/** Where no name has what was typed, as it was typed. */
async function findLessSure(
  typed: string,
  { take, wide, byCase }: { take: number; wide: boolean; byCase: Promise<Hit[]> },
): Promise<Found> {
  const text = coreOf(typed);
  const thing = withoutSort(subjectOf(text));
  const byThing = thing === text ? [] : await listByName(thing, ROWS);
  // What is called so is not what was asked for: "best JavaScript framework".
  const asked = byThing.map((hit): Hit => (isCalledSo(hit) ? { ...hit, reason: "words of name" } : hit));
  if (asked.length > 0) return { hits: onceEach([...(await byCase), ...asked]).slice(0, take), nearest: [] };
  const byWords = wide ? byCase : listByCase(text, "whole words");
  const [slips, cases] = await Promise.all([
    listBySlips(text),
    byWords.then((found) => (wide && found.length === 0 ? listByCase(text, "last word begun") : found)),
  ]);
  const inside = slips.hits.filter(({ reason }) => reason === "inside a word");
  const both = slips.hits.filter(({ id }) => cases.some((hit) => hit.id === id));
  const all = wide
    ? onceEach([...inside, ...both, ...cases, ...slips.hits])
    : onceEach([...inside, ...slips.hits]);
  if (all.length > 0) return { hits: all.slice(0, take), nearest: [] };
  const last = wide || cases.length > 0 ? cases : await listByCase(text, "last word begun");
  return { hits: last.slice(0, take), nearest: slips.nearest.slice(0, MOST_NEAREST) };
}

/** The live technology that a reader means by a name, a slug or an alias, however it is spaced; names win. */
export async function findNamed(field: string): Promise<Hit | null> {
  const query = readQuery(field);
  if (query.kind !== "text") return null;
  return (await listNamed(query.text))[0] ?? null;
}

/** The live technology whose name is in a text, among words that ask about it. */
export async function findNamedIn(text: string): Promise<Hit | null> {
  const forms = listNameForms(text);
  const named = await findNamedOf(forms);
  return forms.map((form) => named.get(form)).find((hit) => hit !== undefined) ?? null;
}

type BothSides = { left: Side; right: Side };

/** Both sides of a question about two things; null where the text asks none, or is the name of one thing. */
export async function findSides(field: string): Promise<BothSides | null> {
  const query = readQuery(field);
  if (query.kind !== "text") return null;
  const { text } = query;
  return onceInRequest(`sides of ${text}`, () => lookForSides(text));
}

async function lookForSides(text: string): Promise<BothSides | null> {
  const questions = listSides(text);
  const pairs = listNamePairs(text);
  if (questions.length + pairs.length === 0) return null;
  const whole = [text, coreOf(text)];
  const named = await findNamedOf([
    ...whole,
    ...questions.flatMap(({ left, right }) => [left, right]).flatMap(listNameForms),
    ...pairs.flatMap(({ left, right }) => [left, right]),
  ]);
  if (whole.some((name) => named.has(name))) return null;
  const sidesOf = ({ left, right }: Sides) => ({ left: sideOf(left, named), right: sideOf(right, named) });
  const known = questions.map(sidesOf).find(({ left, right }) => left.meant && right.meant);
  const [likeliest] = questions;
  // A slash alone asks nothing: "CI/CD" may be a name that is not on file.
  if (known || !likeliest || !/\s/.test(text)) return known ?? pairs.map(sidesOf).find(areRivals) ?? null;
  const { left, right } = sidesOf(likeliest);
  const [one, other] = await Promise.all([findSide(left), findSide(right)]);
  return { left: one, right: other };
}

/** Two names of one field are a choice; "Java Spring" is none. */
function areRivals({ left: { meant: left }, right: { meant: right } }: BothSides): boolean {
  return (
    left !== null && right !== null && left.id !== right.id && left.category.slug === right.category.slug
  );
}

/** A side as far as it is called what was typed, or what that is about. */
function sideOf(text: string, named: Map<string, Hit>): Side {
  const form = listNameForms(text).find((name) => named.has(name));
  return { text: form ?? subjectOf(text), meant: (form && named.get(form)) || null, nearest: [] };
}

/** Where a text asks about three or four things by name: these, each once; none where it is not about at least two. */
export async function findSeveral(text: string): Promise<Hit[]> {
  const parts = listSeveral(text);
  if (parts.length === 0) return [];
  const named = await findNamedOf(parts.flatMap(listNameForms));
  const meant = parts.flatMap((part) => sideOf(part, named).meant ?? []);
  const hits = onceEach(meant);
  return meant.length === parts.length && hits.length > 1 ? hits : [];
}

/** What is meant by a text, if only one thing can be; else what may be. */
async function findSide(side: Side): Promise<Side> {
  if (side.meant) return side;
  const { text } = side;
  const { hits, nearest } = await findTechnologies(text, { take: MOST_NEAREST, wide: false });
  const [first, second] = hits;
  if (first && isMeant(text, first, second)) return { ...side, meant: first };
  return { text, meant: null, nearest: hits.length > 0 ? hits : nearest };
}

const BEGINS: Reason[] = ["name begins", "alias begins"];
/** A slip in the whole name means it, though longer names may have the same word: "javasript" is no "JavaScript Object Notation". */
const SLIPS: Reason[] = ["slip", "slip in a word"];

function isMeant(text: string, first: Hit, second: Hit | undefined): boolean {
  if (isCalledSo(first)) return true;
  if (BEGINS.includes(first.reason)) return !second && [...text].length >= ENOUGH_OF_A_NAME;
  return SLIPS.includes(first.reason) && second?.reason !== first.reason;
}
