// What a text asks, beside the names in it: about two things, about several, for what else there is. Pure.

/** What stands around a name in a question about it; nobody's name, or a name that is tried as a whole before. */
const ASKING = new Set(
  (
    "a alternative alternatives an and any are best better can choose compare compared comparison competitor " +
    "competitors con cons dead do does explained for from good great guide how i in intro introduction is it learn " +
    "like list me most my of on or pick popular pro pros recommended replacement review reviews should similar still " +
    "than the to top tutorial tutorials use using versus vs we what whats which who why with worth you"
  ).split(" "),
);
const YEAR = /^20\d\d$/;

/** What says of which sort a thing is. */
const SORTS =
  /^(?:concept|database|db|framework|language|library|method|methodology|platform|practice|programming|protocol|service|software|technology|tool)s?$|^(?:libraries|technologies)$/;

function isAsking(word: string): boolean {
  const bare = bareWord(word);
  return ASKING.has(bare) || YEAR.test(bare);
}

function isSort(word: string): boolean {
  return SORTS.test(bareWord(word));
}

/** The words of a text without those that ask. */
export function contentWords(text: string): string[] {
  return text.split(" ").filter((word) => !isAsking(word));
}

/** As it would stand alone: "what's", "better:", "Vue?". */
function bareWord(word: string): string {
  return word.toLowerCase().replace(/['’]|[,:;!?]+$/gu, "");
}

/**
 * "should I learn Rust?" asks about "Rust": the text without what a question has before and behind what it is about.
 * The text itself where nothing would be left.
 */
export function coreOf(text: string): string {
  const words = (readAlternatives(text) ?? text.replace(/\b(top|best) \d{1,3}\b/i, "$1")).split(" ");
  const first = words.findIndex((word) => !isAsking(word));
  const last = words.findLastIndex((word) => !isAsking(word));
  if (first === -1) return text;
  return (
    words
      .slice(first, last + 1)
      .join(" ")
      .replace(/[,:;!?]+$/u, "") || text
  );
}

/**
 * "the React library" and "tools like React" are about React: the text without words that ask, or only say of which sort
 * a thing is. Null where that leaves nothing, or all of it, or the best of a sort is asked for: "best Python framework".
 */
export function bareName(text: string): string | null {
  const words = text.split(" ");
  if (words.some((word) => /^(?:best|top)$/i.test(word)) && words.some(isSort)) return null;
  const names = words.filter((word) => !isAsking(word) && !isSort(word));
  if (names.length === 0 || names.length === words.length) return null;
  return names.join(" ").replace(/[,:;!?]+$/u, "") || null;
}

/** "css framework" has to do with "css": the text without words that say of which sort a thing is; itself, where none is left. */
export function withoutSort(text: string): string {
  return (
    text
      .split(" ")
      .filter((word) => !isSort(word))
      .join(" ") || text
  );
}

/** Forms of a text that may be a name, likeliest first. */
export function listNameForms(text: string): string[] {
  const core = coreOf(text);
  const thing = withoutPurpose(core);
  return [...new Set([text, core, thing, bareName(thing) ?? thing])];
}

/** "Vue for a small team" is about Vue. */
function withoutPurpose(text: string): string {
  return text.replace(/(?<=\S) for .*$/i, "");
}

/** What is asked about, of a side that is no name as it stands. */
export function subjectOf(side: string): string {
  return withoutPurpose(coreOf(side));
}

export type Sides = { left: string; right: string };

const BETWEEN = [
  / (?:vs|versus)\.? /gi,
  / v\.? /gi,
  / (?:(?:any|much) )?(?:better|faster|easier|simpler|cheaper|safer) than /gi,
  / (?:instead of|compare[sd]? (?:to|with)|against) /gi,
  / or /gi,
];
const COMPARE = /^.*?\b(?:compare|comparison (?:of|between)|differences? between) (.+)$/i;
const AFTER_COMPARE = [...BETWEEN, / (?:and|with|to) /gi];
const SLASH = [/ ?\/ ?/g];
/** A text with more of these words in it asks for no two things. */
const MOST_READINGS = 6;

/**
 * The ways to read a text as a question about two things, likeliest first: "x vs y", "x or y", "is x better than y",
 * "compare x and y", "x/y". A name may have such a word in it ("CI/CD"): ask for the whole text first.
 */
export function listSides(text: string): Sides[] {
  const asked = withoutQuestionMark(text);
  const compared = COMPARE.exec(asked)?.[1];
  const readings = [
    ...(compared ? splitAt(compared, AFTER_COMPARE) : []),
    ...splitAt(asked, BETWEEN),
    ...splitAt(asked, SLASH),
  ];
  return readings.slice(0, MOST_READINGS);
}

const NEXT_TO_NOTHING = [/ (?:and|with) /gi, / & /g, /, ?/g, / /g];
/** A longer text is seldom no more than two names. */
const MOST_WORDS_OF_TWO_NAMES = 4;

/** The ways to read "x and y", "x, y" and "x y" as two names, which they are only if both are names. */
export function listNamePairs(text: string): Sides[] {
  const asked = withoutQuestionMark(text);
  if (asked.split(" ").length > MOST_WORDS_OF_TWO_NAMES) return [];
  return splitAt(asked, NEXT_TO_NOTHING).slice(0, MOST_READINGS);
}

/** The sides of "x vs y vs z": three or more, and no more than are worth comparing by twos. */
export function listSeveral(text: string): string[] {
  const asked = withoutQuestionMark(text);
  const parts = asked
    .split(/ (?:vs|versus)\.? | v\.? |,? or |, ?(?:and )?| and /i)
    .map((part) => part.trim());
  return parts.length >= 3 && parts.length <= MOST_SEVERAL && parts.every((part) => part !== "") ? parts : [];
}

const MOST_SEVERAL = 4;

/** Of "alternatives to x", "x alternatives" and the like: x. Null for any other text. */
export function readAlternatives(text: string): string | null {
  const asked = withoutQuestionMark(text);
  const [, to] =
    /^(?:.+ )?(?:alternatives?|replacements?|competitors?) (?:to|for|of) (.+)$/i.exec(asked) ?? [];
  const [, of] = /^(.+) (?:alternatives?|competitors?|replacements?)$/i.exec(asked) ?? [];
  return to ?? of ?? null;
}

function withoutQuestionMark(text: string): string {
  return text.replace(/[?\s]+$/u, "");
}

function splitAt(text: string, separators: RegExp[]): Sides[] {
  return separators.flatMap((separator) =>
    [...text.matchAll(separator)].flatMap(({ 0: word, index }) => {
      const [left, right] = [text.slice(0, index).trim(), text.slice(index + word.length).trim()];
      return left && right ? [{ left, right }] : [];
    }),
  );
}

/** "x vs", typed so far: the side that is there and what there is of the other. Null for any other text. */
export function readBegunSides(text: string): Sides | null {
  const [, left, right] = /^(.+?) (?:vs\.?|versus|or)(?: (.*))?$/i.exec(text) ?? [];
  return left ? { left: left.trim(), right: right?.trim() ?? "" } : null;
}
