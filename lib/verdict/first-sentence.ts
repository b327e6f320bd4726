import { abbreviationOf, opensWithOpener } from "./words";

/** A mark that may end a sentence, the closing quotes or brackets behind it, and white space (none after "。"). */
const CANDIDATE = /[.!?…]+["'”’»›)\]}]*\s+|[。！？]["'”’»›）」』]*\s*/gu;

/**
 * The first sentence of a text, with its final mark; the whole text when it is one sentence or when there is
 * doubt. Stops inside abbreviations (e.g., i.e., etc., vs., Dr., U.S.), dotted names (Node.js, ASP.NET),
 * versions, decimals and URLs end nothing, nor does any mark inside brackets.
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
  if (mark.charAt(0) !== "." || mark.startsWith("..")) return true;
  const word = head.slice(0, head.length - mark.length);
  const abbreviation = abbreviationOf(word.slice(word.search(/\S+$/)));
  if (abbreviation === null) return true;
  return abbreviation === "maybe-final" && opensWithOpener(rest, []);
}

/** An upper-case letter, a digit, an opening mark, a script without case, or a name like iOS. */
function startsSentence(rest: string): boolean {
  return /^["'“‘«([]*(?:\p{Lu}|\p{Lt}|\p{Lo}|\p{N}|\.\p{Lu}|\p{Ll}+\p{Lu})/u.test(rest);
}

function isBalanced(head: string): boolean {
  let depth = 0;
  for (const character of head) {
    if (character === "(" || character === "[") depth += 1;
    else if ((character === ")" || character === "]") && depth > 0) depth -= 1;
  }
  return depth === 0;
}
