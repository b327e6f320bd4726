import { STATUS_CODES } from "node:http";
import type { RawHeaders } from "../security";
import { chooseEncoding } from "./encoding";
import type { Encoding, Page, Sent } from "./page";

/** How an answer came about: RFC 9211. */
export type Way = "hit" | "miss" | "stale" | "uncached";

/** Asked again at each reading, so that an edit is seen at once; what stands between may keep it for a minute. */
const FRESH = "public, max-age=0, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400";
/** Not to be kept longer than the trouble lasts. */
const OLD = "public, max-age=0, s-maxage=5";
/** A page that is not there may be there the next moment. */
const OTHER = "public, max-age=0, s-maxage=5";

const STATUS: Record<Way, string> = {
  hit: '"Nice Pick"; hit',
  miss: '"Nice Pick"; fwd=miss; stored',
  stale: '"Nice Pick"; hit; ttl=-1; detail=database-lost',
  uncached: '"Nice Pick"; fwd=bypass',
};

/** What a GET or HEAD says of the forms that it takes: Accept-Encoding, and If-None-Match. */
export type Wanted = { accepted: string | undefined; known: string | undefined };

/**
 * How a page is sent to whoever wants it so: in an encoding that they take, or that they have it already (304). `always`:
 * what goes with every page of this process that is sent whole, the same each time.
 */
export function prepareSending(
  page: Page,
  way: Way,
  always: RawHeaders,
  { accepted, known }: Wanted,
): Sent | Promise<Sent> {
  const encoding = page.isCompressed ? chooseEncoding(accepted) : "identity";
  if (known !== undefined && page.status === 200 && isKnown(known, page.etag(encoding))) {
    return sentOf(page, way, always, encoding, null);
  }
  const body = page.body(encoding);
  if (body) return sentOf(page, way, always, encoding, body);
  return page.makeBody(encoding).then((made) => sentOf(page, way, always, encoding, made));
}

/** The first lines of an answer in HTTP/1.1, in Latin-1. */
export function startOf(status: number, head: RawHeaders): string {
  let text = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`;
  for (let at = 0; at < head.length; at += 2) text += `${head[at]}: ${head[at + 1]}\r\n`;
  return text;
}

/** To whoever has the page: the rest was said with it, and counts still (RFC 9110, 15.4.5). */
const SAID_AGAIN = /^(?:cache-control|cache-status|etag|vary|warning)$/i;

const WAYS: readonly Way[] = ["hit", "stale"];
const ENCODINGS: readonly Encoding[] = ["br", "gzip", "identity"];

function sentOf(page: Page, way: Way, always: RawHeaders, encoding: Encoding, body: Buffer | null): Sent {
  // Sent so to whoever waited for it to be made, and to nobody after them.
  if (way === "miss" || way === "uncached") return makeSent(page, way, always, encoding, body);
  const place = (WAYS.indexOf(way) * ENCODINGS.length + ENCODINGS.indexOf(encoding)) * 2 + (body ? 1 : 0);
  return page.sentAs(place, () => makeSent(page, way, always, encoding, body));
}

function makeSent(page: Page, way: Way, always: RawHeaders, encoding: Encoding, body: Buffer | null): Sent {
  const whole = [...makeHead(page, way, always), "ETag", page.etag(encoding)];
  const head = body ? whole : whole.filter((_, at) => SAID_AGAIN.test(whole[at - (at % 2)] ?? ""));
  if (body) {
    if (encoding !== "identity") head.push("Content-Encoding", encoding);
    head.push("Content-Length", String(body.length));
  }
  const status = body ? page.status : 304;
  const start = startOf(status, head);
  return body
    ? { status, head, start: Buffer.from(start, "latin1"), body }
    : { status, head, start, body: null };
}

function makeHead(page: Page, way: Way, always: RawHeaders): string[] {
  const head = [...always];
  let control = page.status !== 200 ? OTHER : way === "stale" ? OLD : FRESH;
  for (const [name, value] of page.headers) {
    if (name === "cache-control") {
      // Files of the build are named by what is in them; what is not to be kept by just anybody says so.
      const isIts = way === "uncached" || (page.isPassing && way !== "stale") || value.includes("immutable");
      if (isIts) control = value;
    } else {
      replace(head, name, value);
    }
  }
  head.push("Cache-Control", control, "Cache-Status", STATUS[way]);
  if (page.isCompressed) head.push("Vary", "Accept-Encoding");
  if (way === "stale") head.push("Warning", '110 - "Response is Stale"');
  return head;
}

/** What a page says itself counts, where the site would say something else. */
function replace(head: string[], name: string, value: string): void {
  for (let at = 0; at < head.length; at += 2) {
    if (head[at]?.toLowerCase() !== name || name === "link") continue;
    head[at + 1] = value;
    return;
  }
  head.push(name, value);
}

/** RFC 9110, 13.1.2: weak comparison with each tag of the list. */
function isKnown(header: string, etag: string): boolean {
  if (header === etag) return true;
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
