import { requireEnv } from "@/lib/env";
import { sitemapFile } from "@/lib/machine/sitemap";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ file: string }> };

/** A file of the sitemap, written as it is read. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const stream = await sitemapFile((await params).file, requireEnv().SITE_URL);
  if (!stream) {
    const headers = { "Content-Type": "text/plain; charset=utf-8" };
    return new Response("There is no such file of the sitemap. /sitemap.xml names them all.\n", {
      status: 404,
      headers,
    });
  }
  return new Response(stream, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
}
