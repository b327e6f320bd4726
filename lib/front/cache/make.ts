import { CATALOGUE } from "../../cache";
import type { Source } from "../../replica";
import type { Behind, RawAnswer } from "../behind";
import type { Fault } from "../faults";
import { holdScripts } from "../hold-scripts";
import { isOfFewRecords } from "./address";
import type { PageHead } from "./page";

/** What Next made of an address; `body` before any encoding. */
export type Made = { ok: true; head: PageHead; body: Buffer; tags: string[] } | { ok: false; fault: Fault };

/** Said anew for each answer, or of use to Next's own client alone. */
const DROPPED =
  /^(?:connection|keep-alive|date|transfer-encoding|content-length|etag|vary|set-cookie|x-nextjs-.*|x-middleware-.*)$/;

/** Has Next make a reader's page, by the site's own `host`, whatever name the reader asked by. */
export async function makeAnswer(
  { ask }: Pick<Behind, "ask">,
  asked: { url: string; host: string; address?: string; source: Source },
): Promise<Made> {
  const { url, host, address = "127.0.0.1", source } = asked;
  const answer = await ask({ url, host, accept: "text/html", address, source });
  // Any other answer from 500 up was meant so: more pictures are asked for at once than can be drawn.
  if (answer.status === 500 || (answer.status > 500 && answer.databaseLost)) {
    return { ok: false, fault: answer.databaseLost ? "database" : "ours" };
  }
  const type = String(answer.headers["content-type"] ?? "");
  const body = Buffer.from(answer.body.buffer, answer.body.byteOffset, answer.body.byteLength);
  const tags = new Set(answer.tags);
  if (tags.size === 0 || !isOfFewRecords(url)) tags.add(CATALOGUE);
  return {
    ok: true,
    head: { status: answer.status, headers: listHeaders(answer.headers, host) },
    body: type.startsWith("text/html") ? Buffer.from(holdScripts(body.toString())) : body,
    tags: url.startsWith("/_next/static/") ? [] : [...tags],
  };
}

function listHeaders(headers: RawAnswer["headers"], host: string): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]): [string, string][] => {
    if (value === undefined || DROPPED.test(name)) return [];
    const values = Array.isArray(value) ? value : [String(value)];
    return values.map((text) => [name, name === "location" ? withoutHost(text, host) : text]);
  });
}

/** An address on this site, by its path: the reader may know the site by another name. */
function withoutHost(location: string, host: string): string {
  return location.replace(new RegExp(`^https?://${host.replaceAll(/[.[\]]/g, "\\$&")}(?=/)`), "");
}
