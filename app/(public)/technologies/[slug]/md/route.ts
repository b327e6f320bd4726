import { answerTechnology } from "@/lib/machine/documents";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ slug: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerTechnology(request, (await params).slug, "md");
}
