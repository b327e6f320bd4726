/**
 * What the front does with the address of a GET:
 * - `kept`: a page that is the same for everybody, kept under `url`, the one form of its address that is ever made;
 * - `made`: a reader's page that is made for each request; `own`: it may be of what somebody has just sent;
 * - `passed`: nothing of the front's: Next gets the request as it is.
 */
export type Place =
  | { kind: "kept"; url: string }
  | { kind: "made"; url: string; own: boolean }
  | { kind: "passed" };

/** What belongs to one person, answers programs (but for what is found for a text), or is Next's own. */
const PASSED = /^\/(?:admin|api|preview|_next\/(?!static\/))(?:\/|$)|^\/_next\/(?!static\/)/;

/** What a query may say on a page that can be kept; anything else in it means nothing there. */
const PARAMETERS: [path: RegExp, names: string[]][] = [
  [/^\/technologies$/, ["category", "kind", "letter", "page", "ring"]],
  [/^\/categories\/[^/]+$/, ["page"]],
  [/^\/best\/[^/]+$/, ["kind"]],
  [/^\/changes$/, ["before"]],
  [/^\/feedback$/, ["pair"]],
];

/** With these in their query, what the reader typed decides: there are as many answers as texts. */
const ASKED: Record<string, string[]> = { "/search": ["q", "asked"], "/compare": ["left", "right"] };

/** What is found for a text, and nothing else: many type the same beginnings. */
const FOUND = /^\/(?:api\/)?search\?q=[^&]*$/;

/** Somebody's own, or shown in place of another page. */
const OWN = /^\/(?:feedback\/.+|missing|unavailable)$/;

/** Where an address that is not written as ours are leads: it moves, or is not known, with its query. */
const OTHER_FORM = /[A-Z%]|.\/$/;

/** The longest address that is kept. Ours are shorter: two slugs, or a few filters. */
const LONGEST = 400;

/** Pages of a few records, which say of which. All others change with any of them. */
const OF_FEW = /^(?:\/og)?\/(?:compare|technologies|categories|best)\/[^/?]+/;

export function isOfFewRecords(key: string): boolean {
  return OF_FEW.test(key);
}

/** Whether a page is of what somebody typed. Such a one is kept for a moment, and nowhere but in memory. */
export function isOfTyped(key: string): boolean {
  return FOUND.test(key);
}

/** `url`: path and query, as in a request line, of an address that `findRefusal` lets pass. */
export function findPlace(url: string): Place {
  const [path = "", query] = splitOnce(url, "?");
  if (FOUND.test(url) && url.length <= LONGEST) return { kind: "kept", url };
  if (PASSED.test(path)) return { kind: "passed" };
  if (OWN.test(path) || OTHER_FORM.test(path) || path.length > LONGEST)
    return { kind: "made", url, own: true };
  if (query === undefined || query === "") return { kind: "kept", url: path };
  const fields = new URLSearchParams(query);
  if (ASKED[path]?.some((name) => fields.has(name))) return { kind: "made", url, own: false };
  const names = PARAMETERS.find(([known]) => known.test(path))?.[1] ?? [];
  // In the order in which it was said: where the page wants another order, it says so itself.
  const said = [...fields].filter(([name]) => names.includes(name));
  // Said twice, it is for the page to tell which it takes.
  if (new Set(said.map(([name]) => name)).size < said.length) return { kind: "made", url, own: false };
  const key = said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
  return key.length > LONGEST ? { kind: "made", url, own: false } : { kind: "kept", url: key };
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
