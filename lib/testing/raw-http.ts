/** An answer as it came over the wire; `name` of a header in small letters. */
export type RawAnswer = { status: number; headers: [name: string, value: string][]; body: Buffer };

/**
 * The whole answers that bytes from a server begin with, in HTTP/1.1, without those that only announce others (1xx).
 * `methods`: what was asked, in turn; one that is missing counts as GET. `closed`: whether no more will come, which ends
 * an answer that does not say how long it is.
 */
export function readAnswers(
  bytes: Buffer,
  { methods = [], closed = false }: { methods?: readonly string[]; closed?: boolean } = {},
): RawAnswer[] {
  const answers: RawAnswer[] = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    if (end === -1) return answers;
    const [first = "", ...lines] = rest.subarray(0, end).toString("latin1").split("\r\n");
    const status = Number(/^HTTP\/1\.[01] (\d{3})(?: |$)/.exec(first)?.[1]);
    if (!status) throw new Error(`no answer begins like this: ${JSON.stringify(first.slice(0, 80))}`);
    const headers = lines.map(readHeader);
    const content = rest.subarray(end + 4);
    const isHead = methods[answers.length] === "HEAD";
    const found =
      isHead || !hasBody(status) ? { body: Buffer.alloc(0), length: 0 } : readBody(content, headers, closed);
    if (!found) return answers;
    if (status >= 200) answers.push({ status, headers, body: found.body });
    rest = content.subarray(found.length);
  }
}

export function headerOf({ headers }: RawAnswer, name: string): string | undefined {
  return headers.find(([known]) => known === name)?.[1];
}

function readHeader(line: string): [string, string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function hasBody(status: number): boolean {
  return status >= 200 && status !== 204 && status !== 304;
}

/** A body, and how many bytes it took; null while some are missing. */
function readBody(
  content: Buffer,
  headers: [string, string][],
  closed: boolean,
): { body: Buffer; length: number } | null {
  const said = (name: string) => headers.find(([known]) => known === name)?.[1];
  if (said("transfer-encoding")?.toLowerCase() === "chunked") return readChunks(content);
  const length = said("content-length");
  if (length === undefined) return closed ? { body: content, length: content.length } : null;
  if (content.length < Number(length)) return null;
  return { body: content.subarray(0, Number(length)), length: Number(length) };
}

function readChunks(content: Buffer): { body: Buffer; length: number } | null {
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const end = content.indexOf("\r\n", at);
    if (end === -1) return null;
    const size = Number.parseInt(content.subarray(at, end).toString("latin1"), 16);
    const next = end + 2 + size + 2;
    if (content.length < next) return null;
    if (size === 0) return { body: Buffer.concat(parts), length: next };
    parts.push(content.subarray(end + 2, end + 2 + size));
    at = next;
  }
}
