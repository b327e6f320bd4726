import "server-only";
import type { z } from "zod";
import { requireEnv } from "../env";
import { isDatabaseUnavailable, TooBusy } from "../errors";
import { issueText } from "../issue-text";
import { type ActionResult, done, type Refusal, refuse, STATUSES } from "./result";

/**
 * Runs an action and says in HTTP what came of it; `status` is a success's. Only surprises are logged; none reaches
 * the client in words.
 */
export async function respond(
  work: () => Promise<ActionResult<unknown>>,
  { status = 200 } = {},
): Promise<Response> {
  const result = await work().catch(refusalOf);
  const headers = new Headers({ "Cache-Control": "no-store" });
  if (result.ok) return Response.json(result.value ?? {}, { headers, status });
  const { code, message, fields, detail } = result;
  if (code === "unavailable") headers.set("Retry-After", "5");
  if (code === "limited") headers.set("Retry-After", String(retryAfter(detail)));
  return Response.json(
    { error: code, message, ...(fields && { fields }), ...detail },
    { status: STATUSES[code], headers },
  );
}

/** What is said of something that was thrown. */
export function refusalOf(error: unknown): Refusal {
  if (isDatabaseUnavailable(error)) {
    return refuse("unavailable", "We cannot reach our records right now. Try again in a moment.");
  }
  if (error instanceof TooBusy) {
    return refuse("limited", "Too many ask at once. Try again in a few seconds.", {
      detail: { retryAfter: 3 },
    });
  }
  console.error(error);
  return refuse("fault", "That went wrong. The fault is ours, and it has been logged.");
}

/** In seconds. */
export function retryAfter(detail: object | undefined): number {
  const seconds = (detail as { retryAfter?: unknown } | undefined)?.retryAfter;
  return typeof seconds === "number" ? Math.ceil(seconds) : 60;
}

/**
 * Refuses what another site's page sent with our reader's cookies. A browser always says where such a request comes
 * from; programs that are not browsers carry no cookies of anybody's and need not.
 */
export function findForeignOrigin(request: Request): Refusal | null {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const own = [
    requireEnv().SITE_URL,
    `http://${request.headers.get("host")}`,
    `https://${request.headers.get("host")}`,
  ];
  const foreign = (origin !== null && !own.includes(origin)) || (site !== null && site !== "same-origin");
  return foreign ? refuse("forbidden", "This request came from another site.") : null;
}

/** The body as JSON that has the shape asked for; read no further than `largest` bytes. */
export async function readInput<S extends z.ZodType>(
  request: Request,
  schema: S,
  largest: number,
): Promise<ActionResult<z.output<S>>> {
  if (!isJson(request)) {
    return refuse("malformed", "The request must be JSON, with the content type application/json.");
  }
  const json = await readJson(request, largest);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return refuse("invalid", "Some of this cannot be taken as it is.", { fields: namedProblems(parsed.error) });
}

export function isJson(request: Request): boolean {
  return /^application\/json\b/i.test(request.headers.get("content-type") ?? "");
}

/** The body as JSON, whatever shape it has. */
export async function readJson(request: Request, largest: number): Promise<ActionResult<unknown>> {
  const bytes = await readBounded(request, largest);
  if (bytes === null) return refuse("too-large", `The request is larger than ${largest} bytes.`);
  const json = parseJson(bytes);
  return json ? done(json.value) : refuse("malformed", "The request is not JSON in UTF-8.");
}

const MOST_PROBLEMS = 100;

/** What is wrong, by the path of the field. */
export function namedProblems(error: z.ZodError): Record<string, string> {
  const problems = error.issues.slice(0, MOST_PROBLEMS).flatMap((issue) => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") return [[path.join("."), issueText(issue)]];
    const keys = issue.keys.slice(0, MOST_PROBLEMS);
    return keys.map((key) => [[...path, key.slice(0, 100)].join("."), "is not a field of this form"]);
  });
  return Object.fromEntries(problems.reverse());
}

/** Null when there is more of it. */
export async function readBounded(request: Request, largest: number): Promise<Uint8Array | null> {
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > largest) return null;
  // What says how long it is cannot be longer: HTTP ends it there.
  if (length !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largest) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Of each, far more than any form of ours has, texts that are full of them included. */
const MOST_MARKS = 100_000;
const MARKS = ["[", "{", ":"];

/**
 * True for JSON that is hardly anything but its own structure. To read four megabytes of brackets takes the better part
 * of a second, in which nobody else is served.
 */
function isAllStructure(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return MARKS.some((mark) => {
    let at = -1;
    for (let count = 0; count <= MOST_MARKS; count += 1) {
      at = buffer.indexOf(mark, at + 1);
      if (at === -1) return false;
    }
    return true;
  });
}

function parseJson(bytes: Uint8Array): { value: unknown } | null {
  if (isAllStructure(bytes)) return null;
  try {
    return { value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    return null;
  }
}
