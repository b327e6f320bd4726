import "server-only";
import { currentRequest } from "../request-context";
import { findForeignOrigin, readBounded, readJson } from "./respond";
import { type ActionResult, done, refuse } from "./result";

const MOST_FIELDS = 100;

/** Something anybody may post, as JSON or as a plain form. `fields` are as they came: `run` looks at their shape. */
export type PublicPost<T> = {
  /** In bytes. */
  largest: number;
  run: (call: { fields: unknown; address: string; now: Date }) => Promise<ActionResult<T>>;
};

export function isForm(request: Request): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "");
}

export function isJson(request: Request): boolean {
  return /^application\/json\b/i.test(request.headers.get("content-type") ?? "");
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

/** The fields of a plain form by name; one that comes more than once is a list. */
export async function readForm(
  request: Request,
  largest: number,
): Promise<ActionResult<Record<string, string | string[]>>> {
  const bytes = await readBounded(request, largest);
  if (bytes === null) return refuse("too-large", `The form is larger than ${largest} bytes.`);
  const given = new URLSearchParams(new TextDecoder().decode(bytes));
  const names = new Set(given.keys());
  if (names.size > MOST_FIELDS) {
    return refuse("invalid", `The form has ${names.size} fields; ours has fewer than ten.`);
  }
  const fields = [...names].map((name) => {
    const [value = "", ...more] = given.getAll(name);
    return [name, more.length === 0 ? value : [value, ...more]] as const;
  });
  return done(Object.fromEntries(fields));
}
