import { requireEnv } from "@/lib/env";
import { answerText } from "@/lib/machine/answer";
import { sitemapIndex } from "@/lib/machine/sitemap";

export const dynamic = "force-dynamic";

export async function GET(request: Request): Promise<Response> {
  const body = await sitemapIndex(requireEnv().SITE_URL);
  return answerText(request, { body, type: "application/xml; charset=utf-8", maxAge: 3_600 });
}
