import { isHost } from "./refuse";

/** A GET as most readers send it: what it asks for, and all that it says which an answer may depend on. */
export type PlainGet = {
  url: string;
  /** Accept-Encoding, If-None-Match, X-Request-Id and X-Forwarded-For, where they were sent. */
  accepted?: string;
  known?: string;
  id?: string;
  forwarded?: string;
  /** Where the next request begins. */
  end: number;
};

const LINE = /GET (\/[!-~]*) HTTP\/1\.1\r\n/y;
const FIELD = /([\w-]+):[ \t]*([ -~\t]*)\r\n/y;
/** Node's own limit is 16 KB and 2,000 fields; what comes near it is left to Node. */
const MOST_FIELDS = 100;
const LONGEST_HEAD = 8_192;

/** With these in its head a request is of another sort, or its connection is. */
const OTHER_SORT =
  /^(?:content-length|expect|http2-settings|keep-alive|origin|proxy-connection|te|trailer|transfer-encoding|upgrade)$/;

const KEPT = new Map<string, "accepted" | "known" | "id" | "forwarded">([
  ["accept-encoding", "accepted"],
  ["if-none-match", "known"],
  ["x-request-id", "id"],
  ["x-forwarded-for", "forwarded"],
]);

/**
 * Reads a request that begins at `from`, in text in Latin-1 as it came off a connection. Null for whatever is not, to the
 * last character, a whole GET of a common sort in HTTP/1.1 (RFC 9112): another parser is to read that, from its beginning.
 * What is read here means the same to Node's, which a test tells.
 */
export function readPlainGet(text: string, from: number): PlainGet | null {
  LINE.lastIndex = from;
  const url = LINE.exec(text)?.[1];
  if (url === undefined) return null;
  const get: PlainGet = { url, end: 0 };
  let host: string | undefined;
  FIELD.lastIndex = LINE.lastIndex;
  for (let fields = 0; fields < MOST_FIELDS; fields += 1) {
    const at = FIELD.lastIndex;
    if (text.startsWith("\r\n", at)) {
      get.end = at + 2;
      return host !== undefined && isHost(host) && get.end - from <= LONGEST_HEAD ? get : null;
    }
    const [, name = "", padded = ""] = FIELD.exec(text) ?? [];
    const field = name.toLowerCase();
    if (field === "" || OTHER_SORT.test(field)) return null;
    const value = padded.trimEnd();
    if (field === "host") {
      if (host !== undefined) return null;
      host = value;
    } else if (field === "connection") {
      if (value.toLowerCase() !== "keep-alive") return null;
    } else {
      const known = KEPT.get(field);
      if (known === undefined) continue;
      if (get[known] !== undefined) return null;
      get[known] = value;
    }
  }
  return null;
}
