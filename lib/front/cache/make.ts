import type { IncomingMessage, ServerResponse } from "node:http";
import inject from "light-my-request";
import { CATALOGUE } from "../../cache";
import { makeContext, runInRequest } from "../../request-context";
import { holdScripts } from "../hold-scripts";
import { isOfFewRecords } from "./address";
import type { PageHead } from "./page";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What Next made of an address; `body` before any encoding. */
export type Made = { ok: true; head: PageHead; body: Buffer; tags: string[] } | { ok: false; fault: Fault };

/** Why there is no answer: the database is lost, more is asked for than can be made, or it is ours. */
export type Fault = "database" | "busy" | "ours";

/** Everything that Next hears of whoever asks: the same for all readers. */
export type Asked = { url: string; host: string; accept?: string; address?: string };

/** Said anew for each answer, or of use to Next's own client alone. */
const DROPPED =
  /^(?:connection|keep-alive|date|transfer-encoding|content-length|etag|vary|set-cookie|x-nextjs-.*|x-middleware-.*)$/;

/** Has Next make the answer to a GET, with nothing of whoever asked for it. Never rejects for what Next does. */
export async function makeAnswer(next: Handler, asked: Asked): Promise<Made> {
  const { url, host, accept = "text/html", address = "127.0.0.1" } = asked;
  const context = makeContext(address);
  // Begun when it is awaited: that has to be in here.
  const answer = await runInRequest(
    context,
    async () =>
      await inject((request, response) => void answerWith(next, request, response), {
        method: "GET",
        url,
        headers: { host, accept, "user-agent": "Nice Pick" },
        remoteAddress: address,
      }),
  );
  // Any other answer from 500 up was meant so: more pictures are asked for at once than can be drawn.
  if (answer.statusCode === 500 || (answer.statusCode > 500 && context.databaseLost)) {
    return { ok: false, fault: context.databaseLost ? "database" : "ours" };
  }
  const type = String(answer.headers["content-type"] ?? "");
  const body = answer.rawPayload;
  const tags = new Set(context.tags);
  if (tags.size === 0 || !isOfFewRecords(url)) tags.add(CATALOGUE);
  return {
    ok: true,
    head: { status: answer.statusCode, headers: listHeaders(answer.headers, host) },
    body: type.startsWith("text/html") ? Buffer.from(holdScripts(body.toString())) : body,
    tags: url.startsWith("/_next/static/") ? [] : [...tags],
  };
}

/** Next rejects for what it cannot handle; then there is no answer, and none would ever end. */
async function answerWith(next: Handler, request: unknown, response: unknown): Promise<void> {
  const answer = response as ServerResponse;
  try {
    await next(request as IncomingMessage, answer);
  } catch {
    if (!answer.headersSent) answer.statusCode = 500;
    answer.end();
  }
}

function listHeaders(
  headers: Record<string, number | string | string[] | undefined>,
  host: string,
): [string, string][] {
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
