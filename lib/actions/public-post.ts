import "server-only";
import { isUtf8 } from "node:buffer";
import { currentRequest } from "../request-context";
import { findForeignOrigin, isJson, readBounded, readJson } from "./respond";
import { type ActionResult, done, refuse } from "./result";

/** Something anybody may post, as JSON or as a plain form. `fields` are as they came: `run` looks at their shape. */
export type PublicPost<T> = {
  /** In bytes. */
  largest: number;
  run: (call: { fields: unknown; address: string; now: Date }) => Promise<ActionResult<T>>;
};

export function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");
}

/** What was posted as JSON, to be answered in JSON. */
export async function runJson<T>(request: Request, post: PublicPost<T>): Promise<ActionResult<T>> {
  const foreign = findForeignOrigin(request);
  if (foreign) return foreign;
  if (!isJson(request)) {
    return refuse(
      "malformed",
      "Send JSON (application/json), or a form (application/x-www-form-urlencoded).",
    );
  }
  const json = await readJson(request, post.largest);
  return json.ok ? runFields(json.value, post) : json;
}

export function runFields<T>(fields: unknown, post: PublicPost<T>): Promise<ActionResult<T>> {
  return post.run({ fields, address: currentRequest()?.address ?? "", now: new Date() });
}

/** `broken`: fields whose bytes are no UTF-8; their values have a mark in each such place. */
type PlainForm = { fields: Map<string, string | string[]>; broken: string[] };

/** A hundred times what any form of ours has. */
const MOST_FIELDS = 1_000;

/** The fields of a plain form by name; one that comes more than once is a list. */
export async function readForm(request: Request, largest: number): Promise<ActionResult<PlainForm>> {
  const bytes = await readBounded(request, largest);
  if (bytes === null) return refuse("too-large", `The form is larger than ${largest} bytes.`);
  const form: PlainForm = { fields: new Map(), broken: [] };
  const pairs = Buffer.from(bytes)
    .toString("latin1")
    .split("&", MOST_FIELDS + 1);
  if (pairs.length > MOST_FIELDS) return refuse("too-large", `The form has more than ${MOST_FIELDS} fields.`);
  for (const pair of pairs) {
    if (pair === "") continue;
    const equals = `${pair}=`.indexOf("=");
    const [field, value] = [decode(pair.slice(0, equals)), decode(pair.slice(equals + 1))];
    const before = form.fields.get(field.text);
    form.fields.set(field.text, before === undefined ? value.text : [before, value.text].flat());
    if (field.broken || value.broken) form.broken.push(field.text);
  }
  return done(form);
}

/** One part of a form, as https://url.spec.whatwg.org/#concept-urlencoded-parser has it, but for broken bytes. */
function decode(part: string): { text: string; broken: boolean } {
  const bytes = Buffer.from(
    part
      .replaceAll("+", " ")
      .replace(/%([0-9A-Fa-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))),
    "latin1",
  );
  return { text: bytes.toString("utf8"), broken: !isUtf8(bytes) };
}
