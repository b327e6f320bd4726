import type { TechnologyDocument } from "../technologies/schema";
import { listWarnings } from "../verdict/warnings";
import { opensWithOpener, withoutFinalStop } from "../verdict/words";
import { beginsWith, type Names } from "./names";
import type { Remark } from "./types";

// How the texts of one technology must be written, so that every page composed of them reads right.

/** In characters: the shortest and the longest. */
const LENGTHS = {
  point: [25, 160],
  description: [120, 450],
  lead: [50, 170],
  tagline: [8, 60],
  clause: [12, 80],
} as const;
const TAGLINE_WORDS = 8;

/** "You want build …" and "You want to …" are no sentences, or not the one that was meant. */
const VERB_FIRST =
  /^(?:be|being|build|do|get|have|keep|let|make|run|to|use|using|want|wanting|write|you|your team)\b/i;

/** Everything that is wrong with the texts of one technology; paths are inside the record. */
export function listRecordRemarks(technology: TechnologyDocument, names: Names): Remark[] {
  const { slug, name, description, lead, tagline, pros, cons } = technology;
  const warnings = listWarnings(technology).map(({ field, message }) => ({
    path: field.replace(".text", ""),
    message,
  }));
  return [
    ...(isFoundByName(slug, name)
      ? []
      : [{ path: "slug", message: `begins with another letter than "${name}"` }]),
    ...lengthRemarks("description", description, LENGTHS.description),
    ...lengthRemarks("lead", lead, LENGTHS.lead),
    ...(/[.?]$/.test(lead) ? [] : [{ path: "lead", message: "does not end with a stop" }]),
    ...(tagline === undefined ? [] : taglineRemarks(tagline, names)),
    ...clauseRemarks(technology, "chooseFor", names),
    ...clauseRemarks(technology, "tradeoff", names),
    ...pros.flatMap(({ text }, index) => pointRemarks(`pros[${index}]`, text, name, names)),
    ...cons.flatMap(({ text }, index) => pointRemarks(`cons[${index}]`, text, name, names)),
    ...warnings,
  ];
}

/** Lists are in the order of slugs, and read by names: both must begin with the same letter, where a name has one. */
function isFoundByName(slug: string, name: string): boolean {
  return !/^\p{L}/u.test(name) || slug.charAt(0) === name.charAt(0).toLowerCase();
}

function pointRemarks(path: string, text: string, name: string, names: Names): Remark[] {
  const remarks = lengthRemarks(path, text, LENGTHS.point);
  if (!/^["'“‘([]?[\p{Lu}\p{N}.@#<$]/u.test(text) && !names.begin(text)) {
    remarks.push({ path, message: `begins in lower case: "${text}"` });
  }
  if (beginsWith(text.toLowerCase(), name.toLowerCase()) && !isLongerName(text, name)) {
    remarks.push({ path, message: `begins with the record's own name: "${text}"` });
  }
  return hasFinalMark(text) ? [...remarks, { path, message: `ends with a final mark: "${text}"` }] : remarks;
}

/** "React Native" and "Docker Desktop" are not React and Docker again. */
function isLongerName(text: string, name: string): boolean {
  return /^ \p{Lu}/u.test(text.slice(name.length));
}

/**
 * A tagline is read behind a comma and as a sentence of its own. The composer changes the case of an opening word
 * only where it is sure, so it must be one of those, or a name.
 */
function taglineRemarks(tagline: string, names: Names): Remark[] {
  const path = "tagline";
  const remarks = lengthRemarks(path, tagline, LENGTHS.tagline);
  const words = tagline.split(/\s+/).length;
  if (words > TAGLINE_WORDS)
    remarks.push({ path, message: `has ${words} words, not ${TAGLINE_WORDS} or fewer` });
  if (hasFinalMark(tagline)) remarks.push({ path, message: `ends with a final mark: "${tagline}"` });
  if (!opensWithOpener(tagline, []) && !beginsLikeName(tagline, names)) {
    const message = `begins neither with a word whose case may change (a, the, every, …) nor with a name: "${tagline}"`;
    remarks.push({ path, message });
  }
  return remarks;
}

function clauseRemarks(
  technology: TechnologyDocument,
  path: "chooseFor" | "tradeoff",
  names: Names,
): Remark[] {
  const text = technology[path];
  if (text === undefined) return [];
  const remarks = lengthRemarks(path, text, LENGTHS.clause);
  if (VERB_FIRST.test(text)) remarks.push({ path, message: `does not read after "You want": "${text}"` });
  if (/^\p{Lu}/u.test(text) && !beginsLikeName(text, names)) {
    remarks.push({ path, message: `begins with a capital that is no name's: "${text}"` });
  }
  return remarks;
}

/** A name on file, a digit or mark, or letters that no common word has: "HTTP", "OpenAPI", "C++". */
function beginsLikeName(text: string, names: Names): boolean {
  return (
    names.begin(text) || /^(?:[^\p{L}]|\p{L}*[\p{Lu}\p{N}+#.]\p{L}*[\p{Lu}\p{N}+#]|\p{Lu}\b)/u.test(text)
  );
}

function hasFinalMark(text: string): boolean {
  return /[!?;:,]$/.test(text) || withoutFinalStop(text) !== text;
}

function lengthRemarks(path: string, text: string, [least, most]: readonly [number, number]): Remark[] {
  const { length } = text;
  if (length >= least && length <= most) return [];
  return [{ path, message: `is ${length} characters long, not ${least} to ${most}` }];
}
