import type { NextRequest } from "next/server";
import type { Option } from "@/components/ui/combobox-input";
import { isDatabaseUnavailable } from "@/lib/errors";
import { listSuggestions } from "@/lib/technologies/queries";

export const dynamic = "force-dynamic";

/** `GET /api/suggest?q=`: up to eight technologies that the text may mean, best first. */
export async function GET(request: NextRequest) {
  try {
    const suggestions = await listSuggestions(request.nextUrl.searchParams.get("q") ?? "");
    const options: Option[] = suggestions.map(({ slug, name, hint }) => ({ value: slug, label: name, hint }));
    return Response.json(options, { headers: { "Cache-Control": "public, max-age=60" } });
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    return Response.json([], { status: 503, headers: { "Retry-After": "5" } });
  }
}
