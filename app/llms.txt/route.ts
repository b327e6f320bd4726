import { listNewestCurated } from "@/lib/comparisons/queries";
import { requireEnv } from "@/lib/env";
import { answerText } from "@/lib/machine/answer";
import { llmsText } from "@/lib/machine/llms";

export const dynamic = "force-dynamic";

const NEWEST = 50;

export async function GET(request: Request): Promise<Response> {
  const body = llmsText({ curated: await listNewestCurated(NEWEST), site: requireEnv().SITE_URL });
  return answerText(request, { body, type: "text/plain; charset=utf-8", maxAge: 300 });
}
