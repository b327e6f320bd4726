import { isDatabaseWritable } from "@/lib/health/queries";

export const dynamic = "force-dynamic";

/** It can serve and write. */
export async function GET() {
  const ready = await isDatabaseWritable();
  return Response.json(
    { status: ready ? "ready" : "unavailable" },
    {
      status: ready ? 200 : 503,
      headers: { "Cache-Control": "no-store", ...(!ready && { "Retry-After": "5" }) },
    },
  );
}
