import type { IncomingMessage, ServerResponse } from "node:http";
import type { RawHeaders } from "../security";
import { chooseEncoding } from "./encoding";
import type { Encoding, Page } from "./page";

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

/**
 * What is sent: `always` with every page of this server (the same array each time), `own` with this answer alone.
 */
export type Sending = { page: Page; way: Way; always: RawHeaders; own: RawHeaders };

/** Sends a page to whoever asked with GET or HEAD: in an encoding that they take, or that they have it already (304). */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  sending: Sending,
): void | Promise<void> {
  const { page, own } = sending;
  const encoding = page.isCompressed ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
  const known = request.headers["if-none-match"];
  if (known !== undefined && page.status === 200 && isKnown(known, page.etag(encoding))) {
    response.writeHead(304, [...headOf(sending, encoding), ...own]);
    response.end();
    return;
  }
  const send = (body: Buffer) => {
    const head = headOf(sending, encoding);
    const form = encoding === "identity" ? [] : ["Content-Encoding", encoding];
    response.writeHead(page.status, [...head, ...form, "Content-Length", String(body.length), ...own]);
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const body = page.body(encoding);
  if (body) return send(body);
  return page
    .makeBody(encoding)
    .then(send)
    .catch(() => void response.destroy());
}

/** Heads of pages that are sent again and again. */
const heads = new WeakMap<Page, Map<string, { always: RawHeaders; head: RawHeaders }>>();

function headOf({ page, way, always }: Sending, encoding: Encoding): RawHeaders {
  const key = `${way} ${encoding}`;
  const known = heads.get(page)?.get(key);
  if (known?.always === always) return known.head;
  const head = makeHead(page, way, always);
  head.push("ETag", page.etag(encoding));
  const ofPage = heads.get(page) ?? new Map<string, { always: RawHeaders; head: RawHeaders }>();
  heads.set(page, ofPage.set(key, { always, head }));
  return head;
}

function makeHead(page: Page, way: Way, always: RawHeaders): string[] {
  const head = [...always];
  let control = page.status !== 200 ? OTHER : way === "stale" ? OLD : FRESH;
  for (const [name, value] of page.headers) {
    if (name === "cache-control") {
      // Files of the build are named by what is in them; what is not to be kept by anybody says so.
      if (way === "uncached" || value.includes("immutable")) control = value;
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
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
