import type { IncomingMessage, ServerResponse } from "node:http";
import { chooseEncoding } from "./encoding";
import type { Page } from "./page";

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

/** Sends a page to whoever asked with GET or HEAD: in an encoding that they take, or that they have it already (304). */
export function sendPage(
  request: IncomingMessage,
  response: ServerResponse,
  { page, way, base }: { page: Page; way: Way; base: readonly string[] },
): void | Promise<void> {
  const encoding = page.isCompressed ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
  const etag = page.etag(encoding);
  const head = headOf(page, way, base);
  head.push("ETag", etag);
  if (page.status === 200 && isKnown(request.headers["if-none-match"], etag)) {
    response.writeHead(304, head);
    response.end();
    return;
  }
  if (encoding !== "identity") head.push("Content-Encoding", encoding);
  const body = page.body(encoding);
  if (body) return finish(request, response, { page, head, body });
  return page
    .makeBody(encoding)
    .then((made) => finish(request, response, { page, head, body: made }))
    .catch(() => void response.destroy());
}

function finish(
  request: IncomingMessage,
  response: ServerResponse,
  { page, head, body }: { page: Page; head: string[]; body: Buffer },
): void {
  head.push("Content-Length", String(body.length));
  response.writeHead(page.status, head);
  if (request.method === "HEAD") response.end();
  else response.end(body);
}

function headOf(page: Page, way: Way, base: readonly string[]): string[] {
  const head = [...base];
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
function isKnown(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === "*") return true;
  return header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === etag);
}
