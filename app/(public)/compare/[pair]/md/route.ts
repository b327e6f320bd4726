import { answerComparison } from "@/lib/machine/documents";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ pair: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerComparison(request, (await params).pair, "md");
}
