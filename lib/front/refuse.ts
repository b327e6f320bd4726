// What no route takes is refused before Next sees it: Next answers some of it with a 500.

export type Refusal = { status: number; message: string; headers?: Record<string, string> };

type Asked = {
  method?: string;
  url?: string;
  headers: Record<string, string | string[] | undefined>;
  /** Names and values in turn, as they came. */
  rawHeaders: string[];
};

/** What may be posted to. Everything that is written is written through these. */
const POSTS = /^\/api\/(?:(?:admin|account|auth)\/|(?:feedback|feedback\/erase|votes|wanted)(?:\?|$))/;
/** Twice what the longest form takes in a Latin script. */
const LARGEST_BODY_BYTES = 8 * 1024 * 1024;
const LONGEST_URL = 4_096;
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9.])?|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;
const ORIGIN = /^(?:null|[A-Za-z][A-Za-z0-9+.-]*:\/\/[A-Za-z0-9.[\]:-]+)$/;

/** Why a request is refused, in words for the one who sent it; null when it may go on. */
export function findRefusal({ method, url, headers, rawHeaders }: Asked): Refusal | null {
  const posts = method === "POST" && POSTS.test(url ?? "");
  if (method !== "GET" && method !== "HEAD" && !posts) {
    const allowed = POSTS.test(url ?? "") ? "GET, HEAD, POST" : "GET, HEAD";
    return { status: 405, message: `Only ${allowed} are answered here.`, headers: { Allow: allowed } };
  }
  const target = refuseTarget(url ?? "");
  if (target) return target;
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length !== 1 || !isHost(String(headers.host)))
    return { status: 400, message: "The Host header is malformed." };
  if (headers.origin !== undefined && !ORIGIN.test(String(headers.origin))) {
    return { status: 400, message: "The Origin header is malformed." };
  }
  return posts ? refuseBody(headers) : refuseAnyBody(headers);
}

function refuseAnyBody(headers: Asked["headers"]): Refusal | null {
  const body = headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) !== 0;
  return body ? { status: 400, message: "A GET request takes no body." } : null;
}

/** A body says how long it is before it is read. */
function refuseBody(headers: Asked["headers"]): Refusal | null {
  if (headers["transfer-encoding"] !== undefined || headers["content-length"] === undefined) {
    return { status: 411, message: "The request must say how long its body is." };
  }
  const length = String(headers["content-length"]);
  if (!/^\d{1,15}$/.test(length)) return { status: 400, message: "The Content-Length header is malformed." };
  if (Number(length) > LARGEST_BODY_BYTES) {
    return { status: 413, message: "The request is too large." };
  }
  return null;
}

export function isHost(value: string): boolean {
  return HOST.test(value);
}

/** Why an address is refused, by itself. */
export function refuseTarget(url: string): Refusal | null {
  if (url.length > LONGEST_URL) return { status: 414, message: "The address is too long." };
  const path = url.split("?", 1)[0] ?? "";
  const decoded = decode(path);
  const malformed =
    decoded === null ||
    !path.startsWith("/") ||
    path.includes("//") ||
    !/^[\x21-\x7e]*$/.test(url) ||
    /[\p{Cc}\\]/u.test(decoded) ||
    decoded.split("/").some((part) => part === "." || part === "..");
  return malformed ? { status: 400, message: "The address is malformed." } : null;
}

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** The request headers that pages and route handlers may depend on. All others are dropped, Next's own included. */
const PASSED = new Set([
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "content-length",
  "content-type",
  "cookie",
  "host",
  "if-modified-since",
  "if-none-match",
  "origin",
  "range",
  "referer",
  "sec-fetch-site",
  "user-agent",
]);

export function dropUnknownHeaders(headers: Record<string, unknown>): void {
  for (const name of Object.keys(headers)) {
    if (!PASSED.has(name)) delete headers[name];
  }
}
