import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { holdScripts } from "./hold-scripts";

/** Pages of editors and previews need their scripts at once; what is called like a file is no page. */
const NO_READERS_PAGE = /^\/(?:admin|api|_next|preview)(?:[/?]|$)|^[^?]*\.[^/?]*(?:\?|$)/;
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const compressors = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: promisify(gzip),
};

/**
 * Sends a reader's page in one piece, its scripts held back, compressed for who asks so. Whatever else is answered
 * passes as it is. It takes `accept-encoding` from the request, so that Next leaves the compression to it.
 */
export function sendPagesQuietly(request: IncomingMessage, response: ServerResponse): void {
  if (NO_READERS_PAGE.test(request.url ?? "")) return;
  const encoding = chooseEncoding(String(request.headers["accept-encoding"] ?? ""));
  delete request.headers["accept-encoding"];
  const original = {
    writeHead: response.writeHead.bind(response) as (...args: unknown[]) => ServerResponse,
    write: response.write.bind(response) as (...args: unknown[]) => boolean,
    end: response.end.bind(response) as (...args: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
  };
  const parts: Buffer[] = [];
  let status = 0;
  let whole = false;
  const isPage = () =>
    !whole && !response.headersSent && /^text\/html\b/.test(String(response.getHeader("content-type")));
  const keep = (args: unknown[]) => {
    // A fault's page takes the place of what was made of the page that failed.
    if (status !== response.statusCode) parts.length = 0;
    status = response.statusCode;
    const [chunk, charset] = args;
    if (typeof chunk === "string") parts.push(Buffer.from(chunk, charset as BufferEncoding | undefined));
    else if (chunk instanceof Uint8Array) parts.push(Buffer.from(chunk));
    args.find((arg): arg is () => void => typeof arg === "function")?.();
  };
  // The length is known at the end, and the head is sent with it.
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const headers = rest.find((arg): arg is OutgoingHttpHeaders => typeof arg === "object" && arg !== null);
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (value !== undefined) response.setHeader(name, value);
    }
    response.statusCode = status;
    return isPage() ? response : original.writeHead(status);
  };
  response.flushHeaders = () => {
    if (!isPage()) original.flushHeaders();
  };
  response.write = (...args: unknown[]) => {
    if (!isPage()) return original.write(...args);
    keep(args);
    return true;
  };
  response.end = (...args: unknown[]) => {
    if (!isPage()) return original.end(...args);
    keep(args);
    whole = true;
    const finish = async () => {
      if (!String(response.getHeader("vary")).includes("Accept-Encoding")) {
        response.appendHeader("Vary", "Accept-Encoding");
      }
      if (request.method === "HEAD") {
        original.writeHead(response.statusCode);
        return original.end();
      }
      const page = Buffer.from(holdScripts(Buffer.concat(parts).toString()));
      const body = encoding ? await compressors[encoding](page) : page;
      if (encoding) response.setHeader("Content-Encoding", encoding);
      response.setHeader("Content-Length", body.length);
      // Said here: left to itself, Node asks whoever stands before us, and to them the answer is over.
      original.writeHead(response.statusCode);
      original.end(body);
    };
    finish().catch(() => response.destroy());
    return response;
  };
}

type Encoding = keyof typeof compressors;

/** The best of ours that is asked for (RFC 9110, 12.5.3); what comes with a weight of 0 is refused. */
export function chooseEncoding(accepted: string): Encoding | null {
  const wanted = new Set(
    accepted
      .toLowerCase()
      .split(",")
      .map((entry) => entry.split(";").map((part) => part.trim()))
      .filter(([, weight = "q=1"]) => !/^q=0(?:\.0*)?$/.test(weight))
      .map(([name]) => name),
  );
  return wanted.has("br") ? "br" : wanted.has("gzip") ? "gzip" : null;
}
