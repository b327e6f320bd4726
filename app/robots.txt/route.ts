import { requireEnv } from "@/lib/env";
import { answerText } from "@/lib/machine/answer";
import { robotsText } from "@/lib/machine/robots";

export const dynamic = "force-dynamic";

export function GET(request: Request): Response {
  const body = robotsText(requireEnv().SITE_URL);
  return answerText(request, { body, type: "text/plain; charset=utf-8", maxAge: 3_600 });
}
