import { type NextRequest, NextResponse } from "next/server";
import { guardAdmin } from "@/lib/auth/guard";
import { sessionCookieName } from "@/lib/auth/session-cookie";
import { resolveCategory } from "@/lib/categories/resolve";
import {
  findChosenPath,
  type ListAddress,
  resolveComparison,
  resolveTechnology,
} from "@/lib/comparisons/resolve";
import { isDatabaseUnavailable } from "@/lib/errors";
import { answerForm } from "@/lib/feedback/public-posts";
import { REFUSED_HEADER } from "@/lib/feedback/refused-form";
import { findStatus } from "@/lib/feedback/status-queries";
import { missingDocument, splitFormat, unavailableDocument } from "@/lib/machine/address";
import { isPreview } from "@/lib/previews/queries";
import { resolveRanking } from "@/lib/rankings/resolve";
import { findLead } from "@/lib/search/address";
import { beginSearch } from "@/lib/search/page";
import { resolveBrowse } from "@/lib/technologies/browse-resolve";

/**
 * Decides what an address is before a page is made: the canonical one goes on, another form moves for ever in one
 * step, an unknown one is a 404 and a lost database a 503, each with a whole page. (A page that calls notFound()
 * itself gets the status, but its text reaches only readers with JavaScript.) Below /admin it lets in who may be there.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  try {
    return await answer(request);
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    const headers = { "Retry-After": "10" };
    const { format } = splitFormat(new URL(request.url).pathname);
    if (format) return say(unavailableDocument(format), 503, headers);
    return showInstead(request, "/unavailable", 503, headers);
  }
}

export const config = {
  matcher: [
    "/compare/:path*",
    "/technologies/:path*",
    "/categories/:path*",
    "/best/:path*",
    "/preview/:path*",
    "/missing",
    "/unavailable",
    "/_global-error",
    "/_not-found",
    "/admin/:path*",
    "/feedback/status/:path*",
    "/search/:path*",
    // Plain forms; JSON goes straight to the route handlers.
    {
      source: "/api/feedback/:path*",
      has: [{ type: "header", key: "content-type", value: "application/x-www-form-urlencoded.*" }],
    },
    {
      source: "/api/:what(votes|wanted)",
      has: [{ type: "header", key: "content-type", value: "application/x-www-form-urlencoded.*" }],
    },
  ],
};

async function answer(request: NextRequest): Promise<NextResponse> {
  // The path as it was asked for: nextUrl has lost a trailing slash.
  const { pathname, searchParams, search } = new URL(request.url);
  const [, root = "", segment = "", ...rest] = pathname.split("/");
  // The last two are Next's own pages for its faults: nobody is to ask for them.
  if (["missing", "_global-error", "_not-found"].includes(root)) return showInstead(request, "/missing", 404);
  // Shown in place of others while the database is lost; whoever asks for it itself has found no fault of ours.
  if (root === "unavailable") return showInstead(request, "/unavailable", 404);
  if (root === "admin") return admit(request);
  if (root === "api") return post(request, pathname);
  if (root === "feedback") {
    const token = pathname.slice("/feedback/status/".length);
    return (await findStatus(token)) ? NextResponse.next() : missing(request, "/feedback/status/");
  }
  if (root === "preview") {
    // Taken as it stands: with anything behind it, a token is another text.
    const token = pathname.slice("/preview/".length);
    return (await isPreview(token)) ? NextResponse.next() : missing(request, "/preview/");
  }
  if (rest.some((part) => part !== "")) return missing(request, pathname);
  if (segment === "") {
    if (pathname !== `/${root}`) return NextResponse.redirect(new URL(`/${root}${search}`, request.url), 308);
    if (root === "compare") return choose(request, searchParams);
    if (root === "search") return answerSearch(request, searchParams);
    return root === "technologies" ? list(request, await resolveBrowse(searchParams)) : NextResponse.next();
  }
  if (root === "search") return missing(request, pathname);
  const asked = pathname.slice(root.length + 2);
  if (root === "categories") return list(request, await resolveCategory(asked, searchParams));
  if (root === "best") return list(request, await resolveRanking(asked, searchParams));
  return lead(request, root, asked);
}

/** To a record's page, or with an extension to another form of it, which a route below the page's makes. */
async function lead(request: NextRequest, root: string, asked: string): Promise<NextResponse> {
  const { segment, format, exact } = splitFormat(asked);
  const address = root === "compare" ? await resolveComparison(segment) : await resolveTechnology(segment);
  if (address.kind === "missing") {
    return format ? say(missingDocument(format), 404) : missing(request, `/${root}/${asked}`);
  }
  const path = address.kind === "moved" ? address.to : `/${root}/${segment}`;
  if (address.kind === "moved" || !exact) {
    return NextResponse.redirect(new URL(format ? `${path}.${format}` : path, request.url), 308);
  }
  return format ? NextResponse.rewrite(new URL(`${path}/${format}`, request.url)) : NextResponse.next();
}

/** To a list, or to the same page with 404, which then says what of its address is not known. */
function list(request: NextRequest, address: ListAddress): NextResponse {
  if (address.kind === "here") return NextResponse.next();
  if (address.kind === "moved") return NextResponse.redirect(new URL(address.to, request.url), 308);
  if (address.kind === "unknown") return NextResponse.rewrite(request.nextUrl, { status: 404 });
  return missing(request, new URL(request.url).pathname);
}

async function admit(request: NextRequest): Promise<NextResponse> {
  const url = new URL(request.url);
  if (url.pathname.endsWith("/")) {
    return NextResponse.redirect(new URL(url.pathname.replace(/\/+$/, "") + url.search, url), 308);
  }
  const gate = await guardAdmin({ url, cookie: request.cookies.get(sessionCookieName())?.value });
  if (gate.kind === "elsewhere") return NextResponse.redirect(new URL(gate.path, url), 307);
  if (gate.kind === "forbidden" || url.pathname === "/admin/forbidden") {
    return showInstead(request, "/admin/forbidden", 403);
  }
  return NextResponse.next();
}

/** A plain form of a reader's: it leads on, or the page with it is shown again, whatever was typed in it. */
async function post(request: NextRequest, pathname: string): Promise<NextResponse> {
  const answer = await answerForm(pathname, request);
  if (!answer) return NextResponse.next();
  if (answer.kind === "done") return NextResponse.redirect(new URL(answer.to, request.url), 303);
  const headers = new Headers(request.headers);
  headers.set(REFUSED_HEADER, answer.form);
  // Without them it is no form any more: the page is made as for any other request.
  headers.delete("content-type");
  headers.delete("content-length");
  const { page, status, retryAfter } = answer;
  const response = NextResponse.rewrite(new URL(page, request.url), { status, request: { headers } });
  if (retryAfter !== null) response.headers.set("Retry-After", String(retryAfter));
  return response;
}

/** The picker's form: two texts lead to their comparison, or back to the form, which says what is not known. */
async function choose(request: NextRequest, fields: URLSearchParams): Promise<NextResponse> {
  const [left, right] = [fields.get("left")?.trim(), fields.get("right")?.trim()];
  if (!left || !right) return NextResponse.next();
  const path = await findChosenPath(left, right);
  if (path !== null) return NextResponse.redirect(new URL(path, request.url), 303);
  return NextResponse.rewrite(request.nextUrl, { status: 404 });
}

/** To the one page that a text asks for, or to what it finds: that is looked for while Next gets to its page. */
async function answerSearch(request: NextRequest, fields: URLSearchParams): Promise<NextResponse> {
  const text = fields.get("q") ?? "";
  beginSearch(text);
  const path = await findLead(text);
  return path === null ? NextResponse.next() : NextResponse.redirect(new URL(path, request.url), 303);
}

function missing(request: NextRequest, pathname: string): NextResponse {
  return showInstead(request, `/missing?address=${encodeURIComponent(pathname)}`, 404);
}

function say({ body, type }: { body: string; type: string }, status: number, headers = {}): NextResponse {
  return new NextResponse(body, { status, headers: { "Content-Type": type, ...headers } });
}

function showInstead(request: NextRequest, path: string, status: number, headers = {}): NextResponse {
  return NextResponse.rewrite(new URL(path, request.url), { status, headers });
}
