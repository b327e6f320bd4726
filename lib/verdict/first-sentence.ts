import { abbreviationAtEnd, opensWithOpener } from "./words";

/** A mark that may end a sentence, the closing quotes or brackets behind it, and white space (none after "。"). */
const CANDIDATE = /[.!?…]+["'”’»›)\]}]*\s+|[。！？]["'”’»›）」』]*\s*/gu;

const ENCLOSING = /[([{（「『“)\]}）」』”"]/gu;
const OPENING = "([{（「『“";

/**
 * The first sentence of a text, with its final mark; the whole text when it is one sentence or when there is
 * doubt. Stops inside abbreviations (e.g., i.e., etc., vs., Dr., U.S.), dotted names (Node.js, ASP.NET),
 * versions, decimals and URLs end nothing, nor does any mark inside brackets or quotation marks.
 */
export function firstSentence(text: string): string {
  for (const match of text.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    if (end >= text.length) break;
    const head = text.slice(0, end).trimEnd();
    if (endsHere(head, match[0].trimEnd(), text.slice(end))) return head;
  }
  return text;
}

function endsHere(head: string, mark: string, rest: string): boolean {
  if (!isBalanced(head)) return false;
  if (/^[。！？]/u.test(mark)) return true;
  if (!startsSentence(rest)) return false;
  // "Wait… what", "Yahoo! Mail": these stand inside sentences and names too.
  const doubt = /^(?:!|…|\.\.)/u.test(mark) ? "maybe-final" : abbreviationAtEnd(head.slice(0, -mark.length));
  return doubt === null || (doubt !== "never-final" && opensWithOpener(rest, []));
}

/**
 * An upper-case letter, an opening mark, a script without case, or a name like iOS. Not a digit: "Oct. 2026" and
 * "sec. 2" go on.
 */
function startsSentence(rest: string): boolean {
  return /^["'“‘«([]*(?:\p{Lu}|\p{Lt}|\p{Lo}|\.\p{Lu}|\p{Ll}+\p{Lu})/u.test(rest);
}

function isBalanced(head: string): boolean {
  let depth = 0;
  let quoted = false;
  for (const mark of head.match(ENCLOSING) ?? []) {
    if (mark === '"') quoted = !quoted;
    else if (OPENING.includes(mark)) depth += 1;
    else if (depth > 0) depth -= 1;
  }
  return depth === 0 && !quoted;
}
