import { makeTicket } from "@/lib/feedback/ticket";

export const dynamic = "force-dynamic";

/** A key and a stamp for one form. The page's own may be shared by whoever got the page from a cache. */
export function GET(): Response {
  return Response.json(makeTicket(new Date()), { headers: { "Cache-Control": "no-store" } });
}
