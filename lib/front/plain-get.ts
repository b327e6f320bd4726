import { isHost } from "./refuse";

/** A GET as most readers send it: what it asks for, and all that it says which an answer may depend on. */
export type PlainGet = {
  url: string;
  /** Accept-Encoding, If-None-Match, X-Request-Id and X-Forwarded-For, where they were sent. */
  accepted: string | undefined;
  known: string | undefined;
  id: string | undefined;
  forwarded: string | undefined;
  /** Where the next request begins. */
  end: number;
};

const LINE = /GET (\/[!-~]*) HTTP\/1\.1\r\n/y;
const FIELD = /([\w-]+):[ \t]*([ -~\t]*)\r\n/y;
/** Node's own limit is 16 KB and 2,000 fields; what comes near it is left to Node. */
const MOST_FIELDS = 100;
const LONGEST_HEAD = 8_192;

/** With these in its head a request is of another sort, or its connection is. */
const OTHER_SORT = new Set([
  "content-length",
  "expect",
  "http2-settings",
  "keep-alive",
  "origin",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** What the fields of a head say; null where another parser is to read them. */
type Said = Omit<PlainGet, "url" | "end"> | null;

/** What says who asks is not kept for longer than the request. */
const SECRET = /^(?:cookie|authorization):/im;

/** Fields that were read before, by their text: a browser sends the same ones with each request. */
const readBefore = new Map<string, Said>();
const MOST_READ_BEFORE = 500;
const LONGEST_READ_BEFORE = 1_500;
const FIELDS_END = "\r\n\r\n";

/**
 * Reads a request that begins at `from`, in text in Latin-1 as it came off a connection. Null for whatever is not, to the
 * last character, a whole GET of a common sort in HTTP/1.1 (RFC 9112): another parser is to read that, from its beginning.
 * What is read here means the same to Node's, which a test tells.
 */
export function readPlainGet(text: string, from: number): PlainGet | null {
  LINE.lastIndex = from;
  const url = LINE.exec(text)?.[1];
  if (url === undefined) return null;
  const begin = LINE.lastIndex;
  const last = text.indexOf(FIELDS_END, begin);
  const end = last + FIELDS_END.length;
  if (last === -1 || end - from > LONGEST_HEAD) return null;
  const fields = text.slice(begin, end);
  const before = readBefore.get(fields);
  const said = before === undefined ? readAnew(fields) : before;
  return said && { url, ...said, end };
}

function readAnew(fields: string): Said {
  if (fields.length > LONGEST_READ_BEFORE || SECRET.test(fields)) return readFields(fields);
  if (readBefore.size >= MOST_READ_BEFORE) readBefore.clear();
  // A part of a text keeps all of it in memory.
  const own = Buffer.from(fields, "latin1").toString("latin1");
  const said = readFields(own);
  readBefore.set(own, said);
  return said;
}

/** All lines of a head after its first. */
function readFields(text: string): Said {
  let host: string | undefined;
  let accepted: string | undefined;
  let known: string | undefined;
  let id: string | undefined;
  let forwarded: string | undefined;
  FIELD.lastIndex = 0;
  for (let fields = 0; fields < MOST_FIELDS; fields += 1) {
    if (text.startsWith("\r\n", FIELD.lastIndex)) {
      return host !== undefined && isHost(host) ? { accepted, known, id, forwarded } : null;
    }
    const field = FIELD.exec(text);
    if (!field) return null;
    const value = (field[2] ?? "").trimEnd();
    const name = (field[1] ?? "").toLowerCase();
    // What may be said once only is left to Node where it is said twice.
    if (name === "host") {
      if (host !== undefined) return null;
      host = value;
    } else if (name === "accept-encoding") {
      if (accepted !== undefined) return null;
      accepted = value;
    } else if (name === "if-none-match") {
      if (known !== undefined) return null;
      known = value;
    } else if (name === "x-request-id") {
      if (id !== undefined) return null;
      id = value;
    } else if (name === "x-forwarded-for") {
      if (forwarded !== undefined) return null;
      forwarded = value;
    } else if (name === "connection") {
      if (value.toLowerCase() !== "keep-alive") return null;
    } else if (OTHER_SORT.has(name)) return null;
  }
  return null;
}
