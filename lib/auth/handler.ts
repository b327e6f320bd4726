import "server-only";
import { NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { z } from "zod";
import { findForeignOrigin, readBounded, readInput } from "../actions/respond";
import { type ActionResult, done, type Refusal, refuse, STATUSES } from "../actions/result";
import { requireEnv } from "../env";
import { isDatabaseUnavailable } from "../errors";
import { currentRequest } from "../request-context";
import { findActor } from "./actor";
import { safeCallback } from "./callback-url";
import { EDITOR_HINT } from "./editor-hint";
import { listOAuthNames } from "./oauth-names";
import { type AuthCall, authOptions } from "./options";
import { callbackCookieName, readSessionCookie, sessionCookieName } from "./session-cookie";
import { IDLE_MS } from "./session-rules";
import { knownError, type SignInError } from "./sign-in-errors";

type Context = { params: Promise<{ nextauth: string[] }> };

const LARGEST_BYTES = 16 * 1024;

/** All that is sent on to next-auth: text, and under no other name. */
const text = z.string().max(4_096).optional();
const fieldsSchema = z.strictObject({
  email: text,
  password: text,
  csrfToken: text,
  callbackUrl: text,
  redirect: text,
  json: text,
});

type Fields = z.output<typeof fieldsSchema>;

/** `GET /api/auth/*`: what the sign-in page asks for, who is signed in, and the ways back from other sites. */
export async function getAuth(request: NextRequest, { params }: Context): Promise<Response> {
  const action = (await params).nextauth;
  const query = request.nextUrl.searchParams;
  const [name = "", provider = "", ...rest] = action;
  if (rest.length > 0) return notFound();
  // next-auth's own addresses for its pages: they are all one page here.
  if (name === "error" || name === "signin") {
    return toSignIn(knownError(query.get("error") ?? provider), query.get("callbackUrl"));
  }
  if (provider === "" && (name === "csrf" || name === "providers")) {
    return callNextAuth(request, { action, method: "GET" });
  }
  if (provider === "" && name === "session") return tellSession();
  const comesBack = name === "callback" && listOAuthNames().some((known) => known === provider);
  return comesBack ? callNextAuth(request, { action, method: "GET", query }) : notFound();
}

/** Who is signed in, in next-auth's own form, as the row of the session has it now; nothing where nobody is. */
async function tellSession(): Promise<Response> {
  try {
    const actor = await findActor({ background: true });
    if (!actor) return withoutStore(NextResponse.json({}));
    const { id, name, email, role } = actor;
    const expires = new Date(Date.now() + IDLE_MS).toISOString();
    return withoutStore(NextResponse.json({ user: { id, name, email, role }, expires }));
  } catch (error) {
    return failed({ action: ["session"], method: "POST" }, error);
  }
}

/** `POST /api/auth/*`: to sign in, here or by another site, and to sign out. */
export async function postAuth(request: NextRequest, { params }: Context): Promise<Response> {
  const action = (await params).nextauth;
  const posts = ["callback/credentials", "signout", ...listOAuthNames().map((name) => `signin/${name}`)];
  if (!posts.includes(action.join("/"))) return notFound();
  const foreign = findForeignOrigin(request);
  if (foreign) return refused(foreign, "Failed");
  const fields = await readFields(request);
  if (!fields.ok) return refused(fields, "Failed");
  return callNextAuth(request, { action, method: "POST", fields: fields.value });
}

async function readFields(request: NextRequest): Promise<ActionResult<Fields>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers.get("content-type") ?? "")) {
    return readInput(request, fieldsSchema, LARGEST_BYTES);
  }
  const bytes = await readBounded(request, LARGEST_BYTES);
  if (bytes === null) return refuse("too-large", `The request is larger than ${LARGEST_BYTES} bytes.`);
  const parsed = fieldsSchema.safeParse(
    Object.fromEntries(new URLSearchParams(new TextDecoder().decode(bytes))),
  );
  return parsed.success ? done(parsed.data) : refuse("invalid", "Some of this cannot be taken as it is.");
}

type Asked = {
  action: string[];
  method: "GET" | "POST";
  fields?: Fields;
  query?: URLSearchParams;
};

async function callNextAuth(request: NextRequest, asked: Asked): Promise<Response> {
  const { SITE_URL } = requireEnv();
  // next-auth reads it from here: whether cookies are for https only follows from it.
  process.env.NEXTAUTH_URL = SITE_URL;
  const cookie = request.cookies.get(callbackCookieName())?.value;
  // next-auth answers a 500 to one that is no address.
  if (cookie !== undefined && !(URL.canParse(cookie) && /^https?:/.test(cookie))) return forgetCallback();
  const call: AuthCall = {
    address: currentRequest()?.address ?? "",
    device: request.headers.get("user-agent") ?? "",
    session: await readSessionCookie(request.cookies.get(sessionCookieName())?.value),
  };
  const context = { params: { nextauth: asked.action } };
  let response: Response;
  try {
    response = await NextAuth(cleanRequest(asked), context, authOptions(call));
  } catch (error) {
    call.fault ??= error;
    return failed(asked, call.fault);
  }
  if (call.fault !== undefined) return failed(asked, call.fault);
  if (call.limited) return refuseLimited(call.limited);
  if (call.outdated)
    return refused(refuse("signed-out", "The account has just changed. Try again."), "Failed");
  return asked.fields ? answerPost(asked, response) : withoutStore(response);
}

/** The same request with nothing in it but what was looked at. */
function cleanRequest({ action, method, fields, query }: Asked): NextRequest {
  const url = new URL(`/api/auth/${action.join("/")}?${query ?? ""}`, requireEnv().SITE_URL);
  if (!fields) return new NextRequest(url, { method });
  const callbackUrl = safeCallback(fields.callbackUrl, requireEnv().SITE_URL);
  // With `json`, next-auth says where to go instead of going there.
  const body = new URLSearchParams({ ...fields, callbackUrl, json: "true" });
  return new NextRequest(url, {
    method,
    body: body.toString(),
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
  });
}

/** What next-auth says in the address that it would go to, said in the status as well. */
async function answerPost({ action, fields }: Asked, response: Response): Promise<Response> {
  const { url } = (await response.json()) as { url: string };
  const target = new URL(url);
  const forged = target.searchParams.get("csrf") === "true";
  if (forged) return refused(refuse("forbidden", "This form is no longer valid. Try again."), "Failed");
  // Where somebody wants to go may have such a field of its own.
  const failed = target.pathname === "/admin/sign-in" || target.pathname.startsWith("/api/auth/");
  const error = failed ? target.searchParams.get("error") : null;
  const to = error === null ? url : signInUrl(knownError(error));
  const status = error === null ? 200 : 401;
  const answer =
    fields?.json === "true" ? NextResponse.json({ url: to }, { status }) : NextResponse.redirect(to, 303);
  if (action[0] === "signout") answer.cookies.set(EDITOR_HINT.name, "", { path: "/", maxAge: 0 });
  // After `cookies.set`, which would drop what was appended before.
  for (const cookie of response.headers.getSetCookie()) answer.headers.append("Set-Cookie", cookie);
  return withoutStore(answer);
}

function failed({ method }: Asked, fault: unknown): Response {
  const lost = isDatabaseUnavailable(fault);
  if (!lost) console.error(fault);
  if (method === "GET") return toSignIn(lost ? "Unavailable" : "Failed", null);
  const refusal = lost
    ? refuse("unavailable", "We cannot reach our records right now. Try again in a moment.")
    : refuse("fault", "That went wrong. The fault is ours, and it has been logged.");
  return refused(refusal, lost ? "Unavailable" : "Failed", { "Retry-After": "5" });
}

function refuseLimited({ retryAfter }: { retryAfter: number }): Response {
  const refusal = refuse("limited", "Too many tries. Wait a while before the next one.");
  return refused(refusal, "Throttled", { "Retry-After": String(retryAfter) });
}

/** `url` is where next-auth's own client looks for the reason. */
function refused(
  { code, message }: Refusal,
  error: SignInError,
  headers: Record<string, string> = {},
): Response {
  const body = { error: code, message, url: signInUrl(error) };
  return withoutStore(NextResponse.json(body, { status: STATUSES[code], headers }));
}

function notFound(): Response {
  return refused(refuse("not-found", "There is nothing at this address."), "Failed");
}

function forgetCallback(): Response {
  const response = NextResponse.json(
    { error: "malformed", message: "A cookie was malformed. Try again." },
    { status: 400 },
  );
  response.cookies.set(callbackCookieName(), "", {
    path: "/",
    maxAge: 0,
    httpOnly: true,
    secure: callbackCookieName().startsWith("__Secure-"),
  });
  return withoutStore(response);
}

function toSignIn(error: SignInError | null, callbackUrl: string | null): Response {
  const url = new URL(signInUrl(error));
  if (callbackUrl !== null)
    url.searchParams.set("callbackUrl", safeCallback(callbackUrl, requireEnv().SITE_URL));
  return withoutStore(NextResponse.redirect(url, 303));
}

function signInUrl(error: SignInError | null): string {
  return `${requireEnv().SITE_URL}/admin/sign-in${error === null ? "" : `?error=${error}`}`;
}

function withoutStore(response: Response): Response {
  response.headers.set("Cache-Control", "no-store");
  return response;
}
