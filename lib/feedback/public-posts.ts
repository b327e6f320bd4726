import "server-only";
import { isForm, type PublicPost, readForm, runFields, runJson } from "../actions/public-post";
import { findForeignOrigin, refusalOf, respond, retryAfter } from "../actions/respond";
import { type ActionResult, type Refusal, refuse, STATUSES } from "../actions/result";
import { castVote } from "../votes/mutations";
import { askFor } from "../wanted/mutations";
import { eraseByReader } from "./erase-mutations";
import { receiveFeedback } from "./receive";
import { writeRefused } from "./refused-form";

// What readers may post: each as JSON (the route handlers), or, without JavaScript, as a plain form (proxy.ts, which
// can show a page with any status). Both come to the same.

const MESSAGE_BYTES = 4 * 1024 * 1024;
const SMALL_BYTES = 16 * 1024;

/** Of a form with more fields than ours has, so many are shown again. */
const MOST_SHOWN = 100;

/** What is shown in place of a private page that there is not. */
const MISSING = "/missing?address=/feedback/status/";

const feedback: PublicPost<{ status: string }> = { largest: MESSAGE_BYTES, run: receiveFeedback };
const votes: PublicPost<{ pair: string; choice: string }> = { largest: SMALL_BYTES, run: castVote };
const wishes: PublicPost<{ text: string }> = { largest: SMALL_BYTES, run: askFor };
const erase: PublicPost<{ statusPath: string }> = { largest: SMALL_BYTES, run: eraseByReader };

/** A new message is a 201; what is wrong with one is in `errors`, by field. */
export function postFeedback(request: Request): Promise<Response> {
  const work = async (): Promise<ActionResult<unknown>> => {
    const result = await runJson(request, feedback);
    if (result.ok || !result.fields) return result;
    return { ...result, detail: { ...result.detail, errors: result.fields } };
  };
  return respond(work, { status: 201 });
}

export function postVote(request: Request): Promise<Response> {
  return respond(() => runJson(request, votes));
}

export function postWish(request: Request): Promise<Response> {
  return respond(() => runJson(request, wishes), { status: 201 });
}

export function postErasure(request: Request): Promise<Response> {
  return respond(() => runJson(request, erase));
}

/** Where a form leads: on to a page, or, refused, to a page that is shown in its place with what was typed. */
export type FormAnswer =
  | { kind: "done"; to: string }
  | { kind: "refused"; page: string; status: number; form: string; retryAfter: number | null };

/** The answer to a plain form that was posted to `path`; null where it is not one of ours. */
export async function answerForm(path: string, request: Request): Promise<FormAnswer | null> {
  if (request.method !== "POST" || !isForm(request)) return null;
  switch (path) {
    case "/api/feedback":
      return answer(request, feedback, {
        to: ({ status }) => status,
        page: () => "/feedback",
      });
    case "/api/votes":
      return answer(request, votes, {
        to: ({ pair, choice }, { pick = "" }) =>
          `/feedback/vote?${new URLSearchParams({ pair, pick, choice })}`,
        page: () => "/feedback/vote",
      });
    case "/api/wanted":
      return answer(request, wishes, {
        to: ({ text }) => `/search?${new URLSearchParams({ q: text, asked: "1" })}`,
        page: ({ text = "" }) => `/search?${new URLSearchParams({ q: text })}`,
      });
    case "/api/feedback/erase":
      return answer(request, erase, {
        to: ({ statusPath }) => statusPath,
        page: ({ token = "" }) => `/feedback/status/${encodeURIComponent(token)}`,
      });
    default:
      return null;
  }
}

type Values = Record<string, string>;

async function answer<T>(
  request: Request,
  post: PublicPost<T>,
  leads: { to: (value: T, values: Values) => string; page: (values: Values) => string },
): Promise<FormAnswer> {
  const form = await readForm(request, post.largest);
  if (!form.ok) return refused(leads.page({}), {}, form);
  const { fields, broken } = form.value;
  const texts = [...fields].slice(0, MOST_SHOWN).map(([name, value]) => [name, String(value)] as const);
  const values = Object.fromEntries(texts);
  const problem = findForeignOrigin(request) ?? refuseBroken(broken);
  const result = problem ?? (await runFields(Object.fromEntries(fields), post).catch(refusalOf));
  if (result.ok) return { kind: "done", to: leads.to(result.value, values) };
  return refused(result.code === "not-found" ? MISSING : leads.page(values), values, result);
}

function refuseBroken(broken: string[]): Refusal | null {
  if (broken.length === 0) return null;
  const fields = broken
    .slice(0, MOST_SHOWN)
    .map((name) => [name, "has bytes in it that are no text (UTF-8)"]);
  return refuse("invalid", "This cannot be sent as it is.", { fields: Object.fromEntries(fields) });
}

function refused(page: string, values: Values, refusal: Refusal): FormAnswer {
  const { code, message, fields = {}, detail } = refusal;
  return {
    kind: "refused",
    page,
    status: STATUSES[code],
    form: writeRefused({ values, errors: fields, message }),
    retryAfter: code === "limited" ? retryAfter(detail) : code === "unavailable" ? 10 : null,
  };
}
