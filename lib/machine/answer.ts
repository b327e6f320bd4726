import { createHash } from "node:crypto";
import { type Format, TYPES } from "./address";

type Body = {
  body: string;
  type: string;
  /** How long whoever keeps it need not ask again. */
  maxAge: number;
  headers?: Record<string, string>;
};

/** Answers a GET with a text, or with 304 to those who have it already. */
export function answerText(request: Request, { body, type, maxAge, headers }: Body): Response {
  // Weak, because the same text goes out compressed in several ways.
  const etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const common = {
    ETag: etag,
    "Cache-Control": maxAge === 0 ? "public, no-cache" : `public, max-age=${maxAge}`,
    "Access-Control-Allow-Origin": "*",
    ...headers,
  };
  if (matches(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers: common });
  }
  return new Response(body, { headers: { "Content-Type": type, ...common } });
}

/** Answers with another form of a page. Search engines are sent to the page itself. */
export function answerDocument(
  request: Request,
  { body, format, page }: { body: string; format: Format; page: string },
): Response {
  return answerText(request, {
    body,
    type: TYPES[format],
    maxAge: 0,
    headers: { "X-Robots-Tag": "noindex", Link: `<${page}>; rel="canonical"` },
  });
}

/** By the weak comparison of RFC 9110, section 13.1.2. */
function matches(header: string | null, etag: string): boolean {
  if (header === null) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.split(",").some((tag) => tag.trim() === "*" || bare(tag) === bare(etag));
}
