import { listChanges } from "@/lib/changes/queries";
import { requireEnv } from "@/lib/env";
import { answerText } from "@/lib/machine/answer";
import { atomFeed } from "@/lib/machine/feed";

export const dynamic = "force-dynamic";

const LONGEST_FEED = 50;

export async function GET(request: Request): Promise<Response> {
  const { changes } = await listChanges({ take: LONGEST_FEED });
  return answerText(request, {
    body: atomFeed(changes, requireEnv().SITE_URL),
    type: "application/atom+xml; charset=utf-8",
    maxAge: 300,
    ...(changes[0] && { headers: { "Last-Modified": new Date(changes[0].at).toUTCString() } }),
  });
}
