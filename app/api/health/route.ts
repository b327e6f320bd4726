/** The process lives. Says nothing about the database, so that a restart is not what mends a lost one. */
export function GET() {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}
