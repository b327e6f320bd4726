import "server-only";
import { requireEnv } from "../env";
import { type Pair, pairPath, parsePair } from "../pair/pair";
import { findTechnologyPage } from "../technologies/queries";
import { type Format, missingDocument } from "./address";
import { answerDocument } from "./answer";
import { comparisonJson } from "./comparison-json";
import { comparisonMarkdown } from "./comparison-markdown";
import { findComparisonContent } from "./find";
import { technologyJson } from "./technology-json";
import { technologyMarkdown } from "./technology-markdown";

// The answers of the route handlers behind ".json" and ".md": proxy.ts has looked at the address before.

export async function answerComparison(request: Request, segment: string, format: Format): Promise<Response> {
  const pair: Pair | null = parsePair(segment);
  const content = pair && (await findComparisonContent(pair));
  if (!pair || !content) return answerMissing(format);
  const site = requireEnv().SITE_URL;
  const body =
    format === "json" ? jsonText(comparisonJson(content, site)) : comparisonMarkdown(content, site);
  return answerDocument(request, { body, format, page: `${site}${pairPath(pair)}` });
}

export async function answerTechnology(request: Request, slug: string, format: Format): Promise<Response> {
  const technology = await findTechnologyPage(slug);
  if (!technology) return answerMissing(format);
  const site = requireEnv().SITE_URL;
  const body =
    format === "json" ? jsonText(technologyJson(technology, site)) : technologyMarkdown(technology, site);
  return answerDocument(request, { body, format, page: `${site}/technologies/${slug}` });
}

/** A record that was taken down since its address was looked at. */
function answerMissing(format: Format): Response {
  const { body, type } = missingDocument(format);
  return new Response(body, { status: 404, headers: { "Content-Type": type } });
}

/** People read it too. */
function jsonText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
