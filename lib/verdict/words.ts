// Small operations on stored text. None of them cuts, and none touches a letter beyond the first.

/**
 * Words that open a sentence and are nobody's name, so that their first letter may change with their place.
 * A closed list: whatever is not on it (iOS, npm, eBPF, Go, Linux) keeps the letters it was written with.
 */
const OPENERS = new Set(
  (
    "a an the this that these those it its you your we our they their there here " +
    "for from with without when whenever where wherever while if unless as at by in on of to into " +
    "and or but so because since after before until use using learn learning choose choosing " +
    "developer developers team teams engineers programmers people anyone everyone one both each every all any " +
    "some most many no not never what which who how why do does don is are can should"
  ).split(" "),
);

/** Abbreviations whose stop never ends a sentence. */
const NEVER_FINAL = new Set(
  "e.g eg i.e ie vs cf dr mr mrs ms prof st no fig eq ca approx resp incl esp viz ver vol pp p a.k.a w.r.t".split(
    " ",
  ),
);

/** Abbreviations whose stop may end a sentence as well. */
const MAYBE_FINAL = new Set("etc inc ltd co corp jr sr al dept est min max avg ph.d a.m p.m".split(" "));

const LONGER_THAN_ABBREVIATIONS = 16;

/** Marks that may follow a sentence's last one: closing quotes and brackets. */
const CLOSERS = "\"'”’»›）」』)]}";
const SENTENCE_END = /[\p{Sentence_Terminal}…]$/u;

/** Whether the first word is one whose first letter depends on its place, and does not begin one of `names`. */
export function opensWithOpener(text: string, names: readonly string[]): boolean {
  const word = /^[A-Za-z]+(?=$|[\s,:;'’])/.exec(text)?.[0];
  if (word === undefined || !OPENERS.has(word.toLowerCase())) return false;
  if (word.slice(1) !== word.slice(1).toLowerCase()) return false;
  return !names.some((name) => beginsWithName(text, name));
}

/** The name as written in running text; an opener that is lower-cased there is still the same name. */
function beginsWithName(text: string, name: string): boolean {
  return text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length));
}

export function lowerOpener(text: string, names: readonly string[]): string {
  return opensWithOpener(text, names) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export function raiseOpener(text: string, names: readonly string[]): string {
  return opensWithOpener(text, names) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/** The abbreviation that `text`, written without its last stop, ends in; an initial may be a name as well ("J", "C"). */
export function abbreviationAtEnd(text: string): "never-final" | "maybe-final" | "initial" | null {
  const end = text.slice(-LONGER_THAN_ABBREVIATIONS);
  const word = end.slice(end.search(/\S+$/)).replace(/^[("'“‘«[{]+/u, "");
  const lower = word.toLowerCase();
  if (NEVER_FINAL.has(lower)) return "never-final";
  if (MAYBE_FINAL.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word)) return "maybe-final";
  return /^\p{L}$/u.test(word) ? "initial" : null;
}

/** The same text with one mark at its end: a full stop is added only where nothing ends the sentence yet. */
export function withFinalMark(text: string): string {
  return endsSentence(text) ? text : `${text}.`;
}

function endsSentence(text: string): boolean {
  const bare = withoutClosers(text);
  // The last two code units hold the last character; a search through the whole text would be slow.
  return SENTENCE_END.test(bare.slice(-2)) && !(text.endsWith(")") && isAside(bare));
}

function withoutClosers(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSERS.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Whether a bracket opened inside a sentence, which goes on behind it: "(Docker, Podman, etc.)", "(why not?)". */
function isAside(bare: string): boolean {
  const before = bare.slice(0, Math.max(bare.lastIndexOf("("), 0)).trimEnd();
  if (before === "" || endsSentence(before)) return false;
  return !bare.endsWith(".") || abbreviationAtEnd(bare.slice(0, -1)) !== null;
}

/** The same text without its final stop, to be continued; the stop of an abbreviation stays. */
export function withoutFinalStop(text: string): string {
  if (!/^[^.][.。]$/.test(text.slice(-2))) return text;
  const bare = text.slice(0, -1);
  const abbreviation = abbreviationAtEnd(bare);
  return abbreviation === null || abbreviation === "initial" ? bare : text;
}

/** A slug without a record as words: "machine-learning" is "Machine learning". */
export function slugAsWords(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1).replaceAll("-", " ");
}

export function withArticle(noun: string): string {
  return `${/^[aeiou]/i.test(noun) ? "an" : "a"} ${noun}`;
}
