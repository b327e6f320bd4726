import type { NextRequest } from "next/server";
import { isDatabaseUnavailable } from "@/lib/errors";
import { listPageSuggestions } from "@/lib/search/suggest";

export const dynamic = "force-dynamic";

/** `GET /api/search?q=`: up to nine pages that the text may mean, best first, each with its path. */
export async function GET(request: NextRequest) {
  try {
    const pages = await listPageSuggestions(request.nextUrl.searchParams.get("q") ?? "");
    return Response.json(pages, { headers: { "Cache-Control": "public, max-age=60" } });
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return Response.json([], { status: 503, headers: { "Retry-After": "5" } });
  }
}
